import * as z from 'zod/mini';
import type { Analysis } from '../../analysis/contract.ts';
import { defineTool } from '../base/engine-tool.ts';
import { framedText } from '../base/frame.ts';
import { cellSchema } from '../query/cells.ts';
import { operators, parseCondition, type Condition } from '../query/conditions.ts';
import { groupLines, groupPeriods, groupRows, groupSchema, type RowGroup } from '../query/grouped-rows.ts';
import { listRows, pageLine } from '../query/listed-rows.ts';
import type { QueryColumn } from '../query/query-column.ts';
import { fieldNamesOf, queryTables, tableIn, type QueryTable } from '../query/query-table.ts';
import { resolveField } from '../query/resolve-field.ts';

const conditionSchema = z.strictObject({
  field: z.string(),
  op: z.enum(operators),
  value: z.optional(
    z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()]))]),
  ),
});

const input = z.strictObject({
  table: z.enum(queryTables),
  fields: z.optional(z.array(z.string()).check(z.maxLength(20))),
  where: z._default(z.array(conditionSchema).check(z.maxLength(20)), []),
  sort: z._default(
    z
      .array(z.strictObject({ field: z.string(), descending: z._default(z.boolean(), false) }))
      .check(z.maxLength(4)),
    [],
  ),
  group: z.optional(
    z.strictObject({
      by: z.string(),
      per: z.optional(z.enum(groupPeriods)).check(z.describe('For dates')),
      sum: z._default(z.array(z.string()).check(z.maxLength(6)), []),
    }),
  ),
  limit: z._default(z.number().check(z.int(), z.gte(1), z.lte(200)), 25),
  offset: z._default(z.number().check(z.int(), z.gte(0)), 0),
});

type QueryAsked = z.output<typeof input>;

/** Shown of groups. */
const MOST_GROUPS = 100;

export const queryTool = defineTool({
  name: 'query_portfolio',
  title: 'Query the portfolio',
  description: [
    'A lookup over the computed tables, for lists and sums: never add figures up yourself. Every condition holds',
    '(and). Money is in major units; dates are ISO; an unknown value meets no condition but "unknown".',
    `apps: ${fieldNamesOf('apps').join(', ')}.`,
    `renewals (contracts): ${ownNames('renewals')}; of their app: app/<field of apps>.`,
    `ledger (savings): ${ownNames('ledger')}; app/<field>.`,
    `findings: ${ownNames('findings')}; app/<field>.`,
    `slices (Organizational View): ${fieldNamesOf('slices').join(', ')}.`,
    'Example, contracts over 20,000 that end in the first quarter, by owner: {"table":"renewals","where":',
    '[{"field":"annualValue","op":"gt","value":20000},{"field":"termEnd","op":"gte","value":"2027-01-01"},',
    '{"field":"termEnd","op":"lte","value":"2027-03-31"}],"group":{"by":"app/owner","sum":["annualValue"]}}',
  ].join(' '),
  input,
  content: {
    total: z.number().check(z.describe('Rows that meet the conditions')),
    unknown: z
      .record(z.string(), z.number())
      .check(z.describe('Rows left out only because they do not state a field of a condition')),
    rows: z.array(z.record(z.string(), cellSchema)),
    groups: z.array(groupSchema),
    nextOffset: z.nullable(z.number()),
  },
  answer(held, asked) {
    const table = tableIn(held.analysis, asked.table);
    const query = parseQuery(asked, table, held.analysis.currency);
    if (!query.ok) return { ok: false, text: `${query.problem} Table "${asked.table}".` };
    const { rows, unknown } = filterRows(table.rows, query.conditions);
    const sorted = sortRows(rows, query.sort);
    const { groups, groupTexts } = groupsFor(sorted, query, asked, held.analysis);
    const page = listRows(query.group === null ? sorted : [], query.columns, asked, held.analysis);
    return {
      ok: true,
      text: framedText(titles[asked.table], held, [
        ...(query.group === null
          ? [...page.lines, '', pageLine(page, rows.length, asked.offset)]
          : groupTexts),
        ...unknownLines(unknown),
        '',
      ]),
      content: { total: rows.length, unknown, rows: [...page.rows], groups, nextOffset: page.nextOffset },
    };
  },
});

function ownNames(name: 'renewals' | 'ledger' | 'findings'): string {
  return fieldNamesOf(name)
    .filter((field) => !field.startsWith('app/'))
    .join(', ');
}

const titles = {
  apps: 'Apps',
  renewals: 'Contracts and renewals',
  ledger: 'Ledger of savings',
  findings: 'Findings',
  slices: 'Organizational View',
} as const;

type SortKey = { readonly column: QueryColumn; readonly descending: boolean };

interface ParsedQuery {
  readonly ok: true;
  readonly columns: readonly QueryColumn[];
  readonly conditions: readonly Condition[];
  readonly sort: readonly SortKey[];
  readonly group: { readonly by: QueryColumn; readonly sums: readonly QueryColumn[] } | null;
}

function parseQuery(
  asked: QueryAsked,
  { columns, usual }: QueryTable,
  currency: string,
): ParsedQuery | { readonly ok: false; readonly problem: string } {
  const problems: string[] = [];
  const find = (name: string): QueryColumn[] => {
    const found = resolveField(name, columns);
    if (!found.ok) problems.push(found.problem);
    return found.ok ? [found.column] : [];
  };
  const conditions = asked.where.flatMap((one) => {
    const parsed = parseCondition(one, columns, currency);
    if (!parsed.ok) problems.push(parsed.problem);
    return parsed.ok ? [parsed.condition] : [];
  });
  const fields = (asked.fields ?? usual).flatMap(find);
  const sort = asked.sort.flatMap(({ field, descending }) =>
    find(field).map((column) => ({ column, descending })),
  );
  const [by] = asked.group === undefined ? [] : find(asked.group.by);
  const sums = asked.group?.sum.flatMap(find) ?? [];
  const odd = sums.find(({ kind }) => kind !== 'money' && kind !== 'number');
  if (odd !== undefined) problems.push(`"${odd.name}" holds no numbers to add up.`);
  if (problems.length > 0) return { ok: false, problem: [...new Set(problems)].join(' ') };
  return { ok: true, columns: fields, conditions, sort, group: by === undefined ? null : { by, sums } };
}

/** A row that fails one condition alone, for want of a value, is counted under the field of that condition. */
function filterRows(
  all: readonly object[],
  conditions: readonly Condition[],
): { readonly rows: readonly object[]; readonly unknown: Record<string, number> } {
  const unknown: Record<string, number> = {};
  const rows = all.filter((row) => {
    const failed = conditions.filter(({ meets }) => !meets(row));
    if (failed.length === 0) return true;
    const blind = failed.every(({ column, op }) => op !== 'known' && column.valueOf(row) === null);
    const [first] = failed;
    if (blind && first !== undefined) unknown[first.column.name] = (unknown[first.column.name] ?? 0) + 1;
    return false;
  });
  return { rows, unknown };
}

/** Unknown values come last, whichever way. */
function sortRows(rows: readonly object[], keys: readonly SortKey[]): readonly object[] {
  if (keys.length === 0) return rows;
  return rows.toSorted((a, b) => {
    for (const { column, descending } of keys) {
      const [left, right] = [column.valueOf(a), column.valueOf(b)];
      if (left === right) continue;
      if (left === null) return 1;
      if (right === null) return -1;
      const order = left < right ? -1 : left > right ? 1 : 0;
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  });
}

function groupsFor(
  rows: readonly object[],
  { group, conditions }: ParsedQuery,
  { table, group: asked }: QueryAsked,
  analysis: Analysis,
): { readonly groups: RowGroup[]; readonly groupTexts: string[] } {
  if (group === null) return { groups: [], groupTexts: [] };
  const isWholeOfApps = table === 'apps' && conditions.length === 0;
  const grouping = { ...group, per: asked?.per ?? null, isWholeOfApps };
  const all = groupRows(rows, grouping, analysis);
  const groups = all.slice(0, MOST_GROUPS);
  const more = all.length - groups.length;
  return {
    groups,
    groupTexts: [
      ...groupLines(groups, grouping, analysis.currency),
      '',
      ...(more === 0 ? [] : [`${more} smaller groups are not listed; narrow the query.`]),
    ],
  };
}

function unknownLines(unknown: Readonly<Record<string, number>>): string[] {
  return Object.entries(unknown).map(
    ([field, count]) => `${count} more cannot be judged: they do not state ${field}.`,
  );
}
