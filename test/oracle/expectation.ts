/** What the oracle expects of one place in the JSON of an analysis. */
import { at, type Json, type JsonRow, rowsIn } from './json.ts';

export const groups = ['cost', 'renewals', 'seats', 'timing'] as const;
export type Group = (typeof groups)[number];

export interface Expectation {
  readonly group: Group;
  /** The name under which disagreements are counted. */
  readonly field: string;
  /** Whose field it is, such as "app 3". */
  readonly subject: string;
  readonly expected: Json;
  /** The same in the product's JSON. */
  readonly actual: (analysis: JsonRow) => Json;
  /** How many cents of rounding may lie between the two, where several rows were rounded. */
  readonly tolerance?: number;
}

export interface Disagreement {
  readonly group: Group | 'pipeline';
  readonly field: string;
  readonly subject: string;
  readonly expected: Json;
  readonly actual: Json;
}

export function rowOf(analysis: JsonRow, list: string, key: string, id: number): JsonRow | null {
  return rowsIn(analysis[list]).find((row) => row[key] === id) ?? null;
}

/** A field of one app. */
export function ofApp(group: Group, id: number, field: string, expected: Json): Expectation {
  const actual = (analysis: JsonRow) => at(rowOf(analysis, 'apps', 'id', id), field);
  return { group, field: `apps.${field}`, subject: `app ${id}`, expected, actual };
}

export function ofTotals(group: Group, field: string, expected: Json): Expectation {
  const actual = (analysis: JsonRow) => at(analysis, `totals.${field}`);
  return { group, field: `totals.${field}`, subject: 'totals', expected, actual };
}

function close(expected: Json, actual: Json, tolerance: number): boolean {
  if (JSON.stringify(expected) === JSON.stringify(actual)) return true;
  if (tolerance === 0 || typeof expected !== 'string' || typeof actual !== 'string') return false;
  return Math.abs(Number(expected) - Number(actual)) * 100 <= tolerance + 0.001;
}

export function disagreements(expectations: readonly Expectation[], analysis: JsonRow): Disagreement[] {
  return expectations.flatMap(({ group, field, subject, expected, actual, tolerance = 0 }) => {
    const found = actual(analysis);
    return close(expected, found, tolerance) ? [] : [{ group, field, subject, expected, actual: found }];
  });
}
