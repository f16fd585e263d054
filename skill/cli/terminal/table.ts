import { LINE_WIDTH, linesOf, wrapText } from './wrap-text.ts';

const GAP = 2;

/** A column of text that wraps into less is no longer read as a line. */
const NARROWEST = 12;

type Rows = readonly (readonly string[])[];

/**
 * Rows under a header, columns aligned; columns of numbers (given by index) to the right. Where the lines would be
 * longer than `width`, cells of text wrap at spaces, the widest column first. Where their words alone are too
 * wide, the last column goes below its row; and where even that is too wide, each row becomes a record of lines
 * "label: value".
 */
export function table(
  header: readonly string[],
  rows: Rows,
  rightAligned: readonly number[] = [],
  width: number = LINE_WIDTH,
): string {
  const whole = { header, rows, rightAligned };
  return drawnTable(whole, width) ?? stackedTable(whole, width) ?? recordLines(header, rows, width);
}

interface TableParts {
  readonly header: readonly string[];
  readonly rows: Rows;
  readonly rightAligned: readonly number[];
}

/** Null where it does not fit. */
function drawnTable({ header, rows, rightAligned }: TableParts, width: number): string | null {
  const widths = fittingWidths(header, rows, rightAligned, width);
  if (widths === null) return null;
  return [header, rule(widths), ...rows].map((cells) => lineOf(cells, widths, rightAligned)).join('\n');
}

function stackedTable({ header, rows, rightAligned }: TableParts, width: number): string | null {
  const last = header.length - 1;
  if (last < 2 || rightAligned.includes(last)) return null;
  const widths = fittingWidths(
    header.slice(0, last),
    rows.map((row) => row.slice(0, last)),
    rightAligned,
    width,
  );
  if (widths === null) return null;
  const stacked = (cells: readonly string[]) => {
    const below = cells[last] ?? '';
    const line = lineOf(cells, widths, rightAligned);
    return below === '' ? line : `${line}\n${wrapText(below, ' '.repeat(GAP), width)}`;
  };
  return [stacked(header), lineOf(rule(widths), widths, []), ...rows.map(stacked)].join('\n');
}

function rule(widths: readonly number[]): string[] {
  return widths.map((length) => '-'.repeat(length));
}

/** Null where the words of the cells are too wide. */
function fittingWidths(
  header: readonly string[],
  rows: Rows,
  whole: readonly number[],
  width: number,
): number[] | null {
  const cellsOf = (column: number) => [header[column] ?? '', ...rows.map((row) => row[column] ?? '')];
  const widths = header.map((_, column) => longest(cellsOf(column)));
  const least = widths.map((natural, column) => {
    if (whole.includes(column)) return natural;
    const words = cellsOf(column).flatMap((cell) => cell.split(' '));
    return Math.max(longest(words), Math.min(natural, NARROWEST));
  });
  const over = sum(widths) + GAP * (header.length - 1) - width;
  if (over > sum(widths) - sum(least)) return null;
  for (let left = over; left > 0; left -= 1) narrowWidest(widths, least);
  return widths;
}

function narrowWidest(widths: number[], least: readonly number[]): void {
  const room = widths.map((length, column) => (length > (least[column] ?? 0) ? length : 0));
  const widest = room.indexOf(Math.max(...room));
  widths[widest] = (widths[widest] ?? 0) - 1;
}

/** One row, in as many lines as its tallest cell. */
function lineOf(cells: readonly string[], widths: readonly number[], right: readonly number[]): string {
  const wrapped = widths.map((width, column) => linesOf(cells[column] ?? '', width));
  const height = Math.max(...wrapped.map(({ length }) => length));
  const padded = (index: number) =>
    widths.map((width, column) => {
      const text = wrapped[column]?.[index] ?? '';
      return right.includes(column) ? text.padStart(width) : text.padEnd(width);
    });
  return Array.from({ length: height }, (_, index) => padded(index).join(' '.repeat(GAP)).trimEnd()).join(
    '\n',
  );
}

/** A blank line between two records; what a row leaves empty is left out. */
function recordLines(header: readonly string[], rows: Rows, width: number): string {
  const lineFor = (cell: string, column: number) => {
    const lead = header[column] === '' ? '' : `${header[column]}: `;
    return setIn(`${lead}${cell}`, column === 0 ? 0 : GAP, width);
  };
  return rows
    .map((row) => row.flatMap((cell, column) => (cell === '' ? [] : [lineFor(cell, column)])).join('\n'))
    .join('\n\n');
}

/** Text that begins `by` columns in, and goes on a little further in. */
function setIn(text: string, by: number, width: number): string {
  const [first = ''] = linesOf(text, width - by);
  const lead = ' '.repeat(by);
  const rest = text.split(/\s+/).join(' ').slice(first.length).trim();
  return rest === ''
    ? `${lead}${first}`
    : `${lead}${first}\n${wrapText(rest, '', width - by - GAP).replaceAll(/^/gm, ' '.repeat(by + GAP))}`;
}

function longest(texts: readonly string[]): number {
  return texts.reduce((most, { length }) => Math.max(most, length), 0);
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((total, length) => total + length, 0);
}
