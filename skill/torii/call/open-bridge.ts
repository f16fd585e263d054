/**
 * Makes a bridge out of what a host has: bind → guard → raw call → decode, with a deadline on every
 * call and an entry in the call log.
 *
 * In: a `BridgeSpec`, the little that differs from host to host. Out: a `ToolBridge` that never
 * rejects. What may go wrong: every kind of `ToolFailure`; nothing else.
 */
import { shapeArguments, type CapturedTool } from '../tools/argument-forms.ts';
import { bindOffered, bindUnseen, type Binding, type BoundTool } from '../tools/binding.ts';
import type {
  CallOptions,
  Clock,
  Host,
  OfferedTool,
  RawCall,
  ToolBridge,
  ToolReply,
} from '../base/bridge.ts';
import { excerptOf, type CallLogEntry } from './call-log.ts';
import { entryOf, type ReadTool } from '../base/catalog.ts';
import { errorMessage } from '../base/error-message.ts';
import { withDeadline } from './deadline.ts';
import { decodeReply } from '../reply/decode.ts';
import { failure, type FailureKind, type ToolFailure } from '../base/failure.ts';
import { admit, guarded } from '../tools/guard.ts';
import type { JsonObject } from '../base/json.ts';
import { createLearnedArguments } from './learned-arguments.ts';

export interface BridgeSpec {
  readonly host: Host;
  readonly raw: RawCall;
  readonly clock: Clock;
  readonly deadlineMs: number;
  /** What is offered, by full wire name; null when the host cannot say. */
  wireNames(): Promise<readonly OfferedTool[] | ToolFailure | null>;
  /** Forms names when nothing is offered; the favorite when several servers are. */
  readonly prefix?: string;
  /** Connector tools as captured in the mapping. */
  readonly dialect?: readonly CapturedTool[];
  failureOf(thrown: unknown, tool: ReadTool): ToolFailure;
  /** When the data left Torii, as this host states it. */
  storedAtOf?(raw: unknown): string | null;
  onCall?(entry: CallLogEntry): void;
}

/** What is bound: candidate servers, the one in use first; or why nothing is. */
interface Bound {
  readonly offered: readonly OfferedTool[] | null;
  readonly servers: Binding[];
}

/** After these the same tool under another server's prefix is worth one try. */
const renamed: ReadonlySet<FailureKind> = new Set([
  'not-granted',
  'not-connected',
  'other-name',
  'not-offered',
]);

const pages: ReadonlySet<Host> = new Set(['cowork', 'claude']);

/** On a page an unlisted tool was not granted; elsewhere the server does not have it. */
function unlisted(host: Host, tool: ReadTool): ToolFailure {
  const kind = pages.has(host) ? 'not-granted' : 'not-offered';
  return failure(kind, tool, `${tool} is not among the tools offered.`);
}

function noTorii(host: Host, offered: readonly OfferedTool[], tool: ReadTool): ToolFailure {
  if (offered.length === 0 && pages.has(host)) return failure('not-granted', tool, 'No tool is granted.');
  const names = offered.map(({ name }) => name).slice(0, 12);
  return failure('not-torii', tool, `None of the tools offered lists apps: ${names.join(', ')}`);
}

/** What the host offers, asked for once and again after it was forgotten. */
interface Offer {
  readonly listed: ReadonlyMap<string, OfferedTool>;
  get(): Promise<Bound | ToolFailure>;
  forget(): void;
}

function createOffer(spec: BridgeSpec): Offer {
  const listed = new Map<string, OfferedTool>();
  let binding: Promise<Bound | ToolFailure> | null = null;

  async function bind(): Promise<Bound | ToolFailure> {
    const asked = await withDeadline(() => spec.wireNames(), spec.clock, spec.deadlineMs);
    if (asked.outcome !== 'done') return failure('host-fault', null, listingFault(asked));
    const offered = asked.value;
    if (offered === null) return { offered, servers: [bindUnseen(spec.dialect, spec.prefix)] };
    if ('ok' in offered) return offered;
    for (const tool of offered) listed.set(tool.name, strictest(listed.get(tool.name), tool));
    return { offered, servers: [...bindOffered(offered, spec.dialect, spec.prefix)] };
  }

  return {
    listed,
    // A listing that failed is asked for again by the next call; calls at the same time share one.
    async get() {
      const current = (binding ??= bind());
      const result = await current;
      if ('ok' in result && binding === current) binding = null;
      return result;
    },
    forget() {
      binding = null;
    },
  };
}

/** One call of a tool under one of its names. */
type Attempt = (
  tool: ReadTool,
  target: BoundTool,
  args: JsonObject,
  options: CallOptions,
) => Promise<ToolReply | ToolFailure>;

function createAttempt(spec: BridgeSpec, { listed }: Offer): Attempt {
  const { clock, deadlineMs } = spec;
  const call = guarded(spec.raw, (wireName) => listed.get(wireName));
  const learned = createLearnedArguments();
  return async (tool, { wireName, forms }, args, options) => {
    const shaped = shapeArguments(args, learned.apply(tool, forms, args), entryOf(tool).args);
    const startedAt = clock.now();
    const settled = await withDeadline(
      (signal) => call(wireName, shaped, { ...options, signal }),
      clock,
      deadlineMs,
      options.signal,
    );
    const reply = learned.learn(replyOf(spec, tool, settled), shaped);
    spec.onCall?.({
      tool,
      wireName,
      args: shaped,
      startedAt,
      ms: clock.now() - startedAt,
      outcome: reply.ok ? 'ok' : reply.kind,
      excerpt: reply.ok ? excerptOf(reply.raw) : reply.message,
    });
    return reply;
  };
}

type Settled = Awaited<ReturnType<typeof withDeadline<Awaited<ReturnType<ReturnType<typeof guarded>>>>>>;

function replyOf(spec: BridgeSpec, tool: ReadTool, settled: Settled): ToolReply | ToolFailure {
  if (settled.outcome === 'late')
    return failure('timed-out', tool, `No answer in ${spec.deadlineMs / 1000} s.`);
  if (settled.outcome === 'cancelled') return failure('cancelled', tool, 'Stopped.');
  if (settled.outcome === 'rejected') return spec.failureOf(settled.reason, tool);
  if (!settled.value.ok) return settled.value;
  const { value } = settled.value;
  const reply = decodeReply(tool, value);
  return reply.ok ? { ...reply, storedAt: spec.storedAtOf?.(value) ?? null } : reply;
}

/** Opens a bridge; nothing is called until the first call or listing. */
export function openBridge(spec: BridgeSpec): ToolBridge {
  const { host } = spec;
  const offer = createOffer(spec);
  const attempt = createAttempt(spec, offer);

  /** Tries the server in use, then the others; the one that answers is remembered. */
  async function callServers(
    tool: ReadTool,
    { servers }: Bound,
    args: JsonObject,
    options: CallOptions,
  ): Promise<ToolReply | ToolFailure> {
    let last: ToolFailure | null = null;
    for (const server of servers) {
      const target = server.tools.get(tool);
      if (target === undefined) continue;
      const reply = await attempt(tool, target, args, options);
      if (reply.ok) servers.sort((a, b) => Number(b === server) - Number(a === server));
      if (reply.ok || !renamed.has(reply.kind)) return reply;
      last = reply;
    }
    // What was listed is gone: the next call lists again.
    if (last !== null) offer.forget();
    return last ?? unlisted(host, tool);
  }

  return {
    host,
    async call(tool, args, options = {}) {
      if (options.signal?.aborted === true) return failure('cancelled', tool, 'Stopped before it was sent.');
      const now = await offer.get();
      if ('ok' in now) return { ...now, tool };
      const isTorii = now.servers.some(({ tools }) => tools.has('list_apps'));
      if (now.offered !== null && !isTorii) return noTorii(host, now.offered, tool);
      return callServers(tool, now, args, options);
    },
    async listTools() {
      const now = await offer.get();
      return 'ok' in now ? now : (now.offered ?? []);
    },
    async argumentsOf(tool) {
      const now = await offer.get();
      return 'ok' in now ? null : (now.servers[0]?.tools.get(tool)?.forms ?? null);
    },
  };
}

/** A tool that is listed twice is a write as soon as one row says so. */
function strictest(one: OfferedTool | undefined, other: OfferedTool): OfferedTool {
  return one === undefined || admit(one.name, {}, one).ok ? other : one;
}

function listingFault(settled: { readonly outcome: string; readonly reason?: unknown }): string {
  return settled.outcome === 'rejected'
    ? `The list of tools could not be read: ${errorMessage(settled.reason)}`
    : 'The list of tools did not arrive in time.';
}
