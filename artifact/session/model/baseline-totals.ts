/** The totals of an earlier run, from the content of baseline.json that a page may carry. */
import type { IsoDate, Minor, Totals } from '../../../skill/analysis/contract.ts';
import { minorOf } from '../../../skill/analysis/units.ts';
import type { Baseline } from '../../../skill/report/snapshot.ts';

export interface BaselineTotals {
  readonly tenant: string;
  readonly currency: string;
  readonly asOf: IsoDate;
  readonly totals: Readonly<Partial<Record<ComparedTotal, Minor>>>;
}

const comparedTotals = [
  'baselineAnnual',
  'hardSavingAnnual',
  'avoidanceAnnual',
  'unknownSeatValueAnnual',
] as const satisfies readonly (keyof Totals<Minor>)[];
export type ComparedTotal = (typeof comparedTotals)[number];

export function readBaselineTotals({ tenant, currency, asOf, totals }: Baseline): BaselineTotals {
  const known = comparedTotals.flatMap((name) => {
    const minor = minorOf(totals[name], currency);
    return minor === null ? [] : [[name, minor] as const];
  });
  return { tenant, currency, asOf, totals: Object.fromEntries(known) };
}
