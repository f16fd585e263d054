import { type JsonValue, isJsonObject } from '../../torii/json.ts';

/** JSON text with the keys of every object sorted, so that equal values give equal bytes. */
export function sortedJson(value: unknown, indent = 0): string {
  return JSON.stringify(value, withSortedKeys, indent);
}

function withSortedKeys(_key: string, inner: JsonValue): JsonValue {
  return isJsonObject(inner)
    ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : inner;
}
