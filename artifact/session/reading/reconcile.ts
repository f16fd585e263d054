/**
 * What stays on screen when a new reading meets an older one.
 *
 * In: the last good records, the new ones with their failures, and the sources the new reading has
 * finished (null = all). Out: the records to show and which of them are stale. Authorization lost takes data
 * down; a passing fault keeps the last good rows; a source still being read keeps its old rows.
 */
import { explain, type FailureKind } from '../../../skill/torii/failure.ts';
import type { Source, TenantRecords } from '../../../skill/torii/read.ts';
import type { StaleSource } from '../model/state.ts';

export interface Reconciled {
  /** Null when everything had to be taken down. */
  readonly records: TenantRecords | null;
  readonly stale: readonly StaleSource[];
}

/** Losses that concern the whole connection, whichever call met them. */
const wholeConnection: readonly FailureKind[] = [
  'needs-sign-in',
  'not-connected',
  'other-name',
  'consent-required',
  'not-torii',
];

export function reconcile(
  previous: TenantRecords | null,
  next: TenantRecords,
  finished: ReadonlySet<Source> | null,
): Reconciled {
  const { failures = [] } = next;
  if (failures.some(({ failure }) => wholeConnection.includes(failure.kind))) {
    return { records: null, stale: [] };
  }
  if (previous === null) return { records: next, stale: [] };
  const stale = failures
    .filter(({ failure, source }) => !explain(failure.kind).retracts && wasRead(previous, source))
    .map((failed) => ({ ...failed, fetchedAt: certificateOf(previous, failed.source)?.fetchedAt ?? null }));
  const kept = new Set<Source>(stale.map(({ source }) => source));
  for (const { source } of previous.completeness) if (finished?.has(source) === false) kept.add(source);
  return { records: withKept(previous, next, kept), stale };
}

function certificateOf(records: TenantRecords, source: Source): TenantRecords['completeness'][number] | null {
  return records.completeness.find((certificate) => certificate.source === source) ?? null;
}

function wasRead(records: TenantRecords, source: Source): boolean {
  return (certificateOf(records, source)?.pages ?? 0) > 0;
}

function withKept(previous: TenantRecords, next: TenantRecords, kept: ReadonlySet<Source>): TenantRecords {
  const from = (source: Source): TenantRecords => (kept.has(source) ? previous : next);
  return {
    ...next,
    apps: from('apps').apps,
    contracts: from('contracts').contracts,
    users: from('users').users,
    appUsers: from('appUsers').appUsers,
    transactions: from('transactions').transactions,
    fields: from('fields').fields,
    completeness: [
      ...next.completeness.filter(({ source }) => !kept.has(source)),
      ...previous.completeness.filter(({ source }) => kept.has(source)),
    ],
  };
}
