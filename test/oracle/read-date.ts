/**
 * Dates "in every form with one meaning (ISO, 2026/12/31, 31.12.2026, 31-Dec-2026, Dec 31, 2026,
 * Excel serial, epoch s/ms); a form that has two meanings (03/04/2026 and so 31/12/2026 too) is
 * unreadable until the mapping names the format".
 */
import { type Day, dayOfIso, validDay } from './calendar.ts';
import { type Json, textOf } from './json.ts';
import { invalid, known, missing, type Read } from './read.ts';

/** `minute`: minutes after midnight UTC, for what was recorded as an instant; null for a calendar date. */
export interface Moment {
  readonly day: Day;
  readonly minute: number | null;
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const excelEpoch = dayOfIso('1899-12-30');

/** The three numbers of a date, in the order in which the form has them. */
interface Form {
  readonly pattern: RegExp;
  readonly order: 'ymd' | 'dmy' | 'mdy';
}

const forms: readonly Form[] = [
  { pattern: /^(\d{4})-(\d{2})-(\d{2})$/, order: 'ymd' },
  { pattern: /^(\d{4})\/(\d{2})\/(\d{2})$/, order: 'ymd' },
  { pattern: /^(\d{2})\.(\d{2})\.(\d{4})$/, order: 'dmy' },
  { pattern: /^(\d{1,2})-([a-z]{3})-(\d{4})$/i, order: 'dmy' },
  { pattern: /^([a-z]{3}) (\d{1,2}), (\d{4})$/i, order: 'mdy' },
];

const named: Readonly<Record<string, Form>> = {
  'DD/MM/YYYY': { pattern: /^(\d{2})\/(\d{2})\/(\d{4})$/, order: 'dmy' },
  'MM/DD/YYYY': { pattern: /^(\d{2})\/(\d{2})\/(\d{4})$/, order: 'mdy' },
};

function monthOf(text: string): number {
  const index = monthNames.indexOf(text.toLowerCase());
  return index < 0 ? Number(text) : index + 1;
}

function inForm(text: string, { pattern, order }: Form): Day | null {
  const found = pattern.exec(text);
  if (found === null) return null;
  const part = (letter: string) => found[order.indexOf(letter) + 1] ?? '';
  return validDay({ year: Number(part('y')), month: monthOf(part('m')), day: Number(part('d')) });
}

/** "A date written with an offset is that local date"; with Z it is an instant. */
function withTime(text: string): Moment | null {
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.exec(text);
  if (found === null) return null;
  const [, date = '', hour = '', minute = '', zone] = found;
  return { day: dayOfIso(date), minute: zone === 'Z' ? Number(hour) * 60 + Number(minute) : null };
}

function fromNumber(value: number): Moment | null {
  if (Number.isInteger(value) && value > 20_000 && value < 80_000)
    return { day: excelEpoch + value, minute: null };
  const seconds = value >= 1e11 ? value / 1000 : value;
  // From 1973 to 2200, as far as dates in words go.
  if (seconds < 1e8 || seconds >= 7.25e9) return null;
  const minutes = Math.floor(seconds / 60);
  return { day: Math.floor(minutes / 1440), minute: ((minutes % 1440) + 1440) % 1440 };
}

export function readMoment(raw: Json, format: Json): Read<Moment> {
  if (raw === null) return missing;
  const text = textOf(raw).trim();
  const own = named[textOf(format)];
  for (const form of own === undefined ? forms : [own, ...forms]) {
    const day = inForm(text, form);
    if (day !== null) return known({ day, minute: null });
  }
  const moment = typeof raw === 'number' ? fromNumber(raw) : withTime(text);
  return moment === null ? invalid(raw) : known(moment);
}

/**
 * "Where the instants of a contract's date key, three or more, lie on one non-midnight UTC hour or on
 * two neighboring ones (summer time), they are local midnights: shift to the local day."
 * Reading: the hours 23 and 0 are neighbors too (London), as long as not all lie on 0.
 */
export function areLocalMidnights(moments: readonly Moment[]): boolean {
  const minutes = moments.flatMap(({ minute }) => (minute === null ? [] : [minute]));
  if (minutes.length < 3 || minutes.some((minute) => minute % 60 !== 0)) return false;
  const hours = [...new Set(minutes.map((minute) => minute / 60))].toSorted((a, b) => a - b);
  const [first = 0, last = 0] = [hours[0], hours.at(-1)];
  if (hours.length === 1) return first !== 0;
  return hours.length === 2 && (last - first === 1 || last - first === 23);
}

/** East of Greenwich the local day has begun before midnight UTC. */
export function localDay({ day, minute }: Moment, shifted: boolean): Day {
  return shifted && minute !== null && minute > 720 ? day + 1 : day;
}
