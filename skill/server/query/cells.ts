/** One value as data and as Markdown; amounts with the fact that they are. */
import * as z from 'zod/mini';
import { factValue, renderFact } from '../../analysis/facts.ts';
import type { Analysis } from '../../analysis/contract.ts';
import { escaped, nameMarkdown } from '../../report/texts.ts';
import { decimal } from '../../analysis/units.ts';
import { amountOf, amountSchema, cited, type CitedAmount } from '../base/amount.ts';
import { dataName } from '../base/frame.ts';
import type { CellValue, QueryColumn } from './query-column.ts';

export const cellSchema = z.nullable(
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), amountSchema]),
);

export type QueryCell = string | number | boolean | string[] | CitedAmount | null;

/** Longest list within a cell. */
const MOST = 8;
/** Longest key; some hold a word of the tenant. */
const LONGEST = 200;

export function cellJson(column: QueryColumn, row: object, currency: string): QueryCell {
  const value = column.valueOf(row);
  if (value === null) return null;
  if (column.kind === 'money' && typeof value === 'number') {
    return amountOf(value, column.factOf(row), currency) ?? decimal(value, currency);
  }
  if (typeof value === 'string') return column.isName ? dataName(value) : value.slice(0, LONGEST);
  return typeof value === 'object' ? value.slice(0, MOST).map(dataName) : value;
}

export function cellText(column: QueryColumn, row: object, analysis: Analysis): string {
  const value = column.valueOf(row);
  if (value === null) return 'unknown';
  const fact = citable(column) ? column.factOf(row) : null;
  const found = fact === null ? null : factValue(analysis, fact);
  if (fact !== null && found !== null) return `[${escaped(renderFact(found))}](fact:${fact})`;
  return plainCell(column, value, analysis.currency);
}

/** Figures and dates are cited; words are not. */
function citable({ kind, name }: QueryColumn): boolean {
  const isId = name === 'id' || name.endsWith('Id') || name.endsWith('/id');
  return kind === 'money' || kind === 'date' || (kind === 'number' && !isId);
}

function plainCell({ isName, kind }: QueryColumn, value: Exclude<CellValue, null>, currency: string): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'object') return value.slice(0, MOST).map(nameMarkdown).join(', ') || '–';
  if (kind === 'money' && typeof value === 'number') {
    return cited([{ money: value, fact: '' }], currency).replace(/^\[(.*)\]\(fact:\)$/, '$1');
  }
  return isName ? nameMarkdown(String(value)) : escaped(String(value).slice(0, LONGEST));
}
