/**
 * The runs of a tenant in their order, as points that a chart or a table draws.
 *
 * In: the kept runs and the present one. Out: one point a day, oldest first; runs of another tenant or in another
 * currency are left out, and of two runs of a day the present one counts.
 */
import type { CostComplete, IsoDate, Minor } from '../../analysis/contract.ts';
import { sum } from '../../analysis/facts.ts';
import { minorOf } from '../../analysis/units.ts';
import type { PastRun } from './run-record.ts';

export interface TimePoint {
  readonly asOf: IsoDate;
  /** Minor units; null = unknown. */
  readonly baseline: Minor | null;
  readonly complete: CostComplete;
  /** What the plan of that day would save a year. */
  readonly planned: Minor | null;
  /** What contracts came to cost less since the run before; null = nothing to compare with. */
  readonly verified: Minor | null;
  /** All of that up to this run. */
  readonly verifiedSoFar: Minor;
  readonly isDraft: boolean;
  readonly isPartial: boolean;
}

export function overTime(runs: readonly PastRun[], now: PastRun): TimePoint[] {
  const own = runs.filter(
    ({ tenant, currency, asOf }) => tenant === now.tenant && currency === now.currency && asOf < now.asOf,
  );
  const byDay = new Map([...own, now].map((run) => [run.asOf, run]));
  const inOrder = [...byDay.values()].toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1));
  const verified = inOrder.map(({ verifiedAnnual, currency }) => amount(verifiedAnnual, currency));
  return inOrder.map(({ asOf, totals, currency, baselineComplete, draft }, index) => ({
    asOf,
    baseline: amount(totals.baselineAnnual, currency),
    complete: baselineComplete,
    planned: amount(totals.hardSavingAnnual, currency),
    verified: verified[index] ?? null,
    verifiedSoFar: sum(verified.slice(0, index + 1), (saved) => saved ?? 0),
    isDraft: draft,
    isPartial: totals.partial,
  }));
}

function amount(text: string | null, currency: string): Minor | null {
  return text === null ? null : minorOf(text, currency);
}
