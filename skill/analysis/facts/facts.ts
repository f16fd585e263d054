/**
 * Addressable facts: every figure of an analysis by a name that prose can cite.
 *
 * `totals/<field>` · `app/<id>/<field>` · `app/<id>/seats/<part>` · `renewal/<contract id>/<field>` ·
 * `finding/<finding id>/<field>` · `ledger/<row id>/<field>` · `lever/<lever or all>/<field>` ·
 * `slice/<id of the value>/<field>`, and so for `category`, `vendor` and `owner`, and `ai` by state class ·
 * `due/<step, soon, ahead, all or beyond-<list>>/<field>` · `when/<effect or all>/<field>` ·
 * `depth/costShare` · `count/<what>` · `gap/<what>` · `assumption/<what>` · `source/<source>/<field>` · `rate/<currency>/perUnit`.
 *
 * The fields are those of the tables in records/; a record within a record is one step more, as seats are.
 */
import type { Completeness } from '../../mapping/portfolio.ts';
import type { Analysis, IsoDate, Minor } from '../base/contract.ts';
import { countFields, countsOf, gapFields, gapsIn } from '../base/counts.ts';
import { dayOf } from '../base/day.ts';
import { groupings, groupOf, type Grouping } from '../base/groups.ts';
import { rowsOf, sumsOf } from '../base/lever-sums.ts';
import { dueFields, dueOf } from '../decisions/due.ts';
import { whenFields, whenOf } from '../decisions/money-by-when.ts';
import { depthFields, sliceFields } from '../records/analysis.ts';
import { appFields } from '../records/app.ts';
import { type FieldTable, fieldIn, isObject, labelIn, type RecordField } from '../records/field.ts';
import { findingFields } from '../records/finding.ts';
import { ledgerRowFields, leverSumFields } from '../records/ledger-row.ts';
import { renewalFields } from '../records/renewal.ts';
import { appSeatFields, seatSums } from '../records/seats.ts';
import { groupFields, totalsFields } from '../records/totals.ts';
import { assumptionFields, assumptionsIn, rateFields, rateOf } from './assumptions-in.ts';
import { renderCount, renderDate, renderMoney, renderPercent } from './render.ts';
import { count, maybeCount } from '../records/rows.ts';

export type Fact =
  | { readonly kind: 'money'; readonly minor: Minor; readonly currency: string }
  | { readonly kind: 'count'; readonly count: number }
  /** Of 1. */
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'date'; readonly date: IsoDate }
  | { readonly kind: 'text'; readonly text: string }
  /** The record exists and does not say: there is nothing to cite. */
  | { readonly kind: 'unknown' };

type Kind = Exclude<Fact['kind'], 'unknown'>;

const sourceFields = {
  rows: count,
  total: maybeCount,
  pages: count,
  dropped: count,
} as const satisfies FieldTable & { readonly [Name in keyof Completeness]?: RecordField };

/** Records of which there is one. */
const wholes = {
  totals: totalsFields,
  depth: depthFields,
  count: countFields,
  gap: gapFields,
  assumption: assumptionFields,
};

/** Records that are told apart by an id. */
const records = {
  app: { ...appFields, seats: { ...appFields.seats, fields: { ...appSeatFields, ...seatSums } } },
  renewal: renewalFields,
  finding: findingFields,
  ledger: ledgerRowFields,
  lever: leverSumFields,
  due: dueFields,
  when: whenFields,
  slice: sliceFields,
  category: groupFields,
  vendor: groupFields,
  owner: groupFields,
  ai: groupFields,
  source: sourceFields,
  rate: rateFields,
};

const tables: Readonly<Record<FactAddress['record'], FieldTable>> = { ...wholes, ...records };

/** How the value of a field is cited; kinds that are not here cannot be. */
const citedAs: { readonly [Name in RecordField['kind']]?: Kind } = {
  money: 'money',
  count: 'count',
  share: 'share',
  date: 'date',
  text: 'text',
  enum: 'text',
  person: 'text',
};

export interface FactAddress {
  readonly record: keyof typeof wholes | keyof typeof records;
  /** Id of the record; empty where there is only one, as of totals. */
  readonly id: string;
  /** Such as costAnnual or seats/inactive. */
  readonly field: string;
}

/** A value of the Organizational View, or of what apps are grouped by, as part of an address: all but letters and digits as %hex; empty is %. */
export function sliceId(value: string): string {
  if (value === '') return '%';
  return value.replace(/[^\p{L}\p{N}]/gu, (sign) => `%${(sign.codePointAt(0) ?? 0).toString(16)}`);
}

/** Null for a text that is no address of a fact. */
export function addressOf(factId: string): FactAddress | null {
  const [, name = '', rest = ''] = /^(\w+)\/(.+)$/.exec(factId) ?? [];
  if (isIn(wholes, name)) return { record: name, id: '', field: rest };
  if (!isIn(records, name)) return null;
  const end = rest.lastIndexOf('/');
  const parent = rest.slice(0, Math.max(0, end)).lastIndexOf('/');
  const nested = fieldIn(records[name], rest.slice(parent + 1, end));
  const cut = parent > 0 && nested?.kind === 'record' ? parent : end;
  return cut > 0 && end < rest.length - 1
    ? { record: name, id: rest.slice(0, cut), field: rest.slice(cut + 1) }
    : null;
}

function isIn<Table extends object>(table: Table, name: string): name is keyof Table & string {
  return Object.hasOwn(table, name);
}

/** What people call the field of a fact: "inactive seats", "cost a year". */
export function factLabel({ record, field }: FactAddress): string {
  return labelIn(tables[record], field.split('/'));
}

/** Null when the analysis has no such fact. */
export function factValue(analysis: Analysis, factId: string): Fact | null {
  const address = addressOf(factId);
  if (address === null) return null;
  const { record, id, field } = address;
  const row = rowOf(analysis, record, id);
  return row === undefined ? null : factIn(tables[record], row, field.split('/'), analysis.currency);
}

/** @param path names of fields, each in the record of the one before; null for what cannot be cited */
export function factIn(
  table: FieldTable,
  row: object,
  path: readonly string[],
  currency: string,
): Fact | null {
  const [name = '', ...parts] = path;
  const field = fieldIn(table, name);
  if (field === undefined || field.fact === false) return null;
  const value: unknown = Reflect.get(row, name);
  if (field.kind === 'record') {
    // A record that is not there has every part, and each is unknown.
    return parts.length === 0 ? null : factIn(field.fields, isObject(value) ? value : {}, parts, currency);
  }
  if (parts.length > 0) return null;
  if (field.kind === 'count' && field.sumOf !== undefined) return sumIn(row, field.sumOf);
  const own =
    field.kind === 'money' && field.currency !== undefined ? Reflect.get(row, field.currency) : null;
  const kind = citedAs[field.kind];
  return kind === undefined ? null : factOf(kind, value, typeof own === 'string' ? own : currency);
}

function sumIn(row: object, names: readonly string[]): Fact {
  let count = 0;
  for (const name of names) {
    const part: unknown = Reflect.get(row, name);
    if (typeof part !== 'number') return { kind: 'unknown' };
    count += part;
  }
  return { kind: 'count', count };
}

function rowOf(analysis: Analysis, record: FactAddress['record'], id: string): object | undefined {
  if (record === 'totals' || record === 'depth') return analysis[record];
  if (record === 'count') return countsOf(analysis);
  if (record === 'gap') return gapsIn(analysis);
  if (record === 'assumption') return assumptionsIn(analysis.inputs.config);
  if (record === 'source') return analysis.completeness.find(({ source }) => source === id);
  if (record === 'rate') return rateOf(analysis.inputs.config, id);
  if (record === 'app') return byNumber(analysis.apps, id, (row) => row.id);
  if (record === 'renewal') return byNumber(analysis.renewals, id, (row) => row.contractId);
  if (record === 'finding') return analysis.findings.find((row) => row.id === id);
  if (record === 'ledger') return analysis.ledger.find((row) => row.id === id);
  if (record === 'lever') return leverRow(analysis, id);
  if (record === 'due') return dueOf(analysis, id);
  if (record === 'when') return whenOf(analysis, id);
  if (record === 'slice') return analysis.slices.find((row) => sliceId(row.value) === id);
  const members = appsInGroup(analysis, record, id);
  const [first] = members;
  return first && groupOf(groupings[record](first), members);
}

/** @param id as `sliceId` makes it of the value that the apps share */
export function appsInGroup({ apps }: Analysis, by: Grouping, id: string): Analysis['apps'] {
  return apps.filter((app) => sliceId(groupings[by](app) ?? '') === id);
}

/** A lever that no row pulls has no sums; all of them together always have. */
function leverRow(analysis: Analysis, lever: string): object | undefined {
  const rows = rowsOf(analysis, lever);
  return rows.length === 0 && lever !== 'all' ? undefined : sumsOf(rows);
}

/** Rows are sorted by id, so a page may ask for thousands of facts. */
function byNumber<Row>(rows: readonly Row[], id: string, idOf: (row: Row) => number): Row | undefined {
  const wanted = Number(id);
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row !== undefined && idOf(row) < wanted) low = middle + 1;
    else high = middle;
  }
  const row = rows[low];
  return row !== undefined && String(idOf(row)) === id ? row : undefined;
}

function factOf(kind: Kind, value: unknown, currency: string): Fact {
  if (typeof value === 'number') {
    if (kind === 'money') return { kind, minor: value, currency };
    return kind === 'share' ? { kind, share: value } : { kind: 'count', count: value };
  }
  if (typeof value === 'string')
    return kind === 'date' ? { kind, date: value } : { kind: 'text', text: value };
  if (isObject(value) && 'id' in value) return { kind: 'text', text: String(value.id) };
  return { kind: 'unknown' };
}

/** The one way in which a fact is written; "unknown" where there is none. */
export function renderFact(fact: Fact): string {
  if (fact.kind === 'money') return renderMoney(fact.minor, fact.currency);
  if (fact.kind === 'count') return renderCount(fact.count);
  if (fact.kind === 'share') return renderPercent(fact.share);
  if (fact.kind === 'date') return renderDate(dayOf(fact.date));
  return fact.kind === 'text' ? fact.text : 'unknown';
}
