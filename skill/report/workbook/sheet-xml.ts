/**
 * A sheet as the text of its part of the file, piece by piece: a row is made when it is asked for and is
 * forgotten once it is written.
 */
import type { WorkbookCell } from './cell.ts';
import { firstRow, letterOf } from './layout.ts';
import type { WorkbookSheet } from './sheet.ts';
import { styleNumber } from './styles.ts';
import { xmlText } from './xml-text.ts';

/** @returns pieces of text, one a row at most */
export function* sheetXml(sheet: WorkbookSheet, isFirst: boolean): Generator<string, void> {
  yield headXml(sheet, isFirst);
  const letters = sheet.widths.map((_, index) => letterOf(index));
  let rows = 0;
  for (const row of sheet.rows) {
    rows += 1;
    yield rowXml(row, rows, letters);
  }
  yield `</sheetData>${sheet.isFiltered ? filterXml(sheet.widths.length, rows) : ''}</worksheet>`;
}

function headXml({ widths, frozenRows }: WorkbookSheet, isFirst: boolean): string {
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">`,
    `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`,
    `</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`,
  ].join('');
}

/** From the header, which is above the first record, to the last row. */
function filterXml(columns: number, rows: number): string {
  return `<autoFilter ref="A${firstRow - 1}:${letterOf(columns - 1)}${Math.max(rows, firstRow)}"/>`;
}

function rowXml(row: readonly (WorkbookCell | null)[], at: number, letters: readonly string[]): string {
  let xml = `<row r="${at}">`;
  for (let index = 0; index < row.length; index += 1) {
    const cell = row[index];
    if (cell !== null && cell !== undefined) xml += cellXml(cell, `${letters[index] ?? ''}${at}`);
  }
  return `${xml}</row>`;
}

/** The value of the engine is beside each formula, for readers that do not calculate. */
function cellXml(cell: WorkbookCell, at: string): string {
  const { value, formula } = cell;
  if (value === null && formula === undefined) return '';
  const open = `<c r="${at}" s="${styleNumber(cell)}"`;
  if (formula === undefined) {
    return typeof value === 'string'
      ? `${open} t="inlineStr"><is>${textXml(value)}</is></c>`
      : `${open}><v>${value}</v></c>`;
  }
  const calculated = `<f>${xmlText(formula)}</f>`;
  return typeof value === 'number'
    ? `${open}>${calculated}<v>${value}</v></c>`
    : `${open} t="str">${calculated}<v>${xmlText(value ?? '')}</v></c>`;
}

/** Spaces at the ends and line ends are lost unless they are to be kept. */
function textXml(text: string): string {
  return `<t${/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ''}>${xmlText(text)}</t>`;
}
