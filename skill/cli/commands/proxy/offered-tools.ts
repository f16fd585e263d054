/** The tools that the proxy offers now, asked of the server behind it each time a client asks. */
import type { Tool } from '@modelcontextprotocol/sdk/types.js';
import { failure, type ToolFailure } from '../../../torii/failure.ts';
import type { UpstreamLines } from './upstream.ts';

export interface OfferedTools {
  readonly ok: true;
  readonly tools: readonly Tool[];
  /** How many of the server's tools are hidden here. */
  readonly keptBack: number;
}

/** Lists the admitted tools, or says why there are none. Never rejects. */
export async function offeredTools(
  upstream: UpstreamLines,
  signal: AbortSignal,
): Promise<OfferedTools | ToolFailure> {
  const line = await upstream.line(signal);
  if ('ok' in line) return line;
  const listing = await line.listing({ fresh: true });
  if ('ok' in listing) {
    line.drop();
    return listing;
  }
  const { admitted, kept } = listing;
  if (admitted.length > 0) return { ok: true, tools: admitted, keptBack: kept.length };
  return failure('not-torii', null, 'None of its tools is a read tool of Torii.');
}
