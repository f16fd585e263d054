/**
 * The records that the server of this view holds, so that the view shows what every answer of the conversation rests
 * on. In: the host. Out: the whole reading; or the failure; or null where the server holds none for a view, which is
 * then read through the host as everywhere. Never rejects.
 */
import {
  heldFailure,
  heldProgress,
  joinedParts,
  MOST_PART_SIGNS,
  parseHeldPart,
  sharedSnapshot,
  type HeldHead,
  type HeldPart,
  type Snapshot,
} from '../../../skill/report/snapshot.ts';
import { withDeadline, type Clock } from '../../../skill/torii/bridge.ts';
import { failure, type ToolFailure } from '../../../skill/torii/failure.ts';
import { isJsonObject, type JsonObject } from '../../../skill/torii/json.ts';
import { noticedPlace, type ReadProgress } from '../../../skill/torii/read.ts';
import { hostFailure } from '../base/host-fault.ts';
import type { AppHost } from './app-host.ts';

export interface HeldRead {
  readonly ok: true;
  readonly head: HeldHead;
  readonly snapshot: Snapshot;
}

export interface HeldOptions {
  /** Read Torii again first. */
  readonly refresh: boolean;
  readonly signal: AbortSignal;
  /** While the server is still reading. */
  readonly onProgress: (progress: ReadProgress) => void;
}

export interface HeldSource {
  read(options: HeldOptions): Promise<HeldRead | ToolFailure | null>;
}

const TOOL = 'read_held';
/** The server answers within seconds, also while it reads. */
const DEADLINE_MS = 70_000;
const REST_MS = 300;
/** Another reading may begin while the parts of one are fetched. */
const MOST_TURNS = 3;
/** A host that puts a part aside is asked for half as much, down to this. */
const FEWEST_SIGNS = 4_000;

export function heldSource(app: Pick<AppHost, 'callTool'>, clock: Clock): HeldSource {
  /** Once the server has given it, it is never read another way: two ways may disagree. */
  let isGiven = false;
  let most = MOST_PART_SIGNS;

  async function ask(args: JsonObject, signal: AbortSignal): Promise<HeldPart | ToolFailure | null> {
    const call = (stop: AbortSignal) => app.callTool(TOOL, { ...args, most }, stop);
    const settled = await withDeadline(call, clock, DEADLINE_MS, signal);
    if (settled.outcome === 'cancelled') return failure('cancelled', null, 'Stopped.');
    if (settled.outcome === 'late') return failure('timed-out', null, `No answer in ${DEADLINE_MS} ms.`);
    if (settled.outcome === 'rejected') return isGiven ? hostFailure(settled.reason, 'list_apps') : null;
    const part = isJsonObject(settled.value) ? parseHeldPart(settled.value['structuredContent']) : null;
    if (part !== null) return part;
    if (isPutAside(settled.value) && most > FEWEST_SIGNS) {
      most = Math.max(FEWEST_SIGNS, Math.floor(most / 2));
      return ask(args, signal);
    }
    return isGiven ? failure('wrong-shape', null, 'The server gave no part of its records.') : null;
  }

  /** Asks until the server has read; what it holds then is all there, whatever it takes. */
  async function first({ refresh, signal, onProgress }: HeldOptions): Promise<HeldPart | ToolFailure | null> {
    for (;;) {
      const part = await ask({ from: 0, ...(refresh && { refresh }) }, signal);
      if (part === null || 'ok' in part || part.state === 'held') return part;
      isGiven = true;
      if (part.state === 'failed') return heldFailure(part.failure ?? { kind: '', message: '' });
      const progress = heldProgress(part);
      if (progress !== null) onProgress(progress);
      await clock.sleep(REST_MS, signal).catch(() => {});
    }
  }

  async function whole(options: HeldOptions): Promise<readonly HeldPart[] | ToolFailure | null> {
    const part = await first(options);
    if (part === null || 'ok' in part) return part;
    isGiven = true;
    const parts = [part];
    for (let { next } = part; typeof next === 'number';) {
      const more = await ask({ from: next }, options.signal);
      if (more === null) return more;
      if ('ok' in more) return more;
      if (more.state !== 'held' || more.reading !== part.reading) return [];
      parts.push(more);
      next = more.next;
    }
    return parts;
  }

  return {
    async read(options) {
      for (let turn = 0; turn < MOST_TURNS; turn += 1) {
        const parts = await whole(turn === 0 ? options : { ...options, refresh: false });
        if (parts === null || 'ok' in parts) return parts;
        if (parts.length > 0) return joined(parts);
      }
      return failure('unavailable', null, 'The server read again each time that its records were fetched.');
    },
  };
}

function joined(parts: readonly HeldPart[]): HeldRead | ToolFailure {
  const head = parts[0]?.head;
  if (head === undefined) return failure('wrong-shape', null, 'The records came without what they are of.');
  const shared = sharedSnapshot(joinedParts(head.snapshot, parts));
  if (shared.ok) return { ok: true, head, snapshot: shared.snapshot };
  return failure('wrong-shape', null, shared.problems[0]?.message ?? 'The records cannot be read.');
}

/** A host may keep a large result to itself and say where. */
function isPutAside(result: unknown): boolean {
  const content = isJsonObject(result) ? result['content'] : null;
  const [first] = Array.isArray(content) ? content : [];
  const text = isJsonObject(first) ? first['text'] : null;
  return typeof text === 'string' && noticedPlace(text) !== null;
}
