import type { JsonObject } from '../../torii/json.ts';
import { dateFormatOf } from '../values/date-format.ts';
import { readDay } from '../values/read-day.ts';
import { unwrapped } from '../values/unwrapped.ts';

const form = /^\s*\d{1,2}([/-])\d{1,2}\1(\d{4}|\d{2})(?!\d)/;

/** True for a date that is one day with the day first and another with the month first. */
export function isTwoDates(text: string): boolean {
  return form.test(text);
}

/**
 * The format of dates whose form has two meanings, where the values themselves decide: one of them is
 * later than the twelfth, so that only one order gives a date for all. Null where both orders do, or none.
 */
export function provenFormat(rows: readonly JsonObject[], key: string): string | null {
  const texts = rows.flatMap((row) => {
    const raw = Object.hasOwn(row, key) ? unwrapped(row[key] ?? null) : null;
    return typeof raw === 'string' && form.test(raw) && readDay(raw).kind === 'invalid' ? [raw] : [];
  });
  const [, sign = '/', year = ''] = form.exec(texts[0] ?? '') ?? [];
  const years = year.length === 4 ? 'YYYY' : 'YY';
  const fitting = [`DD${sign}MM${sign}${years}`, `MM${sign}DD${sign}${years}`].filter((format) => {
    const reading = { format: dateFormatOf(format), midnights: [] };
    return texts.every((text) => readDay(text, reading).kind === 'known');
  });
  return texts.length > 0 && fitting.length === 1 ? (fitting[0] ?? null) : null;
}
