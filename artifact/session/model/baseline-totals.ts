/** The totals of an earlier run, from the content of baseline.json that a page may carry. */
import type { IsoDate, Minor, Totals } from '../../../skill/analysis/contract.ts';
import { minorOf } from '../../../skill/analysis/units.ts';
import type { Baseline } from '../../../skill/report/snapshot.ts';

export interface BaselineTotals {
  readonly tenant: string;
  readonly currency: string;
  readonly asOf: IsoDate;
  /** Null = it was unknown then. */
  readonly totals: Readonly<Partial<Record<ComparedTotal, Minor | null>>>;
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
    const text = totals[name];
    const minor = text === null ? null : minorOf(text, currency);
    return minor === null && text !== null ? [] : [[name, minor] as const];
  });
  return { tenant, currency, asOf, totals: Object.fromEntries(known) };
}
