import { isJsonObject, type JsonObject, type JsonValue } from '../../torii/json.ts';

/** The id of an object found in place of an id. */
export function idInside(raw: JsonValue | undefined): JsonValue {
  return (isJsonObject(raw) ? raw.id : raw) ?? null;
}

/** A whole number, also when it comes as digits; null for everything else. */
export function idOf(raw: JsonValue | undefined): number | null {
  if (typeof raw === 'number') return Number.isSafeInteger(raw) ? raw : null;
  return typeof raw === 'string' && /^\d{1,15}$/.test(raw) ? Number(raw) : null;
}

export function nameOf(row: JsonObject, otherwise: string): string {
  const { name } = row;
  return typeof name === 'string' && name.trim() !== '' ? name.trim() : otherwise;
}
