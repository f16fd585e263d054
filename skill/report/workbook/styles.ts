/**
 * How cells look: the formats of a currency as the part `xl/styles.xml`, and the number under which a cell
 * finds its look there.
 */
import { exponentOf } from '../../analysis/units.ts';
import type { CellStyle, WorkbookCell } from './cell.ts';
import { xmlText } from './xml-text.ts';

const styles = ['text', 'amount', 'price', 'count', 'share', 'date', 'title', 'figureTitle'] as const;

/** Each style comes three times: as it is, to be changed, and calculated; the first look is that of an empty cell. */
const variants = ['plain', 'input', 'formula'] as const;
type Variant = (typeof variants)[number];

export function styleNumber({ style, formula, isInput }: WorkbookCell): number {
  return 1 + styles.indexOf(style) * variants.length + (formula !== undefined ? 2 : isInput === true ? 1 : 0);
}

/** Amounts have the decimals of their currency, apart at thousands. */
function formatsOf(currency: string): Readonly<Record<CellStyle, string>> {
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

/** Text keeps apart from the figures to the left of it. */
const alignments: Readonly<Partial<Record<CellStyle, string>>> = {
  text: '<alignment horizontal="left" indent="1"/>',
  title: '<alignment horizontal="left" indent="1" wrapText="1"/>',
  figureTitle: '<alignment horizontal="right" wrapText="1"/>',
};

const inputColor = '<color rgb="FF1F4E9E"/>';
const fonts = [fontXml('', ''), fontXml('<b/>', ''), fontXml('', inputColor)];
/** Numbers of the fonts above. */
const [plainFont, boldFont, inputFont] = [0, 1, 2];

function fontXml(weight: string, color: string): string {
  return `<font>${weight}<sz val="10"/>${color}<name val="Arial"/><family val="2"/></font>`;
}

/** Numbers below are taken by formats of the spreadsheet's own. */
const firstFormat = 164;

export function stylesXml(currency: string): string {
  const formats = formatsOf(currency);
  const looks = styles.flatMap((style, index) =>
    variants.map((variant) => lookXml(style, variant, firstFormat + index)),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    listXml(
      'numFmts',
      styles.map((style, index) => formatXml(formats[style], firstFormat + index)),
    ),
    listXml('fonts', fonts),
    listXml(
      'fills',
      ['none', 'gray125'].map((type) => `<fill><patternFill patternType="${type}"/></fill>`),
    ),
    listXml('borders', ['<border><left/><right/><top/><bottom/><diagonal/></border>']),
    listXml('cellStyleXfs', [emptyLook]),
    listXml('cellXfs', [emptyLook, ...looks]),
    '</styleSheet>',
  ].join('');
}

const emptyLook = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>';

function lookXml(style: CellStyle, variant: Variant, format: number): string {
  const isTitle = style === 'title' || style === 'figureTitle';
  const font = isTitle ? boldFont : variant === 'input' ? inputFont : plainFont;
  // A formula in a cell of text would become text when it is edited.
  const shown = style === 'text' && variant === 'formula' ? 0 : format;
  const alignment = alignments[style] ?? '';
  return `<xf numFmtId="${shown}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"${
    alignment === '' ? '/>' : ` applyAlignment="1">${alignment}</xf>`
  }`;
}

function formatXml(code: string, id: number): string {
  return `<numFmt numFmtId="${id}" formatCode="${xmlText(code)}"/>`;
}

function listXml(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`;
}
