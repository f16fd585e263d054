import { fieldsToRequest } from '../../skill/mapping/config.ts';
import { draftMapping } from '../../skill/mapping/discover.ts';
import type { TenantMapping } from '../../skill/mapping/mapping.ts';
import type { Clock, Host, ToolBridge } from '../../skill/torii/bridge.ts';
import {
  createBudget,
  liveArtifactLimits,
  toriiLimits,
  type BudgetLimits,
} from '../../skill/torii/budget.ts';
import { readTenant, type ReadOptions } from '../../skill/torii/read-tenant.ts';
import type { Source, SourceFailure, TenantRecords } from '../../skill/torii/records.ts';

export interface Reading {
  readonly records: TenantRecords;
  readonly failures: readonly SourceFailure[];
}

export interface ReadingOptions {
  readonly bridge: ToolBridge;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Past the host's cache. */
  readonly fresh: boolean;
  /** Null = read the field definitions first and ask for whatever a draft may need. */
  readonly mapping: TenantMapping | null;
  onProgress: NonNullable<ReadOptions['onProgress']>;
  readonly onSource: (reading: Reading, source: Source) => void;
}

/**
 * Reads what the page shows: field definitions, apps and contracts; people and payments only when a
 * view asks. Never rejects; what failed is in the certificates and in `failures`.
 */
export async function readPortfolio(options: ReadingOptions): Promise<Reading> {
  const { bridge, clock, signal, fresh, mapping, onProgress, onSource } = options;
  const limits = limitsOf(bridge.host);
  const base = { clock, signal, fresh, onProgress, limits, budget: createBudget(limits, clock) };
  const definitions = await readTenant(bridge, {
    ...base,
    sources: ['fields'],
    organization: mapping === null,
    onSource: (records, source) => onSource(readingOf(records), source),
  });
  const fields = mapping ? fieldsToRequest(mapping, definitions.fields) : keysToDiscover(definitions);
  const spend = mapping?.fields.app.spend12m?.key;
  const rows = await readTenant(bridge, {
    ...base,
    sources: ['apps', 'contracts'],
    controlTotals: true,
    ...(spend !== undefined && { sumKeys: { apps: spend } }),
    ...(fields && { fields }),
    onSource: (records, source) => onSource(joined(definitions, records), source),
  });
  return joined(definitions, rows);
}

/** Claude's pages are watched closely; elsewhere Torii's own limits hold. */
function limitsOf(host: Host): BudgetLimits {
  return host === 'cowork' || host === 'claude' ? liveArtifactLimits : toriiLimits;
}

/** Every candidate is asked for, so that values can decide between them; null = the server's default. */
function keysToDiscover(definitions: TenantRecords): NonNullable<ReadOptions['fields']> | null {
  if (definitions.fields.length === 0) return null;
  const { mapping, candidates } = draftMapping(definitions);
  const keys = fieldsToRequest(mapping, definitions.fields);
  const known = new Set(definitions.fields.map(({ entity, key }) => `${entity} ${key}`));
  const rivals = (entity: 'app' | 'contract'): string[] =>
    Object.entries(candidates.fields)
      .filter(([path]) => path.startsWith(`fields.${entity}.`))
      .flatMap(([, ranked]) => ranked.map(({ key }) => key))
      .filter((key) => known.has(`${entity} ${key}`));
  return {
    ...keys,
    app: [...new Set([...keys.app, ...rivals('app')])],
    contract: [...new Set([...keys.contract, ...rivals('contract')])],
  };
}

function readingOf(records: TenantRecords): Reading {
  return { records, failures: records.failures ?? [] };
}

/** Definitions and rows come from two readings of one tenant. */
function joined(definitions: TenantRecords, rows: TenantRecords): Reading {
  const { fields, organization } = definitions;
  const own = rows.completeness.filter(({ source }) => source !== 'fields');
  const theirs = definitions.completeness.filter(({ source }) => source === 'fields');
  const failures = [...(rows.failures ?? []), ...(definitions.failures ?? [])];
  return {
    records: { ...rows, fields, organization, completeness: [...own, ...theirs], failures },
    failures,
  };
}
