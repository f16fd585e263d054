import type { ToolBridge } from '../../../torii/bridge.ts';
import { entryOf } from '../../../torii/catalog.ts';
import type { ToolFailure } from '../../../torii/failure.ts';
import { isJsonObject } from '../../../torii/json.ts';

/** The name of the organization that the signed-in person belongs to; null where Torii does not say. */
export async function organizationOf(bridge: ToolBridge): Promise<string | ToolFailure | null> {
  const reply = await bridge.call('get_organization', {});
  if (!reply.ok) return reply.kind === 'not-offered' ? null : reply;
  const record = reply.body[entryOf('get_organization').container];
  if (!isJsonObject(record)) return null;
  const name = record['companyName'] ?? record['name'];
  return typeof name === 'string' ? name : null;
}
