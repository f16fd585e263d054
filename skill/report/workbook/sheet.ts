/**
 * A sheet of the workbook made from records: totals above, then the header, then one row a record, so
 * that totals stay in sight and rows can be filtered, sorted and added.
 */
import { figureTitleCell, formulaCell, titleCell, type WorkbookCell } from './cell.ts';
import { firstRow, rangesIn } from './layout.ts';

export interface WorkbookSheet {
  readonly name: string;
  /** Made when they are asked for: a large sheet is never held whole. */
  readonly rows: Iterable<readonly (WorkbookCell | null)[]>;
  /** In characters. */
  readonly widths: readonly number[];
  /** Rows that stay in sight. */
  readonly frozenRows: number;
  /** Whether the records below the header can be filtered. */
  readonly isFiltered: boolean;
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
  /** Gone through more than once, so an iterable that makes its rows makes them again. */
  readonly rows: Iterable<Row>;
  /** Shown before the totals, in the first column. */
  readonly note: string;
}

export function recordSheet<Row, Key extends string>(given: RecordSheet<Row, Key>): WorkbookSheet {
  const columns = given.order.map((key) => given.columns[key]);
  return {
    name: given.name,
    rows: { [Symbol.iterator]: () => rowsOf(given, columns) },
    widths: columns.map(({ width }) => width),
    frozenRows: firstRow - 1,
    isFiltered: true,
  };
}

function* rowsOf<Row, Key extends string>(
  given: RecordSheet<Row, Key>,
  columns: readonly SheetColumn<Row>[],
): Generator<(WorkbookCell | null)[], void> {
  const { rows } = given;
  yield totalsOf(given);
  yield columns.map((column) => headerOf(column, rows));
  let at = firstRow;
  for (const row of rows) {
    yield columns.map(({ cell }) => cell(row, at));
    at += 1;
  }
}

function headerOf<Row>({ header, cell }: SheetColumn<Row>, rows: Iterable<Row>): WorkbookCell {
  const [first] = rows;
  const isText = first === undefined || cell(first, firstRow).style === 'text';
  return isText ? titleCell(header) : figureTitleCell(header);
}

function totalsOf<Row, Key extends string>(given: RecordSheet<Row, Key>): (WorkbookCell | null)[] {
  return given.order.map((key, index) => {
    const { total } = given.columns[key];
    if (index === 0) return titleCell(given.note);
    return total === undefined || total.formula !== undefined
      ? (total ?? null)
      : formulaCell(`SUM(${rangeOf(given, key)})`, total);
  });
}

function rangeOf<Row, Key extends string>({ name, order, rows }: RecordSheet<Row, Key>, key: Key): string {
  return rangesIn(name, order, Array.isArray(rows) ? rows.length : [...rows].length)(key);
}
