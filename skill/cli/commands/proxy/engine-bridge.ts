/** The engine's own way to Torii: the same connection, guard and retries as every call that passes through. */
import { openBridge, type Clock, type ToolBridge } from '../../../torii/bridge.ts';
import { failure, type ToolFailure } from '../../../torii/failure.ts';
import { isJsonObject } from '../../../torii/json.ts';
import { forward } from './forward.ts';
import type { UpstreamLines } from './upstream.ts';

/** A failure on its way through the bridge, which takes rejections alone. */
class Lost extends Error {
  readonly failure: ToolFailure;

  constructor(lost: ToolFailure) {
    super(lost.message);
    this.failure = lost;
  }
}

const never = new AbortController().signal;

export function engineBridge(upstream: UpstreamLines, clock: Clock, deadlineMs: number): ToolBridge {
  return openBridge({
    host: 'http',
    clock,
    // The inner deadline comes first and knows more.
    deadlineMs: deadlineMs * 2,
    async raw(name, args, { signal = never }) {
      const forwarded = await forward(upstream, name, args, { deadlineMs, signal });
      if (forwarded.ok) return forwarded.result;
      throw new Lost(forwarded);
    },
    async wireNames() {
      const line = await upstream.line(never);
      const listing = 'ok' in line ? line : await line.listing();
      if ('ok' in listing) return listing;
      return listing.admitted.map(({ name, description, inputSchema, annotations }) => ({
        name,
        ...(description !== undefined && { description }),
        ...(isJsonObject(inputSchema) && { inputSchema }),
        ...(annotations?.readOnlyHint === true && { annotations: { readOnlyHint: true } }),
      }));
    },
    failureOf: (thrown, tool) =>
      thrown instanceof Lost ? { ...thrown.failure, tool } : failure('host-fault', tool, String(thrown)),
  });
}
