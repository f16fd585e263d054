import { describe, expect, it } from 'vitest';
import { sheetCsv, sheetMarkdown, type Sheet } from '../../skill/report/files/sheet.ts';
import { analyzeSmall } from '../analysis/fixtures/analyze-small.ts';
import { appOf, portfolioOf } from '../analysis/fixtures/portfolio.ts';

const analysis = analyzeSmall(portfolioOf({ apps: [appOf({ id: 1 })] }));
const sheet: Sheet = {
  title: 'Apps',
  header: ['App', 'Users', 'Cost, USD a year'],
  rows: [
    ['=HYPERLINK("http://evil")', 3, { decimal: '12.50' }],
    ['a | b', null, null],
  ],
  notes: ['Demo data: invented company and people.'],
};

describe('a table that leaves the screen', () => {
  it('says in every file whose figures these are, as of when, and on what mapping', () => {
    const csv = sheetCsv(sheet, analysis);
    expect(csv).toContain('#note,Demo data: invented company and people.,\r\n');
    expect(csv).toContain(`#asOf,${analysis.asOf},`);
    expect(csv).toMatch(/#mapping,(draft|approved),/);
    expect(sheetMarkdown(sheet, analysis)).toContain('> Demo data: invented company and people.');
  });

  it('gives a spreadsheet no formula and every line the same number of cells', () => {
    const csv = sheetCsv({ ...sheet, rows: [['=1+1', 3, null]] }, analysis);
    expect(csv).toContain("'=1+1,3,\r\n");
    for (const line of csv
      .trimEnd()
      .split('\r\n')
      .filter((one) => !one.includes('"'))) {
      expect(line.split(',')).toHaveLength(3);
    }
  });

  it('leaves the unknown empty in CSV and says so in Markdown; it is never 0', () => {
    expect(sheetCsv(sheet, analysis)).toContain('a | b,,\r\n');
    expect(sheetMarkdown(sheet, analysis)).toContain(String.raw`| a \| b | unknown | unknown |`);
  });

  it('sets figures to the right', () => {
    expect(sheetMarkdown(sheet, analysis)).toContain('| --- | ---: | ---: |');
  });
});
