/** Field definitions under one shape: apps and contracts say `systemKey`, users say `key`. */
import { isJsonObject, type JsonObject, type JsonValue } from '../base/json.ts';
import type { FieldDefinition, FieldEntity } from '../base/records.ts';

function text(...values: (JsonValue | undefined)[]): string | null {
  const found = values.find((value) => typeof value === 'string' && value.trim() !== '');
  return typeof found === 'string' ? found.trim() : null;
}

function optionLabel(option: JsonValue): string | null {
  if (typeof option === 'string' || typeof option === 'number') return String(option);
  return isJsonObject(option) ? text(option['label'], option['name'], option['value']) : null;
}

/** Options are a list, or the old form: one text with commas. */
function optionsOf(row: JsonObject): string[] {
  const { options } = row;
  const list = typeof options === 'string' ? options.split(',') : options;
  if (!Array.isArray(list)) return [];
  return list
    .map(optionLabel)
    .filter((label) => label !== null)
    .map((label) => label.trim());
}

/** A row as a definition; null when it names no key. */
export function fieldDefinition(entity: FieldEntity, row: JsonObject): FieldDefinition | null {
  const key = text(row['systemKey'], row['key']);
  if (key === null) return null;
  const source = row['sourceIdApp'];
  return {
    entity,
    key,
    label: text(row['name'], row['label'], row['title']) ?? key,
    type: text(row['type'], row['fieldType']) ?? 'unknown',
    sourceIdApp: typeof source === 'number' ? source : null,
    options: optionsOf(row),
  };
}

const order: Readonly<Record<FieldEntity, number>> = { app: 0, contract: 1, user: 2 };

function place(field: FieldDefinition): string {
  return `${order[field.entity]} ${field.key} ${field.sourceIdApp ?? ''}`;
}

/** One order whatever the order of pages and files. */
export function sortedFields(fields: readonly FieldDefinition[]): FieldDefinition[] {
  return fields.toSorted((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0));
}
