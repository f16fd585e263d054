/**
 * A span of days as people name it: `2027Q1`, `2027-03`, or `2027-01-15..2027-04-30`, whose ends may be
 * left open. The same text is used in addresses, in files and in the choices of the filter bar.
 */
import type { IsoDate } from '../../../skill/analysis/contract.ts';
import { dayOf, isoOf } from '../../../skill/analysis/units.ts';
import { formatDate, formatMonth } from '../../parts/text.ts';

/** Both ends belong to it. */
export interface DaySpan {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const FIRST: IsoDate = '0000-01-01';
const LAST: IsoDate = '9999-12-31';

/** Null for a text that names no period. */
export function periodOf(text: string): DaySpan | null {
  const [, year = '', quarter = ''] = /^(\d{4})-?Q([1-4])$/i.exec(text) ?? [];
  if (quarter !== '') return monthsFrom(year, Number(quarter) * 3 - 2, 3);
  const [, ofYear = '', ofMonth = ''] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? [];
  if (ofMonth !== '') return monthsFrom(ofYear, Number(ofMonth), 1);
  return rangeOf(text);
}

function monthsFrom(year: string, first: number, months: number): DaySpan {
  const end = new Date(Date.UTC(Number(year), first - 1 + months, 0));
  return { from: `${year}-${String(first).padStart(2, '0')}-01`, to: end.toISOString().slice(0, 10) };
}

function rangeOf(text: string): DaySpan | null {
  const ends = text.split('..');
  if (ends.length !== 2) return null;
  const [from = '', to = ''] = ends;
  if ((from === '' && to === '') || ![from, to].every((end) => end === '' || isDay(end))) return null;
  return { from: from || FIRST, to: to || LAST };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** False for a period that cannot be read, as an address may hold. */
export function isInPeriod(day: IsoDate, text: string): boolean {
  const period = periodOf(text);
  return period !== null && day >= period.from && day <= period.to;
}

export interface PeriodChoice {
  readonly value: string;
  readonly label: string;
}

/** The next days and the quarters and months from the one of `asOf` on. */
export function periodChoices(
  asOf: IsoDate,
): Readonly<Record<'Days' | 'Quarters' | 'Months', PeriodChoice[]>> {
  const year = Number(asOf.slice(0, 4));
  const first = Number(asOf.slice(5, 7)) - 1;
  const after = (months: number): Date => new Date(Date.UTC(year, first + months, 1));
  return {
    Days: [30, 60, 90, 365].map((days) => ({
      value: `${asOf}..${isoOf(dayOf(asOf) + days)}`,
      label: days === 365 ? 'Next 12 months' : `Next ${days} days`,
    })),
    Quarters: Array.from({ length: 8 }, (_, step) => {
      const value = quarterOf(after(step * 3));
      return { value, label: periodWords(value) };
    }),
    Months: Array.from({ length: 13 }, (_, step) => {
      const value = after(step).toISOString().slice(0, 7);
      return { value, label: periodWords(value) };
    }),
  };
}

function quarterOf(day: Date): string {
  return `${day.getUTCFullYear()}Q${Math.floor(day.getUTCMonth() / 3) + 1}`;
}

/** "Q1 2027", "Mar 2027", "Jan 15, 2027 to Apr 30, 2027", "until Apr 30, 2027" */
export function periodWords(text: string): string {
  const [, year, quarter] = /^(\d{4})-?Q([1-4])$/i.exec(text) ?? [];
  if (quarter !== undefined) return `Q${quarter} ${year}`;
  const period = periodOf(text);
  if (period === null) return text;
  if (!text.includes('..')) return formatMonth(period.from);
  if (period.from === FIRST) return `until ${formatDate(period.to)}`;
  if (period.to === LAST) return `from ${formatDate(period.from)}`;
  return `${formatDate(period.from)} to ${formatDate(period.to)}`;
}
