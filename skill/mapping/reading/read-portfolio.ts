/**
 * Reads what an analysis needs, asking Torii for the keys of the mapping and for no others.
 *
 * In: a bridge, and a mapping or null. Field definitions are read first; without a mapping they say
 * which keys a draft may need, so that values can decide between candidates. Out: one `TenantRecords`.
 * Never rejects: what failed is in the certificates and in `failures`.
 */
import {
  type Clock,
  type ToolBridge,
  createBudget,
  type Budget,
  type BudgetLimits,
} from '../../torii/bridge.ts';
import {
  readTenant,
  type ReadOptions,
  type FieldEntity,
  type Source,
  sources,
  type TenantRecords,
} from '../../torii/read.ts';
import { fieldsToRequest } from '../apply/config.ts';
import { draftOf } from '../discovery/draft.ts';
import type { TenantMapping } from '../base/mapping.ts';

export interface PortfolioReading {
  readonly bridge: ToolBridge;
  readonly clock: Clock;
  readonly limits: BudgetLimits;
  /** Share one where more is read through the same host; made from `limits` when absent. */
  readonly budget?: Budget;
  readonly signal?: AbortSignal;
  /** Past the host's cache. */
  readonly fresh?: boolean;
  /** Null = discover. */
  readonly mapping: TenantMapping | null;
  /** Read the people too: needed where they carry the Organizational View, and to find one. */
  readonly people?: boolean;
  /** Apps whose users are read too, chosen once the apps are known. */
  readonly detail?: (records: TenantRecords) => readonly number[];
  readonly onProgress?: NonNullable<ReadOptions['onProgress']>;
  /** The records so far, as each source ends. */
  readonly onSource?: NonNullable<ReadOptions['onSource']>;
  /** The records so far, after each page. */
  readonly onRows?: NonNullable<ReadOptions['onRows']>;
}

export async function readPortfolio(reading: PortfolioReading): Promise<TenantRecords> {
  const { mapping, onSource, onRows } = reading;
  const base = baseOptions(reading);
  const ask = (options: Partial<ReadOptions>, before: TenantRecords | null) => {
    const joined = (partial: TenantRecords): TenantRecords =>
      before ? joinReadings(before, partial) : partial;
    return readTenant(reading.bridge, {
      ...base,
      ...options,
      onSource: (partial, source) => onSource?.(joined(partial), source),
      onRows: (partial, source, whole) => onRows?.(joined(partial), source, whole),
    }).then(joined);
  };

  const fieldEntities: FieldEntity[] = [
    'app',
    'contract',
    ...(readsPeople(reading) ? ['user' as const] : []),
  ];
  const definitions = await ask({ sources: ['fields'], fieldEntities }, null);
  const fields = mapping ? fieldsToRequest(mapping, definitions.fields) : keysToDiscover(definitions);
  const keys = { ...(fields && { fields }), ...(mapping && { sumKeys: sumKeysOf(mapping) }) };
  const rows = await ask({ sources: ['apps', 'contracts'], controlTotals: true, ...keys }, definitions);
  const userDetail = reading.detail?.(rows) ?? [];
  const sources: Source[] = userDetail.length > 0 ? ['users', 'appUsers'] : ['users'];
  if (userDetail.length === 0 && reading.people !== true) return rows;
  return ask({ sources, userDetail, ...keys }, rows);
}

/** Fields of people are worth a call only where people are read. */
function readsPeople({ people, detail }: PortfolioReading): boolean {
  return people === true || detail !== undefined;
}

/** One budget for all steps: the host counts calls, not readings. */
function baseOptions({
  clock,
  limits,
  budget: shared,
  signal,
  fresh,
  onProgress,
}: PortfolioReading): ReadOptions {
  const budget = shared ?? createBudget(limits, clock);
  return {
    clock,
    limits,
    budget,
    ...(signal && { signal }),
    ...(fresh === undefined ? {} : { fresh }),
    ...(onProgress && { onProgress }),
  };
}

/** Every candidate is asked for; null leaves the choice of keys to the server. */
export function keysToDiscover(definitions: TenantRecords): NonNullable<ReadOptions['fields']> | null {
  if (definitions.fields.length === 0) return null;
  const { mapping, candidates } = draftOf(definitions);
  const keys = fieldsToRequest(mapping, definitions.fields);
  const known = new Set(definitions.fields.map(({ entity, key }) => `${entity} ${key}`));
  const rivals = (entity: 'app' | 'contract'): string[] =>
    Object.entries(candidates.fields)
      .filter(([path]) => path.startsWith(`fields.${entity}.`))
      .flatMap(([, ranked]) => ranked.map(({ key }) => key))
      .filter((key) => known.has(`${entity} ${key}`));
  const views = candidates.views.filter(({ entity }) => entity === 'user').map(({ key }) => key);
  return {
    app: [...new Set([...keys.app, ...rivals('app')])],
    contract: [...new Set([...keys.contract, ...rivals('contract')])],
    user: [...new Set([...keys.user, ...views])],
  };
}

function sumKeysOf(mapping: TenantMapping): NonNullable<ReadOptions['sumKeys']> {
  const apps = mapping.fields.app.spend12m?.key;
  const contracts = mapping.fields.contract.totalValue?.key;
  return { ...(apps === undefined ? {} : { apps }), ...(contracts === undefined ? {} : { contracts }) };
}

/** Two readings of one tenant as one: each source from the reading that read it, the later one first. */
export function joinReadings(earlier: TenantRecords, later: TenantRecords): TenantRecords {
  const from = (source: Source): TenantRecords => (wasRead(later, source) ? later : earlier);
  return {
    apps: from('apps').apps,
    contracts: from('contracts').contracts,
    users: from('users').users,
    appUsers: from('appUsers').appUsers,
    transactions: from('transactions').transactions,
    fields: from('fields').fields,
    organization: later.organization ?? earlier.organization,
    completeness: sources.flatMap((source) =>
      from(source).completeness.filter((certificate) => certificate.source === source),
    ),
    fingerprint: later.fingerprint ?? earlier.fingerprint,
    failures: sources.flatMap((source) =>
      (from(source).failures ?? []).filter((failed) => failed.source === source),
    ),
  };
}

function wasRead({ completeness }: TenantRecords, source: Source): boolean {
  return completeness.some(
    (certificate) => certificate.source === source && certificate.status !== 'not-read',
  );
}
