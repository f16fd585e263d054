/**
 * Records held in memory, as the demo and a shared snapshot carry them.
 *
 * In: records of one reading. Out: a `ToolBridge` that answers the same read tools in the same
 * envelopes, page by page. What the reading could not see fails here as it failed there; a partial
 * source ends with a failure, so that it stays partial when it is read again.
 */
import { type OfferedTool, type RawCall, type ToolBridge, openBridge } from '../../../skill/torii/bridge.ts';
import { isReadTool, type ReadTool, calledTools } from '../../../skill/torii/catalog.ts';
import { failure } from '../../../skill/torii/failure.ts';
import type { JsonObject } from '../../../skill/torii/json.ts';
import type { Source, TenantRecords } from '../../../skill/torii/read.ts';
import { HostFault, hostFailure } from '../base/host-fault.ts';
import type { BridgeSettings } from '../base/settings.ts';
import { listingOf, pageOf } from './snapshot-pages.ts';
import { storedAtOf } from '../base/stored-at.ts';

export interface SnapshotSettings extends Pick<BridgeSettings, 'clock' | 'onCall'> {
  readonly records: TenantRecords;
}

/** Nothing is waited for; a deadline this short only catches faults of our own. */
const DEADLINE_MS = 5_000;

export function snapshotBridge({ records, clock, onCall }: SnapshotSettings): ToolBridge {
  const bridge = openBridge({
    host: 'snapshot',
    raw: rawCall(records),
    clock,
    deadlineMs: DEADLINE_MS,
    wireNames: () => Promise.resolve(offered(records)),
    failureOf: hostFailure,
    storedAtOf,
    ...(onCall && { onCall }),
  });
  return { ...bridge, copied: copiedIn(records) };
}

function copiedIn({ completeness }: TenantRecords): Map<Source, number> {
  return new Map(
    completeness.flatMap(({ source, copied }) => (copied === undefined ? [] : [[source, copied]])),
  );
}

function offered({ organization }: TenantRecords): OfferedTool[] {
  const held = calledTools.filter((tool) => tool !== 'get_organization' || organization !== null);
  return held.map((name) => ({ name }));
}

function rawCall(records: TenantRecords): RawCall {
  const storedAt = oldestReading(records);
  return async (wireName, args, { signal }) => {
    signal?.throwIfAborted();
    const body = isReadTool(wireName) ? bodyOf(records, wireName, args) : null;
    if (body === null) throw new HostFault(failure('not-offered', null, `A snapshot has no ${wireName}.`));
    return { structuredContent: body, ...(storedAt !== null && { cache: { storedAt } }) };
  };
}

function bodyOf(records: TenantRecords, tool: ReadTool, args: JsonObject): JsonObject | null {
  if (tool === 'get_organization') return records.organization && { org: records.organization };
  const listing = listingOf(records, tool, args);
  return listing && pageOf(listing, args);
}

/** The snapshot is as old as its oldest reply (milliseconds since the epoch). */
function oldestReading({ completeness }: TenantRecords): number | null {
  const instants = completeness.flatMap(({ fetchedAt }) =>
    fetchedAt === null ? [] : [Date.parse(fetchedAt)],
  );
  return instants.length === 0 ? null : Math.min(...instants);
}
