/**
 * What changed between two snapshots of one tenant, under one mapping.
 *
 * Amounts are the records' own, from and to; no money is computed here. A record counts as removed
 * only where the later source was read completely: a role that hides contracts has ended none.
 */
import type { Source } from '../../torii/read.ts';
import { applyMapping, type Portfolio } from '../../mapping/portfolio.ts';
import type { TenantMapping } from '../../mapping/mapping.ts';
import { appFacts, changedFacts, contractFacts, type FactChange } from './record-facts.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { recordsOf } from '../snapshot/snapshot-records.ts';
import { verifiedSavings, type VerifiedSaving } from './verified-savings.ts';

export interface RecordName {
  readonly id: number;
  readonly name: string;
}

export interface RecordDiff {
  readonly added: readonly RecordName[];
  readonly removed: readonly RecordName[];
  readonly changed: readonly (RecordName & { readonly changes: readonly FactChange[] })[];
}

export interface SnapshotDiff {
  /** When the two snapshots left Torii. */
  readonly from: string | null;
  readonly to: string | null;
  readonly apps: RecordDiff;
  readonly contracts: RecordDiff;
  /** Lower contracted seats or prices; what they are worth is for the analysis to say. */
  readonly verified: readonly VerifiedSaving[];
  /** Sources that were not complete both times: additions and removals there may only be gaps. */
  readonly incomplete: readonly Source[];
}

export function diffSnapshots(before: Snapshot, after: Snapshot, mapping: TenantMapping): SnapshotDiff {
  const earlier = applyMapping(recordsOf(before), mapping);
  const later = applyMapping(recordsOf(after), mapping);
  return { from: before.fetchedAt, to: after.fetchedAt, ...diffPortfolios(earlier, later) };
}

export function diffPortfolios(before: Portfolio, after: Portfolio): Omit<SnapshotDiff, 'from' | 'to'> {
  const sources = ['apps', 'contracts'] as const;
  const incomplete = sources.filter((source) => !isComplete(before, source) || !isComplete(after, source));
  return {
    apps: diffRecords(before.apps, after.apps, appFacts, {
      added: isComplete(before, 'apps'),
      removed: isComplete(after, 'apps'),
    }),
    contracts: diffRecords(before.contracts, after.contracts, contractFacts, {
      added: isComplete(before, 'contracts'),
      removed: isComplete(after, 'contracts'),
    }),
    verified: verifiedSavings(before, after),
    incomplete,
  };
}

function isComplete({ completeness }: Portfolio, source: Source): boolean {
  return completeness.some((entry) => entry.source === source && entry.status === 'complete');
}

function diffRecords<T extends RecordName>(
  before: readonly T[],
  after: readonly T[],
  factsOf: (record: T) => Readonly<Record<string, FactChange['from']>>,
  tells: { readonly added: boolean; readonly removed: boolean },
): RecordDiff {
  const earlier = new Map(before.map((record) => [record.id, record]));
  const later = new Map(after.map((record) => [record.id, record]));
  const changed = after.flatMap((record) => {
    const old = earlier.get(record.id);
    const changes = old ? changedFacts(factsOf(old), factsOf(record)) : [];
    return changes.length > 0 ? [{ ...nameOf(record), changes }] : [];
  });
  return {
    added: tells.added
      ? after
          .filter(({ id }) => !earlier.has(id))
          .map(nameOf)
          .toSorted(byId)
      : [],
    removed: tells.removed
      ? before
          .filter(({ id }) => !later.has(id))
          .map(nameOf)
          .toSorted(byId)
      : [],
    changed: changed.toSorted(byId),
  };
}

function nameOf({ id, name }: RecordName): RecordName {
  return { id, name };
}

function byId(a: RecordName, b: RecordName): number {
  return a.id - b.id;
}
