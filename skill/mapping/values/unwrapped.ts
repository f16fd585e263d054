/** Takes a value out of what it is wrapped in, so that every reader sees the value alone. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../torii/json.ts';

/** Nothing sensible is wrapped deeper; a record that nests for ever must not stop the reading. */
const DEEPEST = 8;

/** An option as an object (`{name|label|value}`) or a list of one, as what it holds; null when it holds nothing. */
export function unwrapped(raw: JsonValue): JsonValue {
  let value = raw;
  for (let depth = 0; depth < DEEPEST && typeof value === 'object' && value !== null; depth += 1) {
    const inner = Array.isArray(value) ? insideList(value) : insideObject(value);
    if (inner === undefined) return value;
    value = inner;
  }
  return value;
}

/** A list of several stays a list. */
function insideList(list: readonly JsonValue[]): JsonValue | undefined {
  return list.length > 1 ? undefined : (list[0] ?? null);
}

const wrappers = new Set(['name', 'label', 'value']);

/** An object of another shape stays as it is; an empty one holds nothing. */
function insideObject(object: JsonObject): JsonValue | undefined {
  const held = object.name ?? object.label ?? object.value;
  if (held !== undefined && held !== null) return withUnit(held, object);
  const keys = Object.keys(object);
  return keys.length === 0 || keys.some((key) => wrappers.has(key)) ? null : undefined;
}

/** What a number counts belongs to it: `{value: 2, unit: "months"}` is no 2 of anything else. */
function withUnit(held: JsonValue, object: JsonObject): JsonValue {
  if (typeof held !== 'number' && !(typeof held === 'string' && /\d\s*$/.test(held))) return held;
  const unit = statedUnit(object);
  return unit === null ? held : `${held} ${unit}`;
}

const unitKeys = ['unit', 'units', 'period', 'per', 'interval', 'frequency'] as const;

/** The unit or period that an object states beside its value; null where it states none. */
export function statedUnit(object: JsonObject): string | null {
  for (const key of unitKeys) {
    const unit = object[key];
    if (typeof unit === 'string' && unit.trim() !== '') return unit.trim();
  }
  return null;
}

/** The machine's value of an option that a reader cannot make out by its name. */
export function secondReading(raw: JsonValue): JsonValue | undefined {
  if (!isJsonObject(raw) || (raw.name ?? raw.label ?? null) === null) return undefined;
  const { value } = raw;
  return value === undefined || value === null ? undefined : withUnit(value, raw);
}
