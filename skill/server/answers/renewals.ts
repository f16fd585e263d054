import * as z from 'zod/mini';
import { isLive, renewalFields, type Analysis, type Minor, type Renewal } from '../../analysis/contract.ts';
import { addDays, dayOf, decimal, isoOf, minorOf } from '../../analysis/units.ts';
import { defineTool } from '../base/engine-tool.ts';
import { framedText } from '../base/frame.ts';
import { cellSchema } from '../query/cells.ts';
import { totalWords } from '../query/grouped-rows.ts';
import { listRows, pageLine } from '../query/listed-rows.ts';
import { tableIn } from '../query/query-table.ts';

const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'a date such as 2026-11-22'));

const input = z.strictObject({
  days: z
    .optional(z.number().check(z.int(), z.gte(0), z.lte(3660)))
    .check(z.describe('From the as-of date on; "the next 60 days" is 60')),
  from: z.optional(isoDate),
  to: z.optional(isoDate),
  on: z
    ._default(z.enum(['termEnd', 'deadline']), 'termEnd')
    .check(z.describe('termEnd: when the term ends. deadline: last day for notice')),
  buckets: z.optional(z.array(z.enum(renewalFields.bucket.values))),
  minValue: z.optional(z.union([z.number(), z.string()])).check(z.describe('A year, in major units')),
  limit: z._default(z.number().check(z.int(), z.gte(1), z.lte(200)), 25),
  offset: z._default(z.number().check(z.int(), z.gte(0)), 0),
});

const shown = [
  'contractId',
  'name',
  'appName',
  'termEnd',
  'deadline',
  'autoRenew',
  'bucket',
  'annualValue',
  'earliestExit',
  'savingAnnual',
  'ifMissed/committedAmount',
  'ifMissed/committedUntil',
];

export const renewalsTool = defineTool({
  name: 'renewals',
  title: 'Renewals and notice deadlines',
  description:
    'Contracts by date: which terms end or which notices are due in a period, what they cost, what missing the ' +
    'notice commits. For "contracts renewing in the next 60 days" ({"days":60}) and "which deadlines have we ' +
    'missed" ({"buckets":["missed"]}). Contracts that are over, renewed by another, or only offers are left out.',
  input,
  content: {
    total: z.number(),
    value: z.object({ sum: z.nullable(z.string()), unknown: z.number() }),
    undated: z.number().check(z.describe('Contracts in force that do not state the date that was asked for')),
    rows: z.array(z.record(z.string(), cellSchema)),
    nextOffset: z.nullable(z.number()),
  },
  answer(held, asked) {
    const { analysis } = held;
    const least = asked.minValue === undefined ? null : minorOf(String(asked.minValue), analysis.currency);
    if (asked.minValue !== undefined && least === null) {
      return { ok: false, text: `minValue must be an amount in ${analysis.currency}, such as 20000.` };
    }
    const live = analysis.renewals.filter(isLive);
    const rows = live
      .filter((renewal) => isAsked(renewal, asked, least, analysis))
      .toSorted((a, b) => compareDates(a[asked.on], b[asked.on]) || a.contractId - b.contractId);
    const undated = live.filter((renewal) => renewal[asked.on] === null).length;
    const { columns } = tableIn(analysis, 'renewals');
    const page = listRows(
      rows,
      columns.filter(({ name }) => shown.includes(name)),
      asked,
      analysis,
    );
    const value = columns.filter(({ name }) => name === 'annualValue');
    return {
      ok: true,
      text: framedText(titleOf(asked), held, [
        ...page.lines,
        '',
        pageLine(page, rows.length, asked.offset),
        ...value.map((column) => `Together they cost ${totalWords(column, rows, analysis.currency)} a year.`),
        ...(undated === 0 ? [] : [`${undated} contracts in force do not state their ${words[asked.on]}.`]),
        '',
      ]),
      content: {
        total: rows.length,
        value: valueOf(rows, analysis),
        undated,
        rows: [...page.rows],
        nextOffset: page.nextOffset,
      },
    };
  },
});

const words = { termEnd: 'term end', deadline: 'notice deadline' } as const;

type Asked = z.output<typeof input>;

function titleOf({ on, buckets }: Asked): string {
  if (buckets !== undefined) return `Contracts by notice: ${buckets.join(', ')}`;
  return on === 'termEnd' ? 'Contracts by the end of their term' : 'Contracts by notice deadline';
}

function isAsked(renewal: Renewal<Minor>, asked: Asked, least: Minor | null, { asOf }: Analysis): boolean {
  const { days, buckets, on } = asked;
  if (buckets !== undefined && !buckets.includes(renewal.bucket)) return false;
  if (least !== null && (renewal.annualValue ?? -1) < least) return false;
  const from = asked.from ?? (days === undefined ? null : asOf);
  const to = asked.to ?? (days === undefined ? null : isoOf(addDays(dayOf(asOf), days)));
  const date = renewal[on];
  if (from === null && to === null) return true;
  return date !== null && date >= (from ?? date) && date <= (to ?? date);
}

function compareDates(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null || a < b ? -1 : 1;
}

function valueOf(rows: readonly Renewal<Minor>[], { currency }: Analysis) {
  const known = rows.flatMap(({ annualValue }) => annualValue ?? []);
  const sum = known.reduce((total, one) => total + one, 0);
  return { sum: known.length === 0 ? null : decimal(sum, currency), unknown: rows.length - known.length };
}
