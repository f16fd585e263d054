import type { Sentence } from '../base/sentence.ts';
import { markdownTable } from './markdown-table.ts';
import type { ReportTable } from '../base/report-table.ts';

/** A table of sentences as Markdown. */
export function tableLines(
  { header, rows, right }: ReportTable,
  say: (sentence: Sentence) => string,
): string[] {
  return markdownTable(
    header,
    rows.map((row) => row.map(say)),
    right,
  );
}
