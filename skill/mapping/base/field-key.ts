/** Finds the key under which records carry a field that the mapping names by key or by label. */
import type { JsonObject } from '../../torii/json.ts';
import type { FieldDefinition, FieldEntity } from '../../torii/read.ts';

/**
 * A key that a definition or a record carries is taken as it is; else a label (case does not matter)
 * leads to its key, from the given source app where one is named; else the name is taken as the key.
 */
export function fieldKey(
  name: string,
  entity: FieldEntity | 'transaction',
  fields: readonly FieldDefinition[],
  rows: readonly JsonObject[],
  sourceIdApp: number | null = null,
): string {
  const own = fields.filter((field) => field.entity === entity);
  if (own.some((field) => field.key === name) || isCarried(rows, name)) return name;
  const label = name.trim().toLowerCase();
  const labeled = own.filter((field) => field.label.trim().toLowerCase() === label);
  const fromSource = labeled.find((field) => sourceIdApp !== null && field.sourceIdApp === sourceIdApp);
  const carried = labeled.find((field) => isCarried(rows, field.key));
  return (fromSource ?? carried ?? labeled[0])?.key ?? name;
}

/** True when at least one record has the key, whatever it holds. */
export function isCarried(rows: readonly JsonObject[], key: string): boolean {
  return rows.some((row) => Object.hasOwn(row, key));
}
