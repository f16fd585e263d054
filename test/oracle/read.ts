/**
 * How the oracle reads one raw value. Everything is known, missing, or invalid with its raw text;
 * "missing is never 0", and "Invalid is not Missing".
 */
import { isRow, type Json, textOf } from './json.ts';

export type Read<T> =
  | { readonly is: 'known'; readonly value: T }
  | { readonly is: 'missing' }
  | { readonly is: 'invalid'; readonly raw: string };

export const missing = { is: 'missing' } as const;

export function known<T>(value: T): Read<T> {
  return { is: 'known', value };
}

export function invalid<T>(raw: Json): Read<T> {
  return { is: 'invalid', raw: typeof raw === 'string' ? raw : JSON.stringify(raw) };
}

export function valueOf<T>(read: Read<T>): T | null {
  return read.is === 'known' ? read.value : null;
}

export function mapRead<A, B>(read: Read<A>, change: (value: A) => B): Read<B> {
  return read.is === 'known' ? known(change(read.value)) : read;
}

/** "One reader for every wrapped value (`{name|label|value}`, one-element list), before any parsing." */
export function unwrapped(raw: Json | undefined): Json {
  if (raw === undefined || raw === null) return null;
  if (Array.isArray(raw)) return raw.length === 0 ? null : raw.length === 1 ? unwrapped(raw[0]) : raw;
  if (isRow(raw)) {
    const inner = raw['name'] ?? raw['label'] ?? raw['value'];
    return inner === undefined ? raw : unwrapped(inner);
  }
  return typeof raw === 'string' && raw.trim() === '' ? null : raw;
}

/** What the tenant's own table says a raw text means, else the raw value itself. */
export function translated(raw: Json, values: unknown): Json {
  if (!isRow(values) || raw === null) return raw;
  const meaning = values[textOf(raw).trim()];
  return meaning === undefined ? raw : meaning;
}

export function folded(text: string): string {
  return text.trim().toLowerCase();
}

const yes = ['y', 'yes', 'true', '1', 'on', 'auto', 'automatic', 'evergreen', 'ja', 'oui', 'sí', 'si', 'sim'];
const no = ['n', 'no', 'false', '0', 'off', 'nein', 'non', 'não', 'nao'];

export function readTruth(raw: Json): Read<boolean> {
  if (raw === null) return missing;
  if (typeof raw === 'boolean') return known(raw);
  const word = folded(textOf(raw));
  return yes.includes(word) ? known(true) : no.includes(word) ? known(false) : invalid(raw);
}

export interface Duration {
  readonly unit: 'day' | 'month';
  readonly count: number;
}

const units: readonly (readonly [RegExp, Duration['unit'], number])[] = [
  [/^(d|days?|tage?n?)$/, 'day', 1],
  [/^(w|weeks?|wochen?)$/, 'day', 7],
  [/^(m|months?|monate?n?)$/, 'month', 1],
  [/^(q|quarters?|quartale?)$/, 'month', 3],
  [/^(y|years?|jahre?n?)$/, 'month', 12],
];

const periods: Readonly<Record<string, number>> = {
  monthly: 1,
  quarterly: 3,
  annual: 12,
  annually: 12,
  yearly: 12,
};

function counted(count: string, unit: string): Duration | null {
  const found = units.find(([form]) => form.test(unit));
  return found === undefined ? null : { unit: found[1], count: Number(count) * found[2] };
}

/** Reading: what is longer than a century leads to dates that no calendar has, and is no term. */
function ofACentury(duration: Duration, raw: Json): Read<Duration> {
  return duration.count > (duration.unit === 'day' ? 36_525 : 1200) ? invalid(raw) : known(duration);
}

/** A number with a unit, an ISO 8601 duration, or a period; a bare number is in `bare`. */
export function readDuration(raw: Json, bare: Duration['unit']): Read<Duration> {
  if (raw === null) return missing;
  const text = folded(textOf(raw));
  if (/^\d+$/.test(text)) return ofACentury({ unit: bare, count: Number(text) }, raw);
  const period = periods[text];
  if (period !== undefined) return known({ unit: 'month', count: period });
  const [, count = '', unit = ''] =
    /^p(\d+)([dwmy])$/.exec(text) ?? /^(\d+) ?([a-z]+)( prior)?$/.exec(text) ?? [];
  const duration = count === '' ? null : counted(count, unit);
  return duration === null ? invalid(raw) : ofACentury(duration, raw);
}
