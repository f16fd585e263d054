/**
 * Conditions on rows. In: what a client asked. Out: a test of a row, or what is wrong with the condition.
 * A value that is unknown meets no condition but `unknown`: it is counted, never taken for 0 or "no".
 */
import { minorOf } from '../../analysis/units.ts';
import type { CellValue, QueryColumn } from './query-column.ts';
import { resolveField } from './resolve-field.ts';

export const operators = [
  'eq',
  'ne',
  'gt',
  'gte',
  'lt',
  'lte',
  'contains',
  'in',
  'known',
  'unknown',
] as const;

export interface ConditionInput {
  readonly field: string;
  readonly op: (typeof operators)[number];
  readonly value?: ConditionValue | undefined;
}

export type ConditionValue = string | number | boolean | readonly (string | number)[];

export interface Condition {
  readonly column: QueryColumn;
  readonly op: ConditionInput['op'];
  readonly meets: (row: object) => boolean;
}

export type ParsedCondition =
  | { readonly ok: true; readonly condition: Condition }
  | { readonly ok: false; readonly problem: string };

export function parseCondition(
  { field, op, value }: ConditionInput,
  columns: readonly QueryColumn[],
  currency: string,
): ParsedCondition {
  const resolved = resolveField(field, columns);
  if (!resolved.ok) return resolved;
  const { column } = resolved;
  if (op === 'known' || op === 'unknown') {
    const wanted = op === 'known';
    return {
      ok: true,
      condition: { column, op, meets: (row) => (column.valueOf(row) !== null) === wanted },
    };
  }
  const given = Array.isArray(value) ? value : [value];
  const operands = given.map((one) => operandOf(one, column, currency));
  const bad = operands.indexOf(null);
  if (bad >= 0 || operands.length === 0) return { ok: false, problem: badOperand(column, currency) };
  if (op !== 'in' && operands.length !== 1) {
    return { ok: false, problem: `"${column.name}" takes one value with ${op}; a list goes with "in".` };
  }
  const wanted = operands.filter((one) => one !== null);
  return {
    ok: true,
    condition: { column, op, meets: (row) => meets(op, column.valueOf(row), wanted) },
  };
}

type Operand = number | string | boolean;

/** As the column holds it: money in minor units. */
function operandOf(value: unknown, { kind }: QueryColumn, currency: string): Operand | null {
  if (kind === 'flag') return typeof value === 'boolean' ? value : null;
  if (kind === 'money') return typeof value === 'boolean' ? null : minorOf(plainNumber(value), currency);
  if (kind === 'number') {
    const number = typeof value === 'number' ? value : Number(plainNumber(value) || Number.NaN);
    return Number.isFinite(number) ? number : null;
  }
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  if (kind !== 'date') return text;
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null;
}

/** "$20,000" and 20000 are one amount. */
function plainNumber(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).replace(/[$€£,\s]/g, '') : '';
}

function badOperand({ name, kind }: QueryColumn, currency: string): string {
  const wanted = {
    money: `an amount in ${currency} in major units, such as 20000 or "1200.50"`,
    number: 'a number',
    date: 'a date such as 2026-11-22',
    flag: 'true or false',
    text: 'a text',
    list: 'a text',
  }[kind];
  return `"${name}" is compared with ${wanted}.`;
}

function meets(op: ConditionInput['op'], value: CellValue, wanted: readonly Operand[]): boolean {
  const [first] = wanted;
  if (value === null || first === undefined) return false;
  if (typeof value === 'object') {
    const some = value.some((one) => wanted.some((word) => isLike(op, one, word)));
    return op === 'ne' ? !value.some((one) => isEqual(one, first)) : some;
  }
  if (op === 'in') return wanted.some((one) => isEqual(value, one));
  if (op === 'eq') return isEqual(value, first);
  if (op === 'ne') return !isEqual(value, first);
  if (op === 'contains') return isLike(op, String(value), first);
  if (typeof value === 'boolean') return false;
  if (op === 'gt') return value > first;
  if (op === 'gte') return value >= first;
  return op === 'lt' ? value < first : value <= first;
}

function isLike(op: ConditionInput['op'], value: string, wanted: Operand): boolean {
  return op === 'contains'
    ? value.toLowerCase().includes(String(wanted).toLowerCase())
    : isEqual(value, wanted);
}

function isEqual(value: number | string | boolean, wanted: Operand): boolean {
  return typeof value === 'string' && typeof wanted === 'string'
    ? value.toLowerCase() === wanted.toLowerCase()
    : value === wanted;
}
