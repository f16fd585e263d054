/**
 * A sheet of the workbook made from records: totals above, then the header, then one row a record, so
 * that totals stay in sight and rows can be filtered, sorted and added.
 */
import { figureTitleCell, formulaCell, titleCell, type WorkbookCell } from './cell.ts';
import { firstRow, lastRowOf, letterOf, rangesIn } from './layout.ts';

export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly (WorkbookCell | null)[])[];
  /** In characters. */
  readonly widths: readonly number[];
  /** Rows that stay in sight. */
  readonly frozenRows: number;
  /** Cells that can be filtered, such as "A2:F80"; null = none. */
  readonly filter: string | null;
}

export interface SheetColumn<Row> {
  readonly header: string;
  readonly width: number;
  /** @param at the row's number in the sheet, for formulas */
  readonly cell: (row: Row, at: number) => WorkbookCell;
  /** Shown above the header; by default, the sum of the column. */
  readonly total?: WorkbookCell;
}

export interface RecordSheet<Row, Key extends string> {
  readonly name: string;
  readonly columns: Readonly<Record<Key, SheetColumn<Row>>>;
  /** Of the columns. */
  readonly order: readonly Key[];
  readonly rows: readonly Row[];
  /** Shown before the totals, in the first column. */
  readonly note: string;
}

export function recordSheet<Row, Key extends string>(given: RecordSheet<Row, Key>): WorkbookSheet {
  const { name, order, rows } = given;
  const columns = order.map((key) => given.columns[key]);
  return {
    name,
    rows: [
      totalsOf(given),
      columns.map((column) => headerOf(column, rows)),
      ...rows.map((row, index) => columns.map(({ cell }) => cell(row, firstRow + index))),
    ],
    widths: columns.map(({ width }) => width),
    frozenRows: firstRow - 1,
    filter: `A${firstRow - 1}:${letterOf(order.length - 1)}${lastRowOf(rows.length)}`,
  };
}

function headerOf<Row>({ header, cell }: SheetColumn<Row>, [first]: readonly Row[]): WorkbookCell {
  const isText = first === undefined || cell(first, firstRow).style === 'text';
  return isText ? titleCell(header) : figureTitleCell(header);
}

function totalsOf<Row, Key extends string>({
  name,
  columns,
  order,
  rows,
  note,
}: RecordSheet<Row, Key>): (WorkbookCell | null)[] {
  const range = rangesIn(name, order, rows.length);
  return order.map((key, index) => {
    const { total } = columns[key];
    if (index === 0) return titleCell(note);
    return total === undefined || total.formula !== undefined
      ? (total ?? null)
      : formulaCell(`SUM(${range(key)})`, total);
  });
}
