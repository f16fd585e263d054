/**
 * Sheets as the bytes of an .xlsx file. The library writes cells and styles; what it lacks is put into
 * its sheets here: the value beside each formula, and filters. Equal sheets give equal bytes, because
 * the archive is packed again with one fixed date.
 */
import { unzipSync, zipSync, type Zippable } from 'fflate';
import writeWorkbook, { type CellObject, type Feature, type Sheet } from 'write-excel-file/universal';
import { exponentOf } from '../../analysis/units.ts';
import type { CellStyle, WorkbookCell } from './cell.ts';
import { letterOf } from './layout.ts';
import type { WorkbookSheet } from './sheet.ts';

export async function packed(sheets: readonly WorkbookSheet[], currency: string): Promise<Uint8Array> {
  const formats = formatsOf(currency);
  const blob = await writeWorkbook(
    sheets.map((sheet) => writtenSheet(sheet, formats)),
    { ...font, features: [completing(sheets)] },
  ).toBlob();
  return repacked(new Uint8Array(await blob.arrayBuffer()));
}

/** Before 1980 an archive knows no date. */
const packedAt = new Date(1980, 0, 1);

function repacked(archive: Uint8Array): Uint8Array {
  const files: Zippable = {};
  for (const [path, bytes] of Object.entries(unzipSync(archive)).toSorted(byPath)) {
    files[path] = [bytes, { mtime: packedAt }];
  }
  return zipSync(files, { level: 9 });
}

function byPath([a]: [string, Uint8Array], [b]: [string, Uint8Array]): number {
  return a < b ? -1 : 1;
}

type Formats = Readonly<Record<CellStyle, string>>;

/** Amounts have the decimals of their currency, apart at thousands. */
function formatsOf(currency: string): Formats {
  const exponent = exponentOf(currency);
  const decimals = exponent === 0 ? '' : `.${'0'.repeat(exponent)}`;
  return {
    amount: `#,##0${decimals}`,
    price: `#,##0.${'0'.repeat(exponent)}##`,
    count: '0',
    share: '0.0%',
    date: 'yyyy-mm-dd',
    // Stays text when somebody edits it: a name that begins with an equals sign never becomes a formula.
    text: '@',
    title: '@',
    figureTitle: '@',
  };
}

function writtenSheet(sheet: WorkbookSheet, formats: Formats): Sheet<Blob> {
  return {
    sheet: sheet.name,
    data: sheet.rows.map((row) => row.map((cell) => (cell === null ? null : writtenCell(cell, formats)))),
    columns: sheet.widths.map((width) => ({ width })),
    stickyRowsCount: sheet.frozenRows,
  };
}

const inputColor = '#1F4E9E';
const font = { fontFamily: 'Arial', fontSize: 10 } as const;

const looks: Readonly<
  Partial<Record<CellStyle, Pick<CellObject, 'fontWeight' | 'indent' | 'align' | 'wrap'>>>
> = {
  // Apart from the figures to the left of it.
  text: { indent: 1 },
  title: { fontWeight: 'bold', indent: 1, wrap: true },
  figureTitle: { fontWeight: 'bold', align: 'right', wrap: true },
};

function writtenCell({ value, style, formula, isInput }: WorkbookCell, formats: Formats): CellObject | null {
  const look = {
    format: formats[style],
    ...looks[style],
    ...(isInput === true ? { textColor: inputColor } : {}),
  };
  // A formula in a cell of text would become text when it is edited.
  const format = style === 'text' ? undefined : look.format;
  if (formula !== undefined) return { ...look, format, type: 'Formula', value: formula };
  if (value === null) return null;
  return typeof value === 'string' ? { ...look, type: String, value } : { ...look, type: Number, value };
}

function completing(sheets: readonly WorkbookSheet[]): Feature<Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _, { sheetIndex }) => {
            const sheet = sheets[sheetIndex];
            return sheet === undefined ? xml : withFilter(withValues(xml, sheet), sheet);
          },
        },
      },
    },
  };
}

/** The value of the engine beside each formula, for readers that do not calculate. */
function withValues(xml: string, { rows }: WorkbookSheet): string {
  const values = new Map<string, WorkbookCell['value']>();
  rows.forEach((row, at) =>
    row.forEach((cell, index) => {
      if (cell?.formula !== undefined) values.set(`${letterOf(index)}${at + 1}`, cell.value);
    }),
  );
  return xml.replace(
    /<c r="([A-Z]+\d+)"([^>]*)>(<f>[^<]*<\/f>)<\/c>/g,
    (_, at: string, rest: string, formula: string) => {
      const value = values.get(at) ?? '';
      const type = typeof value === 'string' ? ' t="str"' : '';
      return `<c r="${at}"${rest}${type}>${formula}<v>${value}</v></c>`;
    },
  );
}

function withFilter(xml: string, { filter }: WorkbookSheet): string {
  return filter === null ? xml : xml.replace('</sheetData>', `</sheetData><autoFilter ref="${filter}"/>`);
}
