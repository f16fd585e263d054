/** Calendar arithmetic on days since 1970-01-01 in UTC: integers only, no clock and no time zone. */
import type { Day } from '../../mapping/portfolio.ts';

interface Civil {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

const DAYS_IN_ERA = 146_097;
const DAYS_TO_1970 = 719_468;

/** Howard Hinnant's days_from_civil: the year begins in March, so that a leap day comes last. */
export function dayFrom(year: number, month: number, day: number): Day {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_ERA + dayOfEra - DAYS_TO_1970;
}

/** The inverse, civil_from_days. */
export function civilOf(day: Day): Civil {
  const shifted = day + DAYS_TO_1970;
  const era = Math.floor(shifted / DAYS_IN_ERA);
  const dayOfEra = shifted - era * DAYS_IN_ERA;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** "2026-11-22" or an instant that begins so; throws on anything else, which only a bug can pass. */
export function dayOf(iso: string): Day {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?=$|T)/.exec(iso);
  if (parts === null) throw new RangeError(`Not an ISO date: ${iso}`);
  const day = dayFrom(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  if (isoOf(day) !== iso.slice(0, 10)) throw new RangeError(`No such date: ${iso}`);
  return day;
}

export function isoOf(day: Day): string {
  const { year, month, day: date } = civilOf(day);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(date, 2)}`;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

export function addDays(day: Day, days: number): Day {
  return day + days;
}

/** The same date n months later; a date that the month lacks becomes its last day. */
export function addMonths(day: Day, months: number): Day {
  const civil = civilOf(day);
  const index = civil.year * 12 + civil.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return dayFrom(year, month, Math.min(civil.day, daysInMonth(year, month)));
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/**
 * N where the end, or the day after it, is the Nth monthly anniversary of the start; else null.
 * Contracts state either the last day (2026-12-31) or the first day after (2027-01-01).
 */
export function wholeMonths(start: Day, end: Day): number | null {
  return anniversaryOf(start, end)?.months ?? null;
}

/** The same, and by how many days the end lies before the anniversary: one, or none. */
export function anniversaryOf(
  start: Day,
  end: Day,
): { readonly months: number; readonly daysBefore: 0 | 1 } | null {
  const after = anniversary(start, end + 1);
  if (after !== null) return { months: after, daysBefore: 1 };
  const on = anniversary(start, end);
  return on === null ? null : { months: on, daysBefore: 0 };
}

function anniversary(start: Day, day: Day): number | null {
  const from = civilOf(start);
  const to = civilOf(day);
  const months = (to.year - from.year) * 12 + to.month - from.month;
  return months > 0 && addMonths(start, months) === day ? months : null;
}
