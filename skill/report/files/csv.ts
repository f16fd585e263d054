/**
 * CSV by RFC 4180, safe to open in a spreadsheet: a text that would start a formula gets an apostrophe
 * in front. Numbers are written as is, since our own numbers cannot be formulas.
 */
export type Cell = string | number | boolean | { readonly decimal: string } | null;

export function csvText(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('');
}

/** What spreadsheets take for the start of a formula, full-width signs included. */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return cell.decimal;
  if (typeof cell !== 'string') return String(cell);
  return quoted(formula.test(cell) ? `'${cell}` : cell);
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
