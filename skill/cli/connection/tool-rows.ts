import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { ResultSchema } from '@modelcontextprotocol/sdk/types.js';

/** No server has this many pages of tools; one that keeps going is broken. */
const MOST_PAGES = 100;

/**
 * Every row of tools/list, whatever it is. A cursor that comes back unchanged ends the list.
 *
 * @param timeout in milliseconds, of each page and of all together: a server that takes all day is broken too
 * @throws whatever the client throws
 */
export async function readToolRows(client: Client, timeout: number): Promise<unknown[]> {
  const rows: unknown[] = [];
  const signal = AbortSignal.timeout(timeout);
  let cursor: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const params = cursor === undefined ? {} : { cursor };
    const page = await client.request({ method: 'tools/list', params }, ResultSchema, { timeout, signal });
    if (Array.isArray(page['tools'])) rows.push(...page['tools']);
    const next = page['nextCursor'];
    if (typeof next !== 'string' || next === cursor) break;
    cursor = next;
  }
  return rows;
}
