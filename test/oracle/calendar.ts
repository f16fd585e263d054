/** The calendar of the oracle: a day is a number, and no clock or zone is asked. Day 0 is 1970-01-01. */
export type Day = number;

export interface YearMonthDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const beforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

export function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Leap days in the years before `year`, counted from year 0. */
function leapDaysBefore(year: number): number {
  const last = year - 1;
  return Math.floor(last / 4) - Math.floor(last / 100) + Math.floor(last / 400);
}

function firstOfYear(year: number): Day {
  return 365 * (year - 1970) + leapDaysBefore(year) - leapDaysBefore(1970);
}

export function dayFrom({ year, month, day }: YearMonthDay): Day {
  const leap = month > 2 && isLeap(year) ? 1 : 0;
  return firstOfYear(year) + (beforeMonth[month - 1] ?? 0) + leap + day - 1;
}

/** Null where the calendar has no such day. */
export function validDay(parts: YearMonthDay): Day | null {
  const { year, month, day } = parts;
  if (year < 1900 || year > 2200 || month < 1 || month > 12) return null;
  return day < 1 || day > daysInMonth(year, month) ? null : dayFrom(parts);
}

export function partsOf(at: Day): YearMonthDay {
  let year = 1970 + Math.floor(at / 365.2425);
  while (firstOfYear(year) > at) year -= 1;
  while (firstOfYear(year + 1) <= at) year += 1;
  let [month, rest] = [1, at - firstOfYear(year)];
  while (rest >= daysInMonth(year, month)) {
    rest -= daysInMonth(year, month);
    month += 1;
  }
  return { year, month, day: rest + 1 };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

export function iso(at: Day): string {
  const { year, month, day } = partsOf(at);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

export function dayOfIso(text: string): Day {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return dayFrom({ year, month, day });
}

/** The same day of another month, or the last one where that month is shorter. */
export function addMonths(at: Day, months: number): Day {
  const { year, month, day } = partsOf(at);
  const count = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  return dayFrom({ year: toYear, month: toMonth, day: Math.min(day, daysInMonth(toYear, toMonth)) });
}

/** Which of end and the day after it is a monthly anniversary of the start, and how many months that is. */
export function wholeMonths(start: Day, end: Day): { months: number; after: 0 | 1 } | null {
  for (const after of [1, 0] as const) {
    const [a, b] = [partsOf(start), partsOf(end + after)];
    const months = (b.year - a.year) * 12 + b.month - a.month;
    if (months > 0 && addMonths(start, months) === end + after) return { months, after };
  }
  return null;
}
