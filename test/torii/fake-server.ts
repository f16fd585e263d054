/** The smallest Torii that can be read: lists in pages over given rows, and a clock that needs no waiting. */
import type { Clock, OfferedTool, RawCall } from '../../skill/torii/base/bridge.ts';
import { failure } from '../../skill/torii/base/failure.ts';
import type { JsonObject } from '../../skill/torii/base/json.ts';
import { openBridge, type BridgeSpec } from '../../skill/torii/call/open-bridge.ts';

/** Time passes only by sleeping short waits; deadlines (a minute and more) never come by themselves. */
export function fakeClock(): Clock & { readonly slept: number[]; at: number } {
  const slept: number[] = [];
  const clock = {
    at: Date.UTC(2026, 10, 22),
    slept,
    now: () => clock.at,
    async sleep(ms: number, signal?: AbortSignal): Promise<void> {
      if (ms >= DEADLINE) return new Promise(() => {});
      slept.push(ms);
      if (signal?.aborted !== true) clock.at += ms;
    },
  };
  return clock;
}

export const DEADLINE = 600_000;

export const noLimits = { atOnce: 2, gapMs: 0, perMinute: 1_000_000 };

export function text(body: unknown): unknown {
  return { content: [{ type: 'text', text: typeof body === 'string' ? body : JSON.stringify(body) }] };
}

export interface Call {
  readonly name: string;
  readonly args: JsonObject;
}

/** A bridge over a function that answers calls; calls are kept in order. */
export function bridgeOver(
  answer: (call: Call, times: number) => unknown,
  spec: Partial<BridgeSpec> & { readonly offered?: readonly OfferedTool[] | null } = {},
) {
  const calls: Call[] = [];
  const clock = fakeClock();
  const raw: RawCall = async (name, args) => {
    calls.push({ name, args });
    return answer({ name, args }, calls.filter((call) => call.name === name).length);
  };
  const bridge = openBridge({
    host: 'http',
    raw,
    clock,
    deadlineMs: DEADLINE,
    wireNames: async () => spec.offered ?? null,
    failureOf: (thrown, tool) => failure('unavailable', tool, String(thrown)),
    ...spec,
  });
  return { bridge, calls, clock };
}

export interface PagingStyle {
  readonly total?: boolean;
  readonly cursor?: boolean;
  readonly cap?: number;
}

/** Answers a list tool in pages of the size that is asked for. */
export function paged(
  container: string,
  rows: readonly unknown[],
  { total = true, cursor = true, cap = 1000 }: PagingStyle = {},
) {
  return (args: JsonObject): JsonObject => {
    const from = Number(args['cursor'] ?? 0);
    const size = Math.min(Number(args['size'] ?? cap), cap);
    const page = rows.slice(from, from + size);
    const next = from + size < rows.length ? String(from + size) : null;
    return JSON.parse(
      JSON.stringify({
        [container]: page,
        count: page.length,
        ...(total && { total: rows.length }),
        ...(cursor && { nextCursor: next }),
      }),
    ) as JsonObject;
  };
}

export function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

export function appRows(count: number): JsonObject[] {
  return range(count).map((id) => ({ id, name: `App ${id}`, state: 'Sanctioned', expenses: id * 100 }));
}
