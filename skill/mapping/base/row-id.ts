import { isJsonObject, type JsonObject, type JsonValue } from '../../torii/json.ts';

/** The id of an object, an option or a list of one found in place of an id; several are no one id. */
export function idInside(raw: JsonValue | undefined): JsonValue {
  if (Array.isArray(raw)) return raw.length === 1 && !Array.isArray(raw[0]) ? idInside(raw[0]) : null;
  return (isJsonObject(raw) ? (raw.id ?? raw.value) : raw) ?? null;
}

/** The app that a record belongs to, however it names it. */
export function linkedAppId(row: JsonObject): number | null {
  return idOf(idInside(row.idApp ?? row.appId ?? row.app));
}

/** A whole number, also when it comes as digits; null for everything else. */
export function idOf(raw: JsonValue | undefined): number | null {
  if (typeof raw === 'number') return Number.isSafeInteger(raw) ? raw : null;
  return typeof raw === 'string' && /^\s*\d{1,15}\s*$/.test(raw) ? Number(raw) : null;
}
