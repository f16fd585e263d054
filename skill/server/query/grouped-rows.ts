/**
 * Groups of rows with exact sums. A value that is unknown is in no sum, and the group says how many there are:
 * its sum is then at least what it says.
 */
import * as z from 'zod/mini';
import { sliceId } from '../../analysis/facts.ts';
import type { Analysis } from '../../analysis/contract.ts';
import { decimal } from '../../analysis/units.ts';
import { escaped, markdownTable, nameMarkdown } from '../../report/texts.ts';
import { cited } from '../base/amount.ts';
import { dataName } from '../base/frame.ts';
import { shortFact, type QueryColumn } from './query-column.ts';

export const groupPeriods = ['month', 'quarter', 'year'] as const;
export type GroupPeriod = (typeof groupPeriods)[number];

const sumSchema = z.object({
  sum: z.nullable(z.string()).check(z.describe('Null where not one row states it')),
  unknown: z.number().check(z.describe('Rows that do not state it; they are in no sum')),
  fact: z.optional(z.string()),
});

export const groupSchema = z.object({
  value: z.nullable(z.string()),
  rows: z.number(),
  sums: z.record(z.string(), sumSchema),
});

export type RowGroup = z.infer<typeof groupSchema>;

export interface GroupingAsked {
  readonly by: QueryColumn;
  readonly per: GroupPeriod | null;
  readonly sums: readonly QueryColumn[];
  /** True where the rows are all apps, so that the engine itself has a fact for the group. */
  readonly isWholeOfApps: boolean;
}

interface OpenGroup {
  readonly value: string | null;
  readonly rows: object[];
}

/** Largest first by the first sum, else by rows. */
export function groupRows(rows: readonly object[], asked: GroupingAsked, analysis: Analysis): RowGroup[] {
  const groups = new Map<string | null, OpenGroup>();
  for (const row of rows) {
    const value = groupValue(asked, row);
    const group = groups.get(value) ?? { value, rows: [] };
    group.rows.push(row);
    groups.set(value, group);
  }
  const [first] = asked.sums;
  const size = ({ rows: members }: OpenGroup): number =>
    first === undefined ? members.length : sumKnown(first, members).sum;
  return [...groups.values()]
    .toSorted((a, b) => size(b) - size(a) || String(a.value).localeCompare(String(b.value), 'en'))
    .map((group) => groupJson(group, asked, analysis));
}

function groupValue({ by, per }: GroupingAsked, row: object): string | null {
  const value = by.valueOf(row);
  if (value === null) return null;
  if (by.kind === 'date' && per !== null && typeof value === 'string') return periodOf(value, per);
  return typeof value === 'object' ? value.join(', ') : String(value);
}

/** "2026-11", "2026-Q4", "2026" */
function periodOf(date: string, per: GroupPeriod): string {
  const [year = '', month = ''] = date.split('-');
  if (per === 'year') return year;
  return per === 'month' ? `${year}-${month}` : `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

function groupJson({ value, rows }: OpenGroup, asked: GroupingAsked, analysis: Analysis): RowGroup {
  const { by, sums, isWholeOfApps } = asked;
  return {
    value: value === null ? null : by.isName ? dataName(value) : value,
    rows: rows.length,
    sums: Object.fromEntries(
      sums.map((column) => {
        const { sum, known } = sumKnown(column, rows);
        const fact = isWholeOfApps ? factOfGroup(by.name, column.name, value) : null;
        return [
          column.name,
          {
            sum: known === 0 ? null : sumText(column, sum, analysis.currency),
            unknown: rows.length - known,
            ...(fact !== null && { fact }),
          },
        ];
      }),
    ),
  };
}

const factGroups: ReadonlySet<string> = new Set(['category', 'vendor']);

function factOfGroup(by: string, column: string, value: string | null): string | null {
  if (!factGroups.has(by) || column !== 'costAnnual') return null;
  return shortFact(`${by}/${sliceId(value ?? '')}/costAnnual`);
}

function sumKnown(
  column: QueryColumn,
  rows: readonly object[],
): { readonly sum: number; readonly known: number } {
  let [sum, known] = [0, 0];
  for (const row of rows) {
    const value = column.valueOf(row);
    if (typeof value !== 'number') continue;
    sum += value;
    known += 1;
  }
  return { sum, known };
}

function sumText({ kind }: QueryColumn, sum: number, currency: string): string {
  return kind === 'money' ? decimal(sum, currency) : String(sum);
}

/** "at least $14,000" where rows do not state the value; "unknown" where none does. */
export function totalWords(column: QueryColumn, rows: readonly object[], currency: string): string {
  const { sum, known } = sumKnown(column, rows);
  if (known === 0) return 'unknown';
  const text = column.kind === 'money' ? moneyWords(sum, currency) : String(sum);
  return known < rows.length ? `at least ${text} (${rows.length - known} do not state it)` : text;
}

function moneyWords(sum: number, currency: string): string {
  return cited([{ money: sum, fact: 'sum' }], currency).replace(/^\[(.*)\]\(fact:sum\)$/, '$1');
}

export function groupLines(
  groups: readonly RowGroup[],
  { by, sums }: GroupingAsked,
  currency: string,
): string[] {
  const rows = groups.map((group) => [
    group.value === null ? 'not stated' : by.isName ? nameMarkdown(group.value) : escaped(group.value),
    String(group.rows),
    ...sums.map(({ name, kind }) => sumCell(group.sums[name], kind === 'money' ? currency : null)),
  ]);
  const right = [1, ...sums.map((_, index) => index + 2)];
  return markdownTable([by.label, 'rows', ...sums.map(({ label }) => `${label}, sum`)], rows, right);
}

function sumCell(cell: RowGroup['sums'][string] | undefined, currency: string | null): string {
  if (cell === undefined || cell.sum === null) return 'unknown';
  const text = currency === null ? cell.sum : `${currency} ${cell.sum}`;
  const whole = cell.fact === undefined ? text : `${text} (\`${cell.fact}\`)`;
  return cell.unknown === 0 ? whole : `at least ${whole}; ${cell.unknown} unknown`;
}
