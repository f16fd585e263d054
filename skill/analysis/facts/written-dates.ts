/**
 * Dates as prose writes them. In: a line without citations. Out: each date with the days it may mean.
 * A year or a fiscal year alone is a period and no date.
 */
import { dayOf } from '../base/day.ts';
import type { IsoDate } from '../base/contract.ts';

export interface WrittenDate {
  readonly text: string;
  /** Whether a known date is the one that is written, or lies in the month that is written. */
  matches(date: IsoDate): boolean;
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(?:January|February|March|April|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\.?';
const day = '\\d{1,2}(?:st|nd|rd|th)?';

const written = [
  { form: '\\d{4}-\\d{2}-\\d{2}(?:T[\\d:.]+Z?)?', order: 'ymd' },
  { form: '\\d{1,2}\\. ?\\d{1,2}\\. ?\\d{4}', order: 'dotted' },
  { form: `${day} ${month},?(?: \\d{4})?`, order: 'dmy' },
  { form: `${month} ${day}(?:,? \\d{4})?`, order: 'mdy' },
  { form: `${month} \\d{4}`, order: 'my' },
] as const;

/** Quarters and fiscal years: periods that an amount is spoken of, exempt from citation. */
const periods = /(?<![\p{L}\p{N}.,])(?:Q[1-4](?: \d{4})?|FY ?\d{4})(?![\p{L}\p{N}]|[.,]\d)/gu;

const dates = new RegExp(
  written.map(({ form }) => `(?<![\\p{L}\\p{N}.,])(${form})(?![\\p{L}\\p{N}]|[.,]\\d)`).join('|'),
  'gu',
);

export function datesIn(line: string): WrittenDate[] {
  return [...line.matchAll(dates)].map(([text, ...groups]) => {
    const order = written[groups.findIndex((group) => group !== undefined)]?.order ?? 'ymd';
    return { text, matches: (date) => matches(date, text, order) };
  });
}

/** The line with every date and period taken out. */
export function withoutDates(line: string): string {
  return line.replace(dates, ' ').replace(periods, ' ');
}

type Order = (typeof written)[number]['order'];

function matches(date: IsoDate, text: string, order: Order): boolean {
  if (order === 'ymd') return dayOf(text.slice(0, 10)) === dayOf(date);
  const [year = '', monthNumber = '', dayNumber = ''] = date.split('-');
  const [first = 0, second, third] = (text.match(/\d+/g) ?? []).map(Number);
  if (order === 'dotted') {
    return first === Number(dayNumber) && second === Number(monthNumber) && third === Number(year);
  }
  const named =
    monthNames.indexOf(/\p{L}{3}/u.exec(text.replace(/\d+(?:st|nd|rd|th)/, ''))?.[0].toLowerCase() ?? '') + 1;
  if (named !== Number(monthNumber)) return false;
  if (order === 'my') return first === Number(year);
  return first === Number(dayNumber) && (second === undefined || second === Number(year));
}
