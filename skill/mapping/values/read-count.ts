/**
 * Whole numbers of seats, people, days or months. Text may carry its unit where the conversion is
 * exact ("30 days", "2 weeks", "1 year"); "3 months" of notice is no number of days and is Invalid.
 */
import type { JsonValue } from '../../torii/json.ts';
import type { Value } from '../base/portfolio.ts';
import { invalid, known } from '../base/value.ts';

export type CountUnit = 'each' | 'days' | 'months';

const factors: Readonly<Record<CountUnit, Readonly<Record<string, number>>>> = {
  each: { '': 1, seat: 1, user: 1, license: 1, licence: 1 },
  days: { '': 1, d: 1, day: 1, week: 7 },
  months: { '': 1, m: 1, mo: 1, month: 1, year: 12, yr: 12, y: 12 },
};

export function readCount(raw: JsonValue, unit: CountUnit): Value<number> {
  const count = typeof raw === 'number' ? raw : typeof raw === 'string' ? countOfText(raw, unit) : null;
  return count !== null && Number.isSafeInteger(count) && count >= 0 ? known(count + 0) : invalid(raw);
}

const written = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.0+)?[\s-]*(?:calendar )?([a-z]*?)s?$/i;

function countOfText(text: string, unit: CountUnit): number | null {
  const parts = written.exec(text.trim());
  const factor = parts && factors[unit][(parts[2] ?? '').toLowerCase()];
  return parts && factor ? Number((parts[1] ?? '').replaceAll(',', '')) * factor : null;
}
