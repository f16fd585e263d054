import { useState, type ReactNode } from 'react';

export interface Column<Row> {
  readonly key: string;
  /** Header with its unit, such as "Spend, USD a year". */
  readonly header: string;
  readonly numeric?: boolean;
  /** In a narrow pane this cell moves to the second line of the row. */
  readonly secondary?: boolean;
  /** What introduces the cell there; the header when absent, nothing when empty. */
  readonly lead?: string;
  /** A drawing beside the number; carries no text of its own. */
  readonly meter?: boolean;
  readonly cell: (row: Row) => ReactNode;
  /** Absent = the column cannot be sorted; null sorts last in either direction. */
  readonly order?: (row: Row) => number | string | null;
}

export interface TableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string | number;
  /** Rows shown at first; the rest comes in steps on request. */
  readonly first?: number;
}

interface Sorting {
  readonly key: string;
  readonly descending: boolean;
}

const STEP = 50;

/** A table with its first column as row header, sorting by button, and two-line rows in a narrow pane. */
export function Table<Row>({ caption, columns, rows, keyOf, first = 10 }: TableProps<Row>): ReactNode {
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [shown, setShown] = useState(first);
  const visible = sorted(rows, columns, sorting).slice(0, shown);
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} sorting={sorting} onSort={setSorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {visible.map((row) => (
            <BodyRow key={keyOf(row)} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
      <More total={rows.length} shown={shown} onMore={() => setShown(shown + STEP)} />
    </div>
  );
}

interface HeaderCellProps<Row> {
  readonly column: Column<Row>;
  readonly sorting: Sorting | null;
  readonly onSort: (sorting: Sorting) => void;
}

function HeaderCell<Row>({ column, sorting, onSort }: HeaderCellProps<Row>): ReactNode {
  const className = classOf(column);
  const isSorted = sorting?.key === column.key;
  if (!column.order)
    return (
      <th scope="col" className={className}>
        {column.meter ? <span className="visually-hidden">{column.header}</span> : column.header}
      </th>
    );
  const descending = isSorted ? !sorting.descending : column.numeric === true;
  const direction = sorting?.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" className={className} aria-sort={isSorted ? direction : undefined}>
      <button
        type="button"
        className="sort"
        data-sorted={isSorted || undefined}
        onClick={() => onSort({ key: column.key, descending })}
      >
        {column.header}
        <span className="arrow" aria-hidden="true">
          {isSorted ? (sorting.descending ? '↓' : '↑') : ''}
        </span>
      </button>
    </th>
  );
}

function BodyRow<Row>({ row, columns }: { row: Row; columns: readonly Column<Row>[] }): ReactNode {
  const [head, ...rest] = columns;
  if (!head) return null;
  const second = rest.filter((column) => column.secondary && !column.meter);
  return (
    <tr>
      <th scope="row" className="row-name">
        {head.cell(row)}
        {second.length > 0 && (
          <span className="second-line dotted">
            {second.map((column) => (
              <SecondLine key={column.key} column={column} row={row} />
            ))}
          </span>
        )}
      </th>
      {rest.map((column) => (
        <td key={column.key} className={classOf(column)}>
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
}

/** A cell that is null has nothing to say there either. */
function SecondLine<Row>({ row, column }: { row: Row; column: Column<Row> }): ReactNode {
  const cell = column.cell(row);
  if (cell === null) return null;
  return (
    <>
      {' '}
      <span>
        {column.lead ?? column.header} {cell}
      </span>
    </>
  );
}

function More({ total, shown, onMore }: { total: number; shown: number; onMore: () => void }): ReactNode {
  if (total <= shown) return null;
  return (
    <p className="more">
      <button type="button" className="button button-quiet" onClick={onMore}>
        {total - shown <= STEP ? `Show ${total - shown} more` : `Show ${STEP} more of ${total - shown}`}
      </button>
    </p>
  );
}

function classOf<Row>(column: Column<Row>): string {
  const names = [column.numeric && 'numeric', column.secondary && 'secondary', column.meter && 'meter'];
  return names.filter(Boolean).join(' ');
}

/** Stable; unknowns stay at the end whichever way the rest is turned. */
function sorted<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sorting: Sorting | null,
): readonly Row[] {
  const order = columns.find((column) => column.key === sorting?.key)?.order;
  if (!sorting || !order) return rows;
  const sign = sorting.descending ? -1 : 1;
  return rows
    .map((row) => ({ row, value: order(row) }))
    .toSorted((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      return sign * compare(a.value, b.value);
    })
    .map(({ row }) => row);
}

const alphabet = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

function compare(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return alphabet.compare(String(a), String(b));
}
