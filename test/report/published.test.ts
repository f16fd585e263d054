import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Analysis, AnalysisJson } from '../../skill/analysis/base/contract.ts';
import { parseBaseline } from '../../skill/report/snapshot/baseline.ts';
import { analysisSchema } from '../../skill/report/snapshot/analysis-schema.ts';
import { appsCsv } from '../../skill/report/files/apps-csv.ts';
import { csvText } from '../../skill/report/files/csv.ts';
import { parseHandover } from '../../skill/report/handover/handover.ts';
import { handoverOf, handoverText } from '../../skill/report/handover/handover-of.ts';
import { runOf } from '../../skill/report/history/run-of.ts';
import { parseRun, runText } from '../../skill/report/history/run-record.ts';
import { planOf } from '../../skill/report/text/plan-of.ts';
import { analysisText, baselineText } from '../../skill/report/snapshot/published-json.ts';
import { parseDecisions } from '../../skill/mapping/files/decisions-file.ts';
import type { TenantRecords } from '../../skill/torii/base/records.ts';
import { analyzed, mapping, readDemo } from './demo-reading.ts';

let records: TenantRecords;
let analysis: Analysis;

beforeAll(async () => {
  records = await readDemo();
  analysis = analyzed(records);
});

function published(name: string): (json: unknown) => boolean {
  const file = join(import.meta.dirname, '../../skill/assets', `${name}.schema.json`);
  const schema = JSON.parse(readFileSync(file, 'utf8')) as object;
  return new Ajv2020({ strict: false }).compile(schema) as (json: unknown) => boolean;
}

describe('the analysis as JSON', () => {
  it('keeps to its published schema, and names it', () => {
    const edits = [
      { appId: 1005, action: 'keep', tierPrice: 80_50, oneTime: 1, by: 'Ada', at: '2026-11-20', note: 'x' },
    ] as const;
    for (const one of [
      analysis,
      analyzed(records, { edits, decisions: [{ id: 'app/1', verdict: 'rejected' }] }),
    ]) {
      const json: unknown = JSON.parse(analysisText(one));
      expect(json).toHaveProperty('$schema', 'urn:saas-rationalization-dashboard:analysis:1');
      const parsed: AnalysisJson = analysisSchema.parse(json);
      expect(parsed.inputs.hash).toBe(one.inputs.hash);
      expect(published('analysis')(json)).toBe(true);
    }
  });

  it('has the same bytes whatever the order of the records and of the keys of the mapping', () => {
    const reversed: TenantRecords = {
      ...records,
      apps: records.apps.toReversed(),
      contracts: records.contracts.toReversed(),
      fields: records.fields.toReversed(),
      completeness: records.completeness.toReversed(),
    };
    const { thresholds, ...rest } = mapping();
    const other = analyzed(reversed, { mapping: { thresholds, ...rest } });
    expect(analysisText(other)).toBe(analysisText(analysis));
  });

  it('has a record for the history and a block to hand over that keep to theirs', () => {
    const run: unknown = JSON.parse(runText(runOf(analysis, 120_00)));
    expect(parseRun(run)).toMatchObject({ ok: true, run: { verifiedAnnual: '120.00' } });
    expect(published('run')(run)).toBe(true);
    const own = { analysis, recorded: analysis, notes: ['A note.'], clean: (text: string): string => text };
    const text = handoverText(handoverOf({ ...own, previous: null, history: [], verified: null, drift: [] }));
    const block: unknown = JSON.parse(text);
    expect(parseHandover(block).ok).toBe(true);
    expect(published('handover')(block)).toBe(true);
    expect(published('handover')({ ...Object(block), hash: 'x' })).toBe(false);
  });

  it('has a baseline that keeps to its schema too', () => {
    const json: unknown = JSON.parse(baselineText(analysis));
    expect(parseBaseline(json).ok).toBe(true);
    expect(published('baseline')(json)).toBe(true);
  });
});

/** Reads CSV by RFC 4180, strictly. */
function parsed(text: string): string[][] {
  const rows: string[][] = [];
  for (const line of text.matchAll(
    /((?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,(?:"(?:[^"]|"")*"|[^",\r\n]*))*)\r\n/gy,
  )) {
    const cells = [...(line[1] ?? '').matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)];
    rows.push(cells.map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? ''));
  }
  return rows;
}

describe('CSV', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '\u200b=1',
    '＝1',
    '=cmd|"/c calc"!A1',
  ])('does not let %j become a formula', (text) => {
    const [[cell = ''] = []] = parsed(csvText([[text]]));
    expect(cell).toBe(`'${text}`);
  });

  it('leaves numbers and plain texts as they are', () => {
    expect(csvText([[-12, { decimal: '-1200.50' }, 'a-b', true, null]])).toBe('-12,-1200.50,a-b,true,\r\n');
  });

  it('quotes commas, quotes and line breaks', () => {
    expect(csvText([['a,b', 'say "x"', 'two\nlines']])).toBe('"a,b","say ""x""","two\nlines"\r\n');
  });

  it('of the apps has a manifest, and every line as many cells as the header', () => {
    const rows = parsed(appsCsv(analysis));
    const manifest = rows.filter(([first = '']) => first.startsWith('#'));
    const [header = [], ...apps] = rows.slice(manifest.length);
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([header.length]));
    expect(Object.fromEntries(manifest.map(([key, value]) => [key, value]))).toMatchObject({
      '#asOf': '2026-11-22',
      '#currency': 'USD',
      '#inputs': analysis.inputs.hash,
    });
    expect(apps).toHaveLength(analysis.totals.apps);
    const cost = header.indexOf('costAnnual');
    const cents = apps.map((row) => Math.round(Number(row[cost] ?? '') * 100));
    expect(cents.reduce((sum, one) => sum + one, 0)).toBe(analysis.totals.baselineAnnual);
    expect(apps.filter((row) => row[cost] === '')).toHaveLength(analysis.totals.unpricedApps);
  });
});

function planIn(file: object, currency = 'USD') {
  const parsed = parseDecisions({ schemaVersion: 1, tenant: 'Brindlewick', ...file });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return planOf(parsed.decisions, currency);
}

describe('what people decided', () => {
  const by = { by: 'Ada', at: '2026-11-20' };

  it('comes in major units and continues in minor ones', () => {
    const edit = { appId: 1, action: 'keep', tierPrice: '80.5', oneTime: '1200', ...by };
    expect(planIn({ edits: [edit] })).toMatchObject({
      ok: true,
      edits: [{ tierPrice: 8050, oneTime: 120_000 }],
    });
    expect(planIn({ edits: [{ ...edit, tierPrice: '80' }] }, 'JPY')).toMatchObject({
      edits: [{ tierPrice: 80, oneTime: 1200 }],
    });
  });

  it('is refused where an amount is finer than the currency', () => {
    const edit = { appId: 1, action: 'keep', tierPrice: '80.5', ...by };
    expect(planIn({ edits: [edit] }, 'JPY')).toMatchObject({
      ok: false,
      problems: [{ path: 'edits.0.tierPrice' }],
    });
  });

  it('says about which finding or app, and until when', () => {
    const decisions = [
      { finding: 'no-owner:app-1:owner', verdict: 'accepted-risk', ...by },
      { appId: 7, verdict: 'snoozed-until', until: '2027-01-31', ...by },
    ];
    expect(planIn({ decisions })).toMatchObject({
      decisions: [
        { id: 'no-owner:app-1:owner', verdict: 'accepted-risk' },
        { id: 'app/7', verdict: 'snoozed', until: '2027-01-31' },
      ],
    });
  });
});
