/** When something was last used. Text that means "never" is not a date: its use is unknown. */
import type { JsonValue } from '../../torii/json.ts';
import { plainWord } from '../base/plain-text.ts';
import type { Day, Value } from '../base/portfolio.ts';
import { missing } from '../base/value.ts';
import { type DayReading, readDay } from './read-day.ts';

/** The zero of a clock, in any zone: 1970, year 1, 1601 and 1899 are where systems start to count. */
const zero = /^\s*(0|0001|1601|1753|1899|1900|1969-12-31|1970-01-01)($|[-T ./])/;
const never = new Set(
  'never neverused neverloggedin neversignedin nologin nosignin nie noch nie niemals jamais nunca mai nooit'.split(
    ' ',
  ),
);

export function readUse(raw: JsonValue, reading?: DayReading): Value<Day> {
  const day = readDay(raw, reading);
  if (day.kind === 'known') return day.value > 0 ? day : missing('placeholder');
  return isNever(raw) ? missing('placeholder') : day;
}

/** Counts near 0 are the same zero in another zone, and those far below it are year 1. */
const DAY_MS = 86_400_000;

function isNever(raw: JsonValue): boolean {
  if (typeof raw === 'number') return raw <= DAY_MS / 2;
  return typeof raw === 'string' && (zero.test(raw) || never.has(plainWord(raw)));
}
