/**
 * Dates as Torii and its tenants write them, as days since 1970-01-01.
 *
 * Read: every form that has one meaning. An instant in UTC, or without a zone, is its UTC date; one with
 * an offset is the local date that it states. "03/04/2026" is two different days and is Invalid, until
 * the mapping names the format.
 */
import type { JsonValue } from '../../torii/json.ts';
import type { Day, Known, Value } from '../base/portfolio.ts';
import { invalid, known } from '../base/value.ts';
import { type DateFormat, partsInFormat } from './date-format.ts';
import { DAY_MS, instantOf } from './instant.ts';
import { partsInWords } from './date-words.ts';

/** Years a contract or a visit can lie in; outside them the text is a typing error or another unit. */
const firstYear = 1970;
const lastYear = 2199;
/** Spreadsheets count days from the end of 1899; 1980 to 2099 are taken for such a count. */
const excelZero = 25_569;
const firstExcel = 29_221;
const lastExcel = 73_050;

/** How the dates of one field are to be read, beyond the forms with one meaning. */
export interface DayReading {
  readonly format: DateFormat | null;
  /** Minutes of the UTC day at which the next day begins where the tenant is. */
  readonly midnights: readonly number[];
}

export function readDay(raw: JsonValue, reading?: DayReading): Value<Day> {
  const day = reading === undefined ? dayOf(raw) : dayReadAs(raw, reading);
  return day === null ? invalid(raw) : knownDay(day);
}

/** One object for each day: days lie within 230 years, and accounts by the hundred thousand share a few hundred. */
const knownDays = new Map<Day, Known<Day>>();

function knownDay(day: Day): Known<Day> {
  const met = knownDays.get(day);
  if (met !== undefined) return met;
  const made = known(day);
  knownDays.set(day, made);
  return made;
}

function dayOf(raw: JsonValue): Day | null {
  return typeof raw === 'string' ? dayOfText(raw) : typeof raw === 'number' ? dayOfNumber(raw) : null;
}

function dayReadAs(raw: JsonValue, { format, midnights }: DayReading): Day | null {
  if (isLocalMidnight(raw, midnights)) return Math.floor((instantOf(raw) ?? 0) / DAY_MS) + 1;
  const parts = format !== null && typeof raw === 'string' ? partsInFormat(raw, format) : null;
  return (parts === null ? null : dayOfParts(...parts)) ?? dayOf(raw);
}

/** True for the midnight of a place whose next day has begun while UTC still counts the one before. */
export function isLocalMidnight(raw: JsonValue, midnights: readonly number[]): boolean {
  if (midnights.length === 0) return false;
  const instant = instantOf(raw);
  return instant !== null && midnights.includes((instant % DAY_MS) / 60_000);
}

function dayOfText(text: string): Day | null {
  const { length } = text;
  // Rows by the hundred thousand carry this form, so it is read without a pattern.
  if (length === 10 || (length === 24 && text.charCodeAt(10) === 84 && text.charCodeAt(23) === 90)) {
    const day = dayOfDate(text);
    if (day !== null || length === 24) return day;
  }
  return dayOfTrimmed(text.trim());
}

const instant =
  /^\d{4}-\d{2}-\d{2}[T ]([01]\d|2[0-3]):[0-5]\d(:\d{2}([.,]\d+)?)?\s?(Z|UTC|[+-]\d{2}(:?\d{2})?)?$/;

function dayOfTrimmed(text: string): Day | null {
  if (/^\d+$/.test(text)) return dayOfNumber(Number(text));
  // An instant with an offset states the local date first.
  if (text.length === 10 || instant.test(text)) {
    const day = dayOfDate(text);
    if (day !== null) return day;
  }
  const parts = partsInWords(text);
  return parts === null ? null : dayOfParts(...parts);
}

function dayOfNumber(number: number): Day | null {
  const ms = instantOf(number);
  if (ms !== null) return Math.floor(ms / DAY_MS);
  if (number >= firstExcel && number < lastExcel) return Math.floor(number) - excelZero;
  const compact = Number.isInteger(number) && number > 19_000_000 && number < 22_000_000;
  return compact
    ? dayOfParts(Math.floor(number / 10_000), Math.floor(number / 100) % 100, number % 100)
    : null;
}

/** The first ten characters as a calendar date that exists. */
function dayOfDate(text: string): Day | null {
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  return dayOfParts(year, month, digits(text, 8, 10));
}

function dayOfParts(year: number, month: number, date: number): Day | null {
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
