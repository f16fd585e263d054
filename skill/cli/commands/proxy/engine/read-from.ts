/** The records that another server of this person holds, part by part, as a view takes them. */
import {
  heldFailures,
  heldProgress,
  joinedParts,
  parseHeldPart,
  sharedSnapshot,
  type HeldPart,
  type Snapshot,
} from '../../../../report/snapshot.ts';
import type { TellProgress } from '../../../../server/held.ts';
import type { Clock } from '../../../../torii/bridge.ts';
import type { SourceFailure } from '../../../../torii/read.ts';
import type { Neighbor } from './neighbor.ts';

export interface HandedOver {
  readonly asOf: string;
  readonly readAt: string;
  readonly snapshot: Snapshot;
  readonly failures: readonly SourceFailure[];
}

interface Turn {
  readonly fresh: boolean;
  readonly signal: AbortSignal;
  readonly tell: TellProgress;
}

/** While the other one still reads. */
const REST_MS = 500;

/** Null where it holds nothing, has gone, or began again on the way. */
export async function readFrom(neighbor: Neighbor, clock: Clock, turn: Turn): Promise<HandedOver | null> {
  const first = await firstPart(neighbor, clock, turn);
  const { head, reading: readAt } = first ?? {};
  if (first === null || head === undefined || readAt === undefined) return null;
  const parts = [first];
  for (let { next } = first; typeof next === 'number';) {
    const part = await partFrom(neighbor, { from: next });
    if (part === null || part.reading !== readAt || turn.signal.aborted) return null;
    parts.push(part);
    next = part.next;
  }
  const shared = sharedSnapshot(joinedParts(head.snapshot, parts));
  if (!shared.ok) return null;
  return { asOf: head.asOf, readAt, snapshot: shared.snapshot, failures: heldFailures(head.failures) };
}

async function firstPart(
  neighbor: Neighbor,
  clock: Clock,
  { fresh, signal, tell }: Turn,
): Promise<HeldPart | null> {
  for (let asked = 1; !signal.aborted; asked += 1) {
    const part = await partFrom(neighbor, { from: 0, refresh: fresh });
    if (part === null || part.state !== 'reading') return part?.state === 'held' ? part : null;
    const progress = heldProgress(part);
    if (progress !== null) tell(asked, `Reading ${progress.source}: ${progress.rows} rows`, progress);
    await clock.sleep(REST_MS, signal).catch(() => {});
  }
  return null;
}

async function partFrom(neighbor: Neighbor, args: { readonly from: number; readonly refresh?: boolean }) {
  return parseHeldPart(await neighbor.ask(args));
}
