/** What an .xlsx file holds around its sheets: what is in it, where it is, and how cells look. */
import type { WorkbookSheet } from './sheet.ts';
import { stylesXml } from './styles.ts';
import { xmlText } from './xml-text.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export function sheetPath(index: number): string {
  return `worksheets/sheet${index + 1}.xml`;
}

/** What an .xlsx file holds around its sheets, by path. */
export function frame(sheets: readonly WorkbookSheet[], currency: string): [path: string, xml: string][] {
  return [
    ['[Content_Types].xml', contentTypes(sheets)],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbookXml(sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map((_, index): [string, string] => ['worksheet', sheetPath(index)]),
        ['styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', stylesXml(currency)],
  ];
}

function contentTypes(sheets: readonly WorkbookSheet[]): string {
  return [
    `${declaration}<Types xmlns="${packages}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    override('workbook.xml', 'sheet.main'),
    ...sheets.map((_, index) => override(sheetPath(index), 'worksheet')),
    override('styles.xml', 'styles'),
    '</Types>',
  ].join('');
}

function override(path: string, type: string): string {
  return `<Override PartName="/xl/${path}" ContentType="${main}.${type}+xml"/>`;
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const lines = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packages}/relationships">${lines.join('')}</Relationships>`;
}

function workbookXml(sheets: readonly WorkbookSheet[]): string {
  const lines = sheets.map(
    ({ name }, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return [
    `${declaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}">`,
    `<bookViews><workbookView/></bookViews><sheets>${lines.join('')}</sheets></workbook>`,
  ].join('');
}
