/** Spans of days as they stand in the address: a month such as `2027-03`, or `2027-01-01..2027-03-31`. */
import type { IsoDate } from '../../../../skill/analysis/contract.ts';

/** The month of the date and the eleven after it, such as `2027-03`. */
export function monthsAhead(asOf: IsoDate): string[] {
  const [year, first] = [Number(asOf.slice(0, 4)), Number(asOf.slice(5, 7)) - 1];
  return Array.from({ length: 12 }, (_, ahead) =>
    new Date(Date.UTC(year, first + ahead, 1)).toISOString().slice(0, 7),
  );
}

/** From the first day of one month to the last of another. */
export function periodText(first: string, last: string): string {
  const end = new Date(Date.UTC(Number(last.slice(0, 4)), Number(last.slice(5, 7)), 0));
  return `${first}-01..${end.toISOString().slice(0, 10)}`;
}
