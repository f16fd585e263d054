/**
 * The totals of an earlier run, from the content of baseline.json that a page may carry.
 *
 * The file is checked in full where it is written and embedded; here only what is shown is read, and
 * what is not there is not compared.
 */
import type { IsoDate, Minor, Totals } from '../../skill/analysis/contract.ts';
import { minorOf } from '../../skill/analysis/units.ts';
import { isJsonObject } from '../../skill/torii/json.ts';

export interface Earlier {
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

/** Null where there is none that can be read. */
export function earlierIn(given: unknown): Earlier | null {
  if (!isJsonObject(given)) return null;
  const { tenant, currency, asOf, totals } = given;
  if (typeof tenant !== 'string' || typeof currency !== 'string' || typeof asOf !== 'string') return null;
  const amounts = isJsonObject(totals) ? totals : {};
  const known = comparedTotals.flatMap((name) => {
    const text = amounts[name];
    const minor = typeof text === 'string' ? minorOf(text, currency) : null;
    return minor === null ? [] : [[name, minor] as const];
  });
  return { tenant, currency, asOf, totals: Object.fromEntries(known) };
}
