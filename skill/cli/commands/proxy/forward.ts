/**
 * One tool call on its way through the proxy.
 *
 * In: the name and the arguments as the client sent them. Out: the server's result as it came, or a
 * failure: refused by the guard, not offered, or lost on the way. Refused names never reach the server.
 * A connection that worked before and fails now, perhaps for its age alone, is replaced and the call made
 * once more, which is safe because every call only reads; so is one whose sign-in does not reach far enough.
 */
import {
  CallToolResultSchema,
  ResultSchema,
  type CallToolResult,
  type Progress,
} from '@modelcontextprotocol/sdk/types.js';
import { type RawCall, admit, guarded } from '../../../torii/bridge.ts';
import { failure, type FailureKind, type ToolFailure } from '../../../torii/failure.ts';
import type { JsonObject } from '../../../torii/json.ts';
import { httpFailure } from '../../connection/http-failure.ts';
import type { ServerLine } from './line.ts';
import type { UpstreamLines } from './upstream.ts';

export interface Forwarded {
  readonly ok: true;
  readonly result: CallToolResult;
}

export interface ForwardOptions {
  /** Longest wait for one answer; progress restarts it, up to `PATIENCE` times as long. */
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** A server that makes progress forever is as dead as one that says nothing. */
const PATIENCE = 4;

/** What a connection may owe to its age: a forgotten session, a sign-in or a socket that ran out. */
const ageing: ReadonlySet<FailureKind> = new Set(['needs-sign-in', 'not-torii', 'unavailable']);

/** Passes a call on if the guard admits it. Never rejects. */
export async function forward(
  upstream: UpstreamLines,
  name: string,
  args: JsonObject,
  options: ForwardOptions,
): Promise<Forwarded | ToolFailure> {
  const admitted = admit(name, args);
  if (!admitted.ok) return admitted;
  const line = await upstream.line(options.signal);
  if ('ok' in line) return line;
  const { proven } = line;
  const answer = await callOn(line, name, args, options);
  if (answer.ok || !ageing.has(answer.kind)) return answer;
  line.drop();
  if (!proven && answer.kind !== 'needs-sign-in') return answer;
  const next = await upstream.line(options.signal);
  return 'ok' in next ? next : callOn(next, name, args, options);
}

async function callOn(
  line: ServerLine,
  name: string,
  args: JsonObject,
  options: ForwardOptions,
): Promise<Forwarded | ToolFailure> {
  const listing = await line.listing();
  if ('ok' in listing) return listing;
  const offered = listing.admitted.find((tool) => tool.name === name);
  if (offered === undefined) return notOffered(name, listing.kept);
  const call = guarded(rawCall(line, options), () => ({
    name,
    ...(offered.annotations && { annotations: offered.annotations }),
  }));
  try {
    const sent = await call(name, args, { signal: options.signal });
    return sent.ok ? resultOf(sent.value) : sent;
  } catch (thrown) {
    return httpFailure(thrown, null);
  }
}

function rawCall(line: ServerLine, { deadlineMs, onProgress }: ForwardOptions): RawCall {
  return (name, args, { signal }) =>
    line.use((client) =>
      client.request({ method: 'tools/call', params: { name, arguments: args } }, ResultSchema, {
        timeout: deadlineMs,
        resetTimeoutOnProgress: true,
        maxTotalTimeout: deadlineMs * PATIENCE,
        ...(signal !== undefined && { signal }),
        ...(onProgress !== undefined && { onprogress: onProgress }),
      }),
    );
}

function resultOf(value: unknown): Forwarded | ToolFailure {
  const result = CallToolResultSchema.safeParse(value);
  if (result.success) return { ok: true, result: result.data };
  return failure('wrong-shape', null, 'The answer is not a tool result.');
}

function notOffered(name: string, kept: readonly string[]): ToolFailure {
  return kept.includes(name)
    ? failure('refused', null, `The server does not offer ${name} as a tool that only reads.`)
    : failure('not-offered', null, `${name} is not in the server's list of tools.`);
}
