import type { Analysis } from '../../analysis/contract.ts';
import type { Cell } from '../files/csv.ts';
import { manifestOf } from '../files/manifest.ts';
import { countCell, textCell, titleCell, type WorkbookCell } from './cell.ts';
import type { WorkbookSheet } from './sheet.ts';

type Row = readonly (WorkbookCell | null)[];

/** Whose figures these are, what was read to make them, and which checks they passed. */
export function manifestSheet(analysis: Analysis, notes: readonly string[]): WorkbookSheet {
  return {
    name: 'Manifest',
    rows: [
      [titleCell('What this file is')],
      ...manifestOf(analysis).map(([key, value]) => [textCell(key), cellOf(value)]),
      ...notes.map((note) => [textCell('note'), textCell(note)]),
      [],
      ['Source', 'Status', 'Rows', 'Of', 'Pages', 'Dropped', "Torii's own totals", 'Read at', 'Why'].map(
        titleCell,
      ),
      ...analysis.completeness.map(sourceRow),
      [],
      ['Self-audit', 'Result', 'Detail'].map(titleCell),
      ...analysis.selfAudit.map(({ check, ok, detail }) => [
        textCell(check),
        textCell(ok ? 'holds' : 'does not hold'),
        textCell(detail),
      ]),
    ],
    widths: [48, 24, 12, 12, 10, 10, 20, 26, 60],
    frozenRows: 1,
    isFiltered: false,
  };
}

function sourceRow(certificate: Analysis['completeness'][number]): Row {
  const { source, status, rows, total, pages, dropped, control, fetchedAt, reason } = certificate;
  return [
    textCell(source),
    textCell(status),
    countCell(status === 'not-read' ? null : rows),
    countCell(total),
    countCell(pages),
    countCell(dropped),
    textCell(control === null ? 'not asked' : control.equal ? 'equal' : 'differ'),
    textCell(fetchedAt),
    textCell(reason),
  ];
}

function cellOf(value: Cell): WorkbookCell {
  if (typeof value === 'number') return countCell(value);
  return textCell(value === null || typeof value === 'object' ? (value?.decimal ?? null) : String(value));
}
