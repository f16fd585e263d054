/** The columns of a sheet, as the table of its records gives them; a sheet changes what it must. */
import type { FieldTable, RecordField } from '../../analysis/contract.ts';
import { columnsOf, type ColumnName, type FieldColumn } from '../base/columns.ts';
import {
  amountCell,
  countCell,
  dateCell,
  shareCell,
  textCell,
  truthCell,
  type WorkbookCell,
} from './cell.ts';
import type { SheetColumn } from './sheet.ts';

export function fieldColumns<Table extends FieldTable>(
  table: Table,
  currency: string,
): Readonly<Record<ColumnName<Table>, SheetColumn<object>>>;
export function fieldColumns(
  table: FieldTable,
  currency: string,
): Readonly<Record<string, SheetColumn<object>>> {
  const columns = columnsOf(table).map((column) => [column.name, sheetColumn(column, currency)] as const);
  return Object.fromEntries(columns);
}

const widths: { readonly [Kind in RecordField['kind']]?: number } = {
  money: 18,
  text: 20,
  prose: 60,
  list: 40,
  key: 34,
  enum: 18,
  date: 13,
};
const narrow = 11;

function sheetColumn({ field, label, valueOf }: FieldColumn, currency: string): SheetColumn<object> {
  return {
    header: headerOf(field, label, currency),
    width: widths[field.kind] ?? narrow,
    cell: (row) => cellOf(field, valueOf(row), currency),
  };
}

/** "cost a year" is "Cost, USD a year". */
function headerOf(field: RecordField, label: string, currency: string): string {
  const title = label.charAt(0).toUpperCase() + label.slice(1);
  if (field.kind !== 'money') return title;
  const name = title.replace(/ a year$/, '');
  return `${name}, ${currency}${name === title ? '' : ' a year'}`;
}

function cellOf(field: RecordField, value: unknown, currency: string): WorkbookCell {
  if (Array.isArray(value)) return textCell(value.join('; '));
  if (field.kind === 'flag') return truthCell(typeof value === 'boolean' ? value : null);
  if (field.kind === 'date') return dateCell(typeof value === 'string' ? value : null);
  const number = typeof value === 'number' ? value : null;
  if (field.kind === 'money') return amountCell(number, currency);
  if (field.kind === 'share' && number !== null) return shareCell(number);
  if (field.kind === 'count' || field.kind === 'id' || field.kind === 'number') return countCell(number);
  return textCell(typeof value === 'string' ? value : null);
}
