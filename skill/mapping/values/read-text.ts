/** Short texts: a string, a number, a chosen option as an object, or several options as a list. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../torii/json.ts';
import type { Value } from '../base/portfolio.ts';
import { unwrapped } from './unwrapped.ts';
import { invalid, known, missing } from '../base/value.ts';

export function readText(raw: JsonValue): Value<string> {
  const text = textOf(raw);
  if (text === null) return invalid(raw);
  return text === '' ? missing('empty') : known(text);
}

/** Tags come as a list or as one text with commas; both read the same. */
export function readTags(raw: JsonValue): Value<string> {
  return readText(typeof raw === 'string' ? raw.split(',') : raw);
}

function textOf(raw: JsonValue): string | null {
  if (typeof raw === 'string') return raw.trim();
  if (typeof raw === 'number') return String(raw);
  if (Array.isArray(raw)) return listText(raw);
  if (!isJsonObject(raw)) return null;
  const option = unwrapped(raw);
  return typeof option === 'string' || typeof option === 'number' ? String(option).trim() : null;
}

function listText(raw: readonly JsonValue[]): string | null {
  const texts = raw.map((item) => (Array.isArray(item) ? null : textOf(item)));
  return texts.includes(null) ? null : texts.filter((text) => text !== '').join(', ');
}

/** What a record is called: its name, whatever that is wrapped in, or `otherwise` where it has none. */
export function nameOf(row: JsonObject, otherwise: string): string {
  const name = unwrapped(row.name ?? null);
  const text = typeof name === 'number' ? String(name) : typeof name === 'string' ? name.trim() : '';
  return text === '' ? otherwise : text;
}
