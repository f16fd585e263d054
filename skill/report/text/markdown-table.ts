/** A Markdown table; cells are Markdown already. Columns of numbers, given by index, to the right. */
export function markdownTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  rightAligned: readonly number[] = [],
): string[] {
  const rule = header.map((_, column) => (rightAligned.includes(column) ? '---:' : '---'));
  return [header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}
