/** A Markdown table as test/bench/RESULTS.md keeps it: one measurement a row, the bar beside it. */
export type Cell = string | number;

export function printTable(
  title: string,
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
): void {
  const lines = [header, header.map(() => '---'), ...rows].map(
    (cells) => `| ${cells.map(shown).join(' | ')} |`,
  );
  console.log([`\n### ${title}\n`, ...lines].join('\n'));
}

/** "met" or "missed" in words, because a table is read without colors. */
export function verdict(measured: number, bar: number): string {
  return measured <= bar ? 'met' : 'missed';
}

function shown(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  return Number.isInteger(cell) ? cell.toLocaleString('en') : cell.toFixed(cell < 10 ? 1 : 0);
}
