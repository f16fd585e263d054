import { useMemo, useState, type ReactNode } from 'react';
import { useSheets } from './sheets-on-screen.ts';
import { useRowWindow } from './use-row-window.ts';
import { useSorting, type Sorted, type Sorting } from './use-sorting.ts';
import type { Column, FileColumn } from './column.ts';
import { sheetOf } from './table-sheet.ts';
import { moveFocus } from './move-focus.ts';

export interface TableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string | number;
  /** Rows shown at first; the rest comes in steps on request. */
  readonly first?: number;
  /** Sorted elsewhere, where the order matters beyond the table. */
  readonly sorted?: Sorted<Row>;
  /** Thousands of rows: all are reachable by scrolling, few are rendered at a time. */
  readonly windowed?: boolean;
  /** Further columns of the file that the table can become. */
  readonly also?: readonly FileColumn<Row>[];
  /** What is said above the rows of the file, such as which rows were left out. */
  readonly notes?: readonly string[];
  readonly className?: string;
  /** False where the view offers a file of several tables instead. */
  readonly offered?: boolean;
}

const STEP = 50;

/** A table with its first column as row header, sorting by button, and two-line rows in a narrow pane. */
export function Table<Row>(props: TableProps<Row>): ReactNode {
  const { caption, columns, rows, keyOf, first = 10, windowed = false, className = '' } = props;
  const own = useSorting(rows, columns);
  const { by, sortBy } = props.sorted ?? own;
  const [shown, setShown] = useState(first);
  const ordered = props.sorted ? rows : own.rows;
  useSheets(() => {
    const { also = [], notes = [], offered = true } = props;
    return offered ? [sheetOf({ title: caption, columns: [...columns, ...also], rows: ordered, notes })] : [];
  });
  const total = windowed ? ordered.length : Math.min(shown, ordered.length);
  const { body, from, to, above, below } = useRowWindow(total, windowed);
  return (
    <div className="table-scroll">
      {windowed && <SortChoice columns={columns} by={by} onSort={sortBy} />}
      <table
        className={`table ${windowed ? 'table-windowed' : className}`.trim()}
        aria-rowcount={windowed ? total + 1 : undefined}
      >
        <caption className="visually-hidden">{caption}</caption>
        <HeaderRow columns={columns} by={by} onSort={sortBy} place={windowed ? 1 : undefined} />
        {/* oxlint-disable-next-line no-noninteractive-element-interactions -- the links inside hold the focus */}
        <tbody ref={body} onKeyDown={moveFocus}>
          <Spacer key="above" height={above} />
          {ordered.slice(from, to).map((row, index) => (
            <BodyRow
              key={keyOf(row)}
              row={row}
              columns={columns}
              place={windowed ? from + index + 2 : undefined}
            />
          ))}
          <Spacer key="below" height={below} />
        </tbody>
      </table>
      {!windowed && <More total={rows.length} shown={shown} onMore={() => setShown(shown + STEP)} />}
    </div>
  );
}

function Spacer({ height }: { height: number }): ReactNode {
  return height > 0 ? <tr aria-hidden="true" className="spacer" style={{ height }} /> : null;
}

interface SortChoiceProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly by: Sorting | null;
  readonly onSort: (sorting: Sorting) => void;
}

/** In a narrow pane most headers are out of sight, so the order is chosen here. */
function SortChoice<Row>({ columns, by, onSort }: SortChoiceProps<Row>): ReactNode {
  const choose = (key: string): void =>
    onSort({ key, descending: columns.find((column) => column.key === key)?.numeric === true });
  return (
    <label className="sort-choice">
      Sort by{' '}
      <select className="choice" value={by?.key} onChange={(event) => choose(event.currentTarget.value)}>
        {columns.map(
          ({ key, header, order }) =>
            order && (
              <option key={key} value={key}>
                {header}
              </option>
            ),
        )}
      </select>
    </label>
  );
}

interface HeaderRowProps<Row> extends SortChoiceProps<Row> {
  readonly place: number | undefined;
}

function HeaderRow<Row>({ columns, by, onSort, place }: HeaderRowProps<Row>): ReactNode {
  return (
    <thead>
      <tr aria-rowindex={place}>
        {columns.map((column) => (
          <HeaderCell key={column.key} column={column} sorting={by} onSort={onSort} />
        ))}
      </tr>
    </thead>
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
      <th scope="col" className={className} style={{ width: column.width }}>
        {column.meter ? <span className="visually-hidden">{column.header}</span> : column.header}
        {column.axis}
      </th>
    );
  const descending = isSorted ? !sorting.descending : column.numeric === true;
  const direction = sorting?.descending ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      className={className}
      style={{ width: column.width }}
      aria-sort={isSorted ? direction : undefined}
    >
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

interface BodyRowProps<Row> {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  /** Among all rows, the header being the first; said where not all rows are rendered. */
  readonly place: number | undefined;
}

/** Made again only when the row or the columns are others: a windowed table scrolls past thousands. */
function BodyRow<Row>({ row, columns, place }: BodyRowProps<Row>): ReactNode {
  return useMemo(() => tableRow(row, columns, place), [row, columns, place]);
}

function tableRow<Row>(row: Row, columns: readonly Column<Row>[], place: number | undefined): ReactNode {
  const [head, ...rest] = columns;
  if (!head) return null;
  const second = rest.filter((column) => column.secondary && !column.wide && column.lead !== null);
  return (
    <tr aria-rowindex={place}>
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
        <BodyCell key={column.key} column={column} row={row} />
      ))}
    </tr>
  );
}

/** Longer than any word of a language: text that nobody wrote to be read, and that may be broken anywhere. */
const longWord = /\S{40}/;

function BodyCell<Row>({ row, column }: { row: Row; column: Column<Row> }): ReactNode {
  const cell = column.cell(row);
  const isLong = typeof cell === 'string' && longWord.test(cell);
  return <td className={isLong ? `${classOf(column)} long-word` : classOf(column)}>{cell}</td>;
}

/** A cell that is null or empty has nothing to say there either. A space in front would push it in. */
function SecondLine<Row>({ row, column }: { row: Row; column: Column<Row> }): ReactNode {
  const cell = column.cell(row);
  if (cell === null || cell === '') return null;
  const { lead = column.header } = column;
  const words = typeof lead === 'function' ? lead(row) : lead;
  return (
    <>
      {' '}
      <span>
        {words}
        {words !== '' && words !== null && ' '}
        {cell}
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
  const { numeric, secondary, meter, wide } = column;
  const names = [numeric && 'numeric', secondary && 'secondary', meter && 'meter', wide && 'wide'];
  return names.filter(Boolean).join(' ');
}
