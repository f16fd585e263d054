import { LINE_WIDTH, linesOf } from './wrap-text.ts';

/** A last column gets at least this much, even where the line then grows too long. */
const NARROWEST = 20;

/**
 * Rows under a header, columns aligned; columns of numbers (given by index) to the right. The last
 * column wraps, so that a line fits a terminal unless the other columns alone are too wide.
 */
export function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  rightAligned: readonly number[] = [],
  lineWidth: number = LINE_WIDTH,
): string {
  const last = header.length - 1;
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const before = widths.slice(0, last).reduce((sum, width) => sum + width + 2, 0);
  const room = Math.max(NARROWEST, lineWidth - before);
  widths[last] = Math.min(widths[last] ?? 0, room);

  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return rightAligned.includes(column) ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  const lines = (cells: readonly string[]): string[] =>
    linesOf(cells[last] ?? '', room).map((text, index) =>
      line([...cells.slice(0, last).map((cell) => (index === 0 ? cell : '')), text]),
    );
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.flatMap(lines)].join('\n');
}
