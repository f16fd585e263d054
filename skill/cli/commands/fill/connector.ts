import { parseConfiguredName } from '../../../torii/catalog.ts';
import type { TenantMapping } from '../../../mapping/mapping.ts';
import type { ConnectorNames } from '../../../package/publish.ts';
import type { JsonObject } from '../../../torii/json.ts';
import { ExitCode, Stop } from '../../../node/stop.ts';

/** Of a prefix such as `mcp__…__`, the connector's own name: a UUID or a slug. */
export function spellPrefix(prefix: string): string {
  return prefix.slice('mcp__'.length, -'__'.length);
}

/** The names of the connector that a filled page works with. Stops where two UUIDs contradict each other. */
export function connectorNames(
  { connector, connectorName }: JsonObject,
  mapping: TenantMapping | null,
): ConnectorNames {
  const parsed = parseConfiguredName(typeof connector === 'string' ? connector : '');
  const prefix = parsed.ok ? parsed.prefix : null;
  const ownName = typeof connectorName === 'string' && connectorName !== '' ? connectorName : 'Torii';
  const uuid = mapping === null ? null : uuidOf(mapping);
  if (mapping !== null && uuid !== null && prefix !== null) refuseOther(uuid, spellPrefix(prefix), mapping);
  return { prefix, uuid, displayName: mapping?.connector.displayName ?? ownName };
}

function uuidOf({ connector, tenant }: TenantMapping): string | null {
  if (connector.uuid === null) return null;
  const parsed = parseConfiguredName(connector.uuid);
  if (parsed.ok) return spellPrefix(parsed.prefix);
  const where = `connector.uuid in the mapping of ${tenant.name}`;
  throw new Stop(ExitCode.badInput, `${where}: ${parsed.sentence}`);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A slug may be another spelling of the same connector; two UUIDs never are. */
function refuseOther(own: string, given: string, { tenant }: TenantMapping): void {
  if (!UUID.test(own) || !UUID.test(given) || own.toLowerCase() === given.toLowerCase()) return;
  throw new Stop(
    ExitCode.badInput,
    `The mapping of ${tenant.name} was made for the connector ${own}, not for ${given}: it may be another ` +
      "tenant's. Leave --uuid out, or correct connector.uuid in the mapping if the connector was added again.",
  );
}
