/**
 * Dates as Torii and its tenants write them, as days since 1970-01-01 in UTC.
 *
 * Read: "2026-11-22", ISO instants (an instant without a zone counts as UTC), epoch milliseconds as
 * number or digits. Everything else is Invalid: "03/04/2026" is two different days.
 */
import type { JsonValue } from '../../torii/json.ts';
import type { Day, Value } from '../base/portfolio.ts';
import { invalid, known } from '../base/value.ts';

const DAY_MS = 86_400_000;
/** Years a contract or a visit can lie in; outside them the text is a typing error or another unit. */
const firstYear = 1970;
const lastYear = 2199;
/** 1990 and 2200 in epoch milliseconds; seconds and Excel days fall outside. */
const firstMs = 631_152_000_000;
const lastMs = 7_258_118_400_000;

const instant = /^\d{4}-\d{2}-\d{2}[T ]([01]\d|2[0-3]):[0-5]\d(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

export function readDay(raw: JsonValue): Value<Day> {
  const day = typeof raw === 'string' ? dayOfText(raw) : typeof raw === 'number' ? dayOfMs(raw) : null;
  return day === null ? invalid(raw) : known(day);
}

function dayOfText(text: string): Day | null {
  const { length } = text;
  // Rows by the hundred thousand carry this form, so it is read without a pattern.
  if (length === 10 || (length === 24 && text.charCodeAt(10) === 84 && text.charCodeAt(23) === 90)) {
    return dayOfDate(text);
  }
  const trimmed = text.trim();
  if (trimmed.length === 10) return dayOfDate(trimmed);
  if (/^\d{12,13}$/.test(trimmed)) return dayOfMs(Number(trimmed));
  const parts = instant.exec(trimmed);
  if (parts === null) return null;
  const zone = parts[4] ?? 'Z';
  return zone === 'Z' ? dayOfDate(trimmed) : dayOfMs(Date.parse(trimmed.replace(' ', 'T')));
}

function dayOfMs(ms: number): Day | null {
  return ms >= firstMs && ms < lastMs ? Math.floor(ms / DAY_MS) : null;
}

/** The first ten characters as a calendar date that exists. */
function dayOfDate(text: string): Day | null {
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const date = digits(text, 8, 10);
  if (!(year >= firstYear && year <= lastYear && month >= 1 && month <= 12)) return null;
  if (!(date >= 1 && date <= daysIn(year, month))) return null;
  return daysBeforeYear(year) + daysBeforeMonth(year, month) + date - 1;
}

/** Days from 1970-01-01 to the first of a year; three times as fast as asking Date. */
function daysBeforeYear(year: number): number {
  const leapDays =
    Math.floor((year - 1969) / 4) - Math.floor((year - 1901) / 100) + Math.floor((year - 1601) / 400);
  return 365 * (year - firstYear) + leapDays;
}

const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

function daysBeforeMonth(year: number, month: number): number {
  return (daysBefore[month - 1] ?? 0) + (month > 2 && isLeap(year) ? 1 : 0);
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** NaN when a character is not a digit. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
