/** The parts of a comparison that need no more of a run than its totals and the costs of its apps. */
import type { AnalyzedApp, CostComplete, Minor } from '../../analysis/contract.ts';
import { baselineComplete } from '../../analysis/facts.ts';
import { minorOf } from '../../analysis/units.ts';
import type { Changes, ComparedTotal, CostChange } from './change-record.ts';
import type { EarlierRun } from './earlier-run.ts';

export function incomparability(
  now: { readonly tenant: string; readonly currency: string },
  baseline: EarlierRun | null,
): Changes['incomparable'] {
  if (baseline === null) return 'nothing';
  if (baseline.tenant !== now.tenant) return 'tenant';
  return baseline.currency === now.currency ? null : 'currency';
}

const comparedTotals: readonly ComparedTotal[] = [
  'baselineAnnual',
  'hardSavingAnnual',
  'decidableAnnual',
  'unknownSeatValueAnnual',
];

export interface ComparedNow {
  readonly totals: Readonly<Record<ComparedTotal, Minor | null>>;
  /** What the baseline can be called. */
  readonly complete: CostComplete;
}

export function changedTotals(now: ComparedNow, baseline: EarlierRun): Changes['totals'] {
  return comparedTotals.flatMap((total) => {
    const text = baseline.totals[total];
    const from = text === null ? null : minorOf(text, baseline.currency);
    const to = now.totals[total];
    const isBaseline = total === 'baselineAnnual';
    const fromComplete = isBaseline ? completeThen(baseline) : 'whole';
    const toComplete = isBaseline ? now.complete : 'whole';
    const isSame = from === to && fromComplete === toComplete;
    return isSame || (from === null && text !== null) ? [] : [{ total, from, to, fromComplete, toComplete }];
  });
}

function completeThen({ totals, apps, complete }: EarlierRun): CostComplete {
  return complete ?? baselineComplete({ totals, apps });
}

/** Largest first, by the larger of the two amounts. */
export function changedCosts(
  apps: readonly Pick<AnalyzedApp<Minor>, 'id' | 'name' | 'costAnnual'>[],
  baseline: EarlierRun,
): CostChange[] {
  const before = new Map(baseline.apps.map(({ id, costAnnual }) => [id, costAnnual]));
  const changes = apps.flatMap(({ id, name, costAnnual: to }) => {
    const text = before.get(id);
    if (text === undefined) return [];
    const from = text === null ? null : minorOf(text, baseline.currency);
    return from === to ? [] : [{ appId: id, name, from, to }];
  });
  return changes.toSorted((a, b) => weight(b) - weight(a) || a.appId - b.appId);
}

function weight({ from, to }: CostChange): number {
  return Math.max(from ?? 0, to ?? 0);
}
