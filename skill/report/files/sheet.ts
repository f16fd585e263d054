/**
 * A table that leaves a screen: its rows as shown, and above them whose figures they are.
 *
 * Amounts are decimals in major units of the tenant currency; an empty cell is unknown, never 0.
 */
import type { Analysis } from '../../analysis/contract.ts';
import { headLines } from '../text/brief-markdown.ts';
import { csvText, type Cell } from './csv.ts';
import { manifestOf } from './manifest.ts';
import { markdownTable } from '../text/markdown-table.ts';
import { escaped } from '../base/sentence.ts';
import { labelsOf } from '../base/coverage.ts';

export interface Sheet {
  readonly title: string;
  /** With units, such as "Cost, USD a year". */
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** What else a reader must know: which rows were left out, that the data is invented. */
  readonly notes: readonly string[];
}

/** Every line has as many cells as the widest one, as the format asks. */
export function sheetCsv({ title, header, rows, notes }: Sheet, analysis: Analysis): string {
  const manifest: Cell[][] = [
    ['#title', title],
    ...notes.map((note) => ['#note', note]),
    ...manifestOf(analysis).map(([key, value]) => [`#${key}`, value]),
  ];
  const lines = [...manifest, header, ...rows];
  const width = Math.max(2, header.length);
  return csvText(lines.map((line) => [...line, ...Array.from({ length: width - line.length }, () => null)]));
}

export function sheetMarkdown({ title, header, rows, notes }: Sheet, analysis: Analysis): string {
  const { inputs, asOf, currency } = analysis;
  const about = { tenant: inputs.mapping.tenant, asOf, currency, labels: labelsOf(analysis) };
  const numeric = header.flatMap((_, column) => (rows.some((row) => isFigure(row[column])) ? [column] : []));
  const cells = rows.map((row) => row.map((cell) => escaped(textOf(cell))));
  return `${[
    ...headLines(escaped(title), about),
    ...notes.flatMap((note) => [`> ${escaped(note)}`, '']),
    ...markdownTable(header.map(escaped), cells, numeric),
  ].join('\n')}\n`;
}

function isFigure(cell: Cell | undefined): boolean {
  return typeof cell === 'number' || (typeof cell === 'object' && cell !== null);
}

function textOf(cell: Cell): string {
  if (cell === null) return 'unknown';
  return typeof cell === 'object' ? cell.decimal : String(cell);
}
