/** JSON as the oracle reads and writes it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonRow;
export interface JsonRow {
  readonly [key: string]: Json | undefined;
}

export function isRow(value: unknown): value is JsonRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function rowsIn(value: unknown): readonly JsonRow[] {
  return Array.isArray(value) ? value.filter(isRow) : [];
}

/** The value at a path such as `summary.totalAmount`; null where there is none. */
export function at(row: unknown, path: string): Json {
  const found = path.split('.').reduce<unknown>((value, key) => (isRow(value) ? value[key] : null), row);
  return (found ?? null) as Json;
}

/** A value in words: a text as it is, anything else as JSON. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
