/** Values of records as queries see them, whatever form Torii gave them. */
import { isJsonObject, type JsonValue } from '../../skill/torii/json.ts';

/** The value a filter or an aggregation sees: ids of people, amounts of money, items of a comma list. */
export function plain(value: JsonValue | undefined): string | number | boolean | null {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.map((item) => String(plain(item))).join(',');
  if (isJsonObject(value)) return plain(value['value'] ?? value['id']);
  return value;
}

export function numberOf(value: JsonValue | undefined): number | null {
  const flat = plain(value);
  if (typeof flat === 'number') return flat;
  return typeof flat === 'string' && flat.trim() !== '' && Number.isFinite(Number(flat))
    ? Number(flat)
    : null;
}

/** A calendar day as text, from an ISO instant or from milliseconds. */
export function dayText(value: JsonValue | undefined): string | null {
  const flat = plain(value);
  if (typeof flat === 'number') return new Date(flat).toISOString().slice(0, 10);
  return typeof flat === 'string' && /^\d{4}-\d{2}-\d{2}/.test(flat) ? flat.slice(0, 10) : null;
}

/** The value as text; nothing is an empty text. */
export function textOf(value: JsonValue | undefined): string {
  return String(plain(value) ?? '');
}
