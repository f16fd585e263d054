/** What can be said about one key of one entity from definitions and sample records. */
import type { JsonObject, JsonValue } from '../../torii/json.ts';
import type { FieldDefinition, FieldEntity } from '../../torii/read.ts';

export interface KeyProfile {
  readonly key: string;
  readonly label: string;
  /** Type by its definition; null when no definition is known. */
  readonly type: string | null;
  readonly sourceIdApp: number | null;
  /** Records looked at, and how many of them carry the key at all. */
  readonly rows: number;
  readonly carried: number;
  /** Values that are neither null nor blank. */
  readonly filled: readonly JsonValue[];
}

/** Records are sampled: more of them would change no ranking. */
const SAMPLE = 1000;

/** One profile for each key that a definition or a record names, sorted by key. */
export function profileKeys(
  entity: FieldEntity | 'transaction',
  rows: readonly JsonObject[],
  fields: readonly FieldDefinition[],
): KeyProfile[] {
  const sample = rows.slice(0, SAMPLE);
  const definitions = new Map(
    fields.filter((field) => field.entity === entity).map((field) => [field.key, field]),
  );
  const seen = new Map<string, { carried: number; filled: JsonValue[] }>();
  for (const key of definitions.keys()) seen.set(key, { carried: 0, filled: [] });
  for (const row of sample) collect(row, seen);
  return [...seen]
    .map(([key, { carried, filled }]) => {
      const definition = definitions.get(key);
      const { label = key, type = null, sourceIdApp = null } = definition ?? {};
      return { key, label, type, sourceIdApp, rows: sample.length, carried, filled };
    })
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

function collect(row: JsonObject, seen: Map<string, { carried: number; filled: JsonValue[] }>): void {
  for (const key of Object.keys(row)) {
    const profile = seen.get(key) ?? { carried: 0, filled: [] };
    seen.set(key, profile);
    profile.carried += 1;
    const value = row[key] ?? null;
    if (!isEmpty(value)) profile.filled.push(value);
  }
}

function isEmpty(value: JsonValue): boolean {
  return (
    value === null ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  );
}
