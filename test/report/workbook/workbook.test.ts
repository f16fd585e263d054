/** The workbook, calculated by a spreadsheet of our own: every formula gives the figure of the engine. */
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Analysis } from '../../../skill/analysis/base/contract.ts';
import { explainFact } from '../../../skill/analysis/explain/explain.ts';
import { decimal } from '../../../skill/analysis/base/money.ts';
import { applyMapping } from '../../../skill/mapping/apply/apply.ts';
import { analysisConfig } from '../../../skill/mapping/apply/config.ts';
import { explainerOf } from '../../../skill/report/workbook/explainer.ts';
import type { Explain } from '../../../skill/report/workbook/lineage-sheet.ts';
import { workbook } from '../../../skill/report/workbook/workbook.ts';
import type { TenantRecords } from '../../../skill/torii/base/records.ts';
import { analyzeSmall } from '../../analysis/fixtures/analyze-small.ts';
import { appOf, portfolioOf } from '../../analysis/fixtures/portfolio.ts';
import { analyzed, mapping, peopleIn, readDemo } from '../demo-reading.ts';
import { openSpreadsheet, type Spreadsheet } from './spreadsheet.ts';

const edits = [
  { appId: 1005, action: 'retire', oneTime: 800_050, by: 'Ada', at: '2026-11-20' },
  { appId: 1012, action: 'keep', pricePercent: 7.5, by: 'Ada', at: '2026-11-20' },
] as const;

let records: TenantRecords;
let analysis: Analysis;
let explain: Explain;
let slowly: Explain;
let bytes: Uint8Array;
let file: Spreadsheet;

beforeAll(async () => {
  records = await readDemo();
  analysis = analyzed(records, { edits });
  const portfolio = applyMapping(records, mapping());
  slowly = (fact) => explainFact(analysis, portfolio, analysisConfig(mapping()), fact);
  explain = explainerOf(analysis, portfolio, analysisConfig(mapping()));
  bytes = workbook(analysis, explain, ['Only a part.']);
  file = openSpreadsheet(bytes);
}, 60_000);

/** The cell beside a name of the summary. */
function beside(name: string, of = file): string {
  for (const [at, { stored }] of of.sheets.get('Summary') ?? []) {
    if (stored === name) return at.replace('A', 'B');
  }
  throw new Error(`The summary has no ${name}.`);
}

/** After a person has typed a value into a cell. */
function typed(sheet: string, at: string, value: number): Spreadsheet {
  const changed = openSpreadsheet(bytes);
  const cell = changed.sheets.get(sheet)?.get(at);
  if (cell === undefined || cell.formula !== null) throw new Error(`${sheet}!${at} cannot be typed into.`);
  changed.sheets.get(sheet)?.set(at, { ...cell, stored: value });
  return changed;
}

describe('a workbook', () => {
  it('calculates to the stored value in every formula', () => {
    const formulas = [...file.sheets].flatMap(([sheet, cells]) =>
      [...cells].flatMap(([at, { formula, stored }]) => (formula === null ? [] : [{ sheet, at, stored }])),
    );
    const differing = formulas.filter(({ sheet, at, stored }) => !isSame(file.calculate(sheet, at), stored));
    expect(formulas.length).toBeGreaterThan(1000);
    expect(differing).toEqual([]);
  });

  it('has the totals of the analysis to the cent, each by a formula', () => {
    const { totals, currency } = analysis;
    const shown = {
      Baseline: totals.baselineAnnual,
      'Projected under the plan': totals.projectedAnnual,
      'Leaves the bill': totals.hardSavingAnnual,
      '… that can still be decided': totals.decidableAnnual,
      '… that is locked': totals.lockedAnnual,
      '… with an unknown exit date': totals.exitUnknownAnnual,
      'Cost avoidance, apart': totals.avoidanceAnnual,
      'One-time cost, apart': totals.oneTime,
    };
    for (const [name, minor] of Object.entries(shown)) {
      const cell = file.sheets.get('Summary')?.get(beside(name));
      expect(cell?.formula, name).not.toBeNull();
      expect(cell?.stored, name).toBe(Number(decimal(minor ?? NaN, currency)));
    }
    expect(totals.oneTime).toBe(800_050);
  });

  it('follows a seat that is changed, through the line, the app and the portfolio', () => {
    const at = rowOf('Plan', 'unassigned:app-1012');
    const [seats, price] = [file.calculate('Plan', `E${at}`), file.calculate('Plan', `F${at}`)];
    if (typeof seats !== 'number' || typeof price !== 'number') throw new Error('no line by seat');
    const changed = typed('Plan', `E${at}`, seats + 10);
    const more = (name: string): number =>
      Number(changed.calculate('Summary', beside(name))) - Number(file.calculate('Summary', beside(name)));
    expect(more('Leaves the bill')).toBeCloseTo(10 * price, 1);
    expect(more('Projected under the plan')).toBeCloseTo(-10 * price, 1);
    expect(more('Baseline')).toBe(0);
    expect(changed.calculate('Summary', beside('Baseline − projected = what leaves the bill'))).toBe('holds');
  });

  it('follows the cost of an app that is retired', () => {
    const at = rowOf('Apps', 1005);
    const changed = typed('Apps', `G${at}`, 1000);
    expect(changed.calculate('Apps', `H${at}`)).toBe(1000);
    expect(changed.calculate('Apps', `I${at}`)).toBe(0);
    expect(changed.calculate('Summary', beside('Baseline − projected = what leaves the bill'))).toBe('holds');
  });

  it('leads every figure of money back to records and fields', () => {
    const lineage = [...(file.sheets.get('Lineage') ?? [])];
    const named = lineage.filter(([at]) => /^A\d/.test(at)).map(([, { stored }]) => stored);
    for (const { id } of analysis.ledger) expect(named).toContain(`ledger/${id}/hardAnnual`);
    const at = rowOf('Lineage', 'app/1005/costAnnual');
    expect(file.calculate('Lineage', `B${at}`)).toBe(`Apps!G${rowOf('Apps', 1005)}`);
    expect(file.calculate('Lineage', `G${at}`)).toMatch(/^contracts \d+: annualValue/);
  });

  it('explains a figure by its own records as it would by all', () => {
    const facts = [...(file.sheets.get('Lineage') ?? [])].flatMap(([at, { stored }]) =>
      /^A\d/.test(at) && typeof stored === 'string' && stored.includes('/') ? [stored] : [],
    );
    const some = facts.filter((fact, index) => !fact.startsWith('app/') || index % 7 === 0);
    expect(some.length).toBeGreaterThan(100);
    for (const fact of some) expect(explain(fact)).toEqual(slowly(fact));
  });

  it('says what it is', () => {
    const said = [...(file.sheets.get('Summary')?.values() ?? [])].map(({ stored }) => stored);
    expect(said).toContain('Only a part.');
    expect(file.sheets.get('Manifest')?.get('B2')?.stored).toBe(analysis.inputs.mapping.tenant);
  });

  it('is made row by row: no explanation is asked for before the rows above it are written', () => {
    const steps: string[] = [];
    const asked: Explain = (fact) => {
      steps.push('asked');
      return explain(fact);
    };
    workbook(analysis, asked, [], () => steps.push('written'));
    const firstWritten = steps.indexOf('written');
    expect(firstWritten).toBeGreaterThanOrEqual(0);
    // The header looks at the first one; the others wait for their turn.
    expect(steps.slice(0, firstWritten).filter((step) => step === 'asked').length).toBeLessThan(500);
    expect(steps.slice(firstWritten)).toContain('asked');
  });

  it('says how many rows are written, up to the last hundreds', () => {
    const said: number[] = [];
    workbook(analysis, explain, [], (rows) => said.push(rows));
    const rows = [...file.sheets.values()].reduce((sum, cells) => sum + lastRowIn(cells), 0);
    expect(said).toEqual(said.toSorted((a, b) => a - b));
    expect(said.at(-1)).toBeGreaterThan(rows - 1000);
    expect(said.at(-1)).toBeLessThanOrEqual(rows);
  });

  it('is the same file whenever it is made', () => {
    const small = analyzeSmall(portfolioOf({ apps: [appOf({ id: 1 })] }));
    const today = workbook(small, () => null);
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-03-04T12:00:00') });
    onTestFinished(() => void vi.useRealTimers());
    expect(workbook(small, () => null)).toEqual(today);
  });

  it('names nobody', () => {
    const texts = [...file.sheets.values()].flatMap((cells) =>
      [...cells.values()].map(({ stored }) => stored),
    );
    expect(peopleIn(texts.join('\n'))).toEqual([]);
  });
});

function lastRowIn(cells: ReadonlyMap<string, unknown>): number {
  return Math.max(...[...cells.keys()].map((at) => Number(at.replace(/\D+/, ''))));
}

/** Floats of a spreadsheet are the same to a thousandth of a cent. */
function isSame(value: unknown, stored: unknown): boolean {
  return typeof value === 'number' && typeof stored === 'number'
    ? Math.abs(value - stored) < 1e-5
    : value === stored;
}

function rowOf(sheet: string, key: string | number): string {
  for (const [at, { stored }] of file.sheets.get(sheet) ?? []) {
    if (/^A\d/.test(at) && stored === key) return at.slice(1);
  }
  throw new Error(`${sheet} has no row ${key}.`);
}

describe('text of the tenant', () => {
  it('is text and stays text, whatever it looks like', () => {
    const name = '=HYPERLINK("http://evil","pay")\u0000\ud800';
    const hostile = analyzeSmall(portfolioOf({ apps: [appOf({ id: 1, name })] }));
    const opened = openSpreadsheet(workbook(hostile, () => null));
    const cell = opened.sheets.get('Apps')?.get('B3');
    expect(cell).toEqual({ formula: null, stored: '=HYPERLINK("http://evil","pay")  ', format: '@' });
  });
});

describe('text of the tenant in XML', () => {
  it.each([
    'Research & "Development" <Berlin>',
    'not a sign: _x0041_ and _x005F_x0041_',
    '  spaces at both ends  ',
    'two\nlines\tand a tab',
    'ĂŸ 漢字 🙂 ￼',
  ])('comes out as it went in: %j', (name) => {
    const opened = openSpreadsheet(
      workbook(analyzeSmall(portfolioOf({ apps: [appOf({ id: 1, name })] })), () => null),
    );
    expect(opened.sheets.get('Apps')?.get('B3')?.stored).toBe(name);
  });

  it('is well-formed in every part', () => {
    for (const [path, xml] of Object.entries(unzipSync(bytes))) {
      expect(unevenIn(strFromU8(xml)), path).toBeNull();
    }
  });
});

/** The first place at which XML is not well-formed; null = it is. */
function unevenIn(xml: string): string | null {
  const open: string[] = [];
  for (const [piece, text, close, name = '', attributes, alone] of xml.matchAll(
    /([^<]+)|<(\/?)([\w:]+)((?: [\w:]+="[^"<]*")*)(\/?)>|<\?[^<>]*\?>|</g,
  )) {
    if (/&(?!(?:amp|lt|gt|quot);)/.test(`${text ?? ''}${attributes ?? ''}`)) return piece;
    if (piece === '<' || (close === '/' && open.pop() !== name)) return piece;
    if (close === '' && alone === '') open.push(name);
  }
  return open.at(-1) ?? null;
}

describe('amounts', () => {
  it.each([
    ['JPY', '#,##0'],
    ['USD', '#,##0.00'],
    ['KWD', '#,##0.000'],
  ])('have the decimals of %s', (currency, format) => {
    const portfolio = portfolioOf({ apps: [appOf({ id: 1 })] });
    const opened = openSpreadsheet(workbook({ ...analyzeSmall(portfolio), currency }, () => null));
    expect(opened.sheets.get('Apps')?.get('G1')?.format).toBe(format);
  });
});
