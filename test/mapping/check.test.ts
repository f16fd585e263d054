import { describe, expect, it } from 'vitest';
import { approve } from '../../skill/mapping/files/approve.ts';
import { parseBaseline } from '../../skill/report/snapshot/baseline.ts';
import { mappingWarnings } from '../../skill/mapping/files/warnings.ts';
import type { Problem } from '../../skill/mapping/base/problem.ts';
import { parseMapping } from '../../skill/mapping/files/check.ts';
import { parseMappingText } from '../../skill/mapping/files/mapping-text.ts';
import { parseDecisions } from '../../skill/mapping/files/decisions-file.ts';
import type { Decimal, PlanEditOf } from '../../skill/analysis/base/contract.ts';
import { mappingInput, mappingWith } from './sample.ts';

function problemsOf(json: unknown): Problem[] {
  const parsed = parseMapping(json);
  return parsed.ok ? [] : parsed.problems;
}

const app = (spend12m: object) => ({ fields: { app: { spend12m }, contract: {} } });

describe('a mapping that does not check', () => {
  it.each<[string, object, string, RegExp, RegExp]>([
    [
      'money without unit',
      { fields: { app: {}, contract: { annualValue: { key: 'x' } } } },
      'fields.contract.annualValue.unit',
      /^fields\.contract\.annualValue needs "unit": "minor" or "major"\.$/,
      /"unit"/,
    ],
    [
      'unit price without period',
      { fields: { app: {}, contract: { unitPrice: { key: 'x', unit: 'major' } } } },
      'fields.contract.unitPrice.period',
      /"year" or "quarter" or "month"/,
      /"period"/,
    ],
    [
      'a misspelt field',
      { fields: { app: {}, contract: { anualValue: { key: 'x', unit: 'minor' } } } },
      'fields.contract.anualValue',
      /nearest is "annualValue"/,
      /Rename it to "annualValue"/,
    ],
    ['a misspelt key at the top', { treshold: {} }, 'treshold', /nearest is "thresholds"/, /Rename/],
    [
      'a key like no other',
      { zzzzzzzzzzzz: 1 },
      'zzzzzzzzzzzz',
      /not a known key\.$/,
      /use one of: .*tenant/,
    ],
    [
      'a misspelt key in an entry',
      { thresholds: { perApp: { 7: { inactivDays: 3 } } } },
      'thresholds.perApp.7.inactiveDays',
      /needs "inactiveDays"/,
      /Add/,
    ],
    ['a misspelt status', { status: 'aproved' }, 'status', /"aproved" is not/, /"approved"/],
    ['approved by nobody', { status: 'approved' }, 'approval', /by whom and when/, /"by"/],
    [
      'approved by an empty name',
      { approval: { by: '', at: '2026-11-22' } },
      'approval.by',
      /at least one letter/,
      /Write/,
    ],
    [
      'approved on no day',
      { approval: { by: 'Ada', at: '2026-02-30' } },
      'approval.at',
      /no|not a day/,
      /2026-11-22/,
    ],
    ['a small currency', { tenant: { name: 'A', currency: 'usd' } }, 'tenant.currency', /"usd"/, /ISO 4217/],
    [
      'an unknown currency',
      { tenant: { name: 'A', currency: 'USX' } },
      'tenant.currency',
      /"USX" is not a currency/,
      /ISO 4217/,
    ],
    [
      'an unknown rate',
      { rates: { asOf: '2026-11-01', source: 'x', perUnit: { ABC: '1' } } },
      'rates.perUnit.ABC',
      /"ABC"/,
      /ISO/,
    ],
    [
      'a rate as number',
      { rates: { asOf: '2026-11-01', source: 'x', perUnit: { EUR: 1.08 } } },
      'rates.perUnit.EUR',
      /1\.08/,
      /quotes/,
    ],
    [
      'a rate key that is no code',
      { rates: { asOf: '2026-11-01', source: 'x', perUnit: { euro: '1' } } },
      'rates.perUnit.euro',
      /"euro"/,
      /ISO/,
    ],
    [
      'another version',
      { schemaVersion: 2 },
      'schemaVersion',
      /mapping has version 2; this release reads version 1/,
      /release that wrote it/,
    ],
    [
      'a fiscal year on no day',
      { tenant: { name: 'A', currency: 'USD', fiscalYearStart: '02-30' } },
      'tenant.fiscalYearStart',
      /02-30/,
      /04-01/,
    ],
    [
      'an override of no app',
      { thresholds: { perApp: { Slack: { inactiveDays: 3 } } } },
      'thresholds.perApp.Slack',
      /not an app id/,
      /number/,
    ],
    [
      'an app overridden twice',
      { thresholds: { perApp: { '7': { inactiveDays: 3 }, '07': { inactiveDays: 4 } } } },
      'thresholds.perApp.7',
      /two entries/,
      /Keep one/,
    ],
    [
      'right-sizing twice',
      { rightSizing: { perApp: { '7': {}, '07': {} } } },
      'rightSizing.perApp.7',
      /two entries/,
      /Keep one/,
    ],
    [
      'a suite twice',
      {
        suites: [
          { appId: 1, includes: [] },
          { appId: 1, includes: [2] },
        ],
      },
      'suites',
      /twice/,
      /one entry/,
    ],
    ['a suite in itself', { suites: [{ appId: 1, includes: [1] }] }, 'suites', /itself/, /Remove/],
    [
      'an exemption twice',
      {
        exempt: [
          { idUser: 1, reason: 'a' },
          { idUser: 1, appId: null, reason: 'b' },
        ],
      },
      'exempt',
      /twice/,
      /Keep one/,
    ],
    [
      'one key in two units',
      {
        fields: {
          app: {},
          contract: {
            annualValue: { key: 'amount', unit: 'major' },
            totalValue: { key: 'amount', unit: 'minor' },
          },
        },
      },
      'fields.contract.totalValue',
      /minor and once in major/,
      /same "unit"/,
    ],
    [
      'a threshold below zero',
      { thresholds: { inactiveDays: -1 } },
      'thresholds.inactiveDays',
      /at least 0/,
      /Write/,
    ],
    [
      'an unknown state class',
      { states: { Parked: 'paused' } },
      'states.Parked',
      /"paused" is not/,
      /"sanctioned"/,
    ],
  ])('%s', (_name, part, path, message, remedy) => {
    const found = problemsOf({ ...mappingInput(), ...part }).find((problem) => problem.path === path);
    expect(found?.message).toMatch(message);
    expect(found?.remedy).toMatch(remedy);
  });

  it.each([null, undefined, 3, 'mapping', [], true])('%j is not a mapping, and nothing throws', (json) => {
    expect(problemsOf(json)).toHaveLength(1);
  });

  it('names every missing part at once', () => {
    expect(problemsOf({}).map(({ path }) => path)).toEqual(['schemaVersion', 'tenant', 'status', 'fields']);
  });
});

describe('the text of a mapping', () => {
  const text = JSON.stringify(mappingInput({ suites: [{ appId: 1, includes: [2] }] }));

  it('is checked like the mapping itself', () => {
    expect(parseMappingText(text)).toEqual(parseMapping(JSON.parse(text)));
  });

  it.each([
    ['"thresholds":{"perApp":{"7":{"inactiveDays":1},"7":{"inactiveDays":2}}}', 'thresholds.perApp.7'],
    ['"states":{"a \\"b":"closed","x":"closed","a \\"b":"hidden"}', 'states.a "b'],
    ['"exempt":[{"idUser":1,"reason":"a"},{"idUser":2,"reason":"{,","reason":"b"}]', 'exempt.1.reason'],
    ['"status":"draft"', 'status'],
  ])('says that a key occurs twice: %s', (part, path) => {
    const parsed = parseMappingText(`${text.slice(0, -1)},${part}}`);
    expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.path)).toEqual([path]);
  });

  it('says where a text stops being JSON', () => {
    const parsed = parseMappingText('{ "schemaVersion": 1, // one\n }');
    expect(parsed).toMatchObject({
      ok: false,
      problems: [{ path: '(file)', message: expect.stringMatching(/not JSON/) as string }],
    });
  });
});

describe('a mapping that checks', () => {
  it('needs four keys; the rest has defaults', () => {
    expect(mappingWarnings(mappingWith())).toEqual([]);
    const parsed = parseMapping(mappingInput());
    expect(parsed).toMatchObject({
      ok: true,
      mapping: {
        thresholds: { inactiveDays: 90, perApp: {} },
        rightSizing: { policy: 'buffer', percent: 10 },
        organizationalView: null,
        exclude: { hidden: true },
      },
    });
  });

  it('warns of units nobody confirmed, an unknown window, and a key that serves twice', () => {
    const fields = {
      app: { spend12m: { key: 'expenses', unit: 'minor' } },
      contract: { termEnd: { key: 'endDate' }, cancelBy: { key: 'endDate' } },
    } as const;
    expect(mappingWarnings(mappingWith({ fields })).map(({ path }) => path)).toEqual([
      'fields.app.spend12m',
      'fields.app.spend12m.window',
      'fields.contract.termEnd',
    ]);
  });
});

describe('approval', () => {
  const by = { by: 'Ada', at: '2026-11-22' };

  it('refuses while a unit is unconfirmed, and says which', () => {
    const result = approve(mappingWith(app({ key: 'expenses', unit: 'minor' }) as never), by);
    expect(result).toMatchObject({ ok: false, problems: [{ path: 'fields.app.spend12m' }] });
  });

  it('records by whom and when, and changes nothing else', () => {
    const draft = mappingWith(app({ key: 'expenses', unit: 'minor', confirmed: true }) as never);
    const result = approve(draft, by);
    expect(result).toEqual({ ok: true, mapping: { ...draft, status: 'approved', approval: by } });
    expect(draft.status).toBe('draft');
  });

  it('refuses an approval without a name or on no day', () => {
    expect(approve(mappingWith(), { ...by, by: '' })).toMatchObject({
      ok: false,
      problems: [{ path: 'approval.by' }],
    });
    expect(approve(mappingWith(), { ...by, at: '22.11.2026' })).toMatchObject({ ok: false });
  });
});

describe('decisions', () => {
  const edit = { appId: 1, action: 'retire', oneTime: '80.50', by: 'Ada', at: '2026-11-22' } as const;
  const decision = { finding: 'unassigned:1:seats', verdict: 'accepted', by: 'Ada', at: '2026-11-22' };
  const file = { schemaVersion: 1, tenant: 'Brindle' };

  it('are read, and their edits are plan edits', () => {
    const parsed = parseDecisions({ ...file, decisions: [decision], edits: [edit] });
    if (!parsed.ok) throw new Error('the file is right');
    const edits: readonly PlanEditOf<Decimal>[] = parsed.decisions.edits;
    expect(edits).toEqual([edit]);
  });

  it.each([
    ['about nothing', { decisions: [{ ...decision, finding: undefined }] }, 'decisions.0'],
    ['about two things', { decisions: [{ ...decision, appId: 1 }] }, 'decisions.0'],
    ['snoozed for ever', { decisions: [{ ...decision, verdict: 'snoozed-until' }] }, 'decisions.0.until'],
    ['a replacement by nothing', { edits: [{ ...edit, action: 'replaceBy' }] }, 'edits.0.survivorId'],
    [
      'a replacement by itself',
      { edits: [{ ...edit, action: 'replaceBy', survivorId: 1 }] },
      'edits.0.survivorId',
    ],
    ['an unknown key', { edits: [{ ...edit, seatTargets: 1 }] }, 'edits.0.seatTargets'],
    ['another version', { schemaVersion: 9 }, 'schemaVersion'],
  ])('%s is refused', (_name, part, path) => {
    const parsed = parseDecisions({ ...file, ...part });
    expect(parsed.ok ? [] : parsed.problems.map((problem) => problem.path)).toContain(path);
  });
});

describe('a baseline', () => {
  it('names what is missing and refuses amounts as numbers', () => {
    const parsed = parseBaseline({
      schemaVersion: 1,
      tenant: 'Brindle',
      asOf: '2026-11-22',
      currency: 'USD',
      totals: { baselineAnnual: 12 },
    });
    const paths = parsed.ok ? [] : parsed.problems.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['inputs', 'apps', 'totals.baselineAnnual', 'totals.partial']),
    );
  });
});
