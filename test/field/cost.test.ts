/** What untidy records do to a cost: a sum of what is known is never called the sum. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnalyzedApp, Decimal, Totals } from '../../skill/analysis/base/contract.ts';
import type { JsonValue } from '../../skill/torii/base/json.ts';
import { previousRun } from '../../skill/report/changes/changes.ts';
import { baselineOf } from '../../skill/report/snapshot/baseline-of.ts';
import { digestMarkdown } from '../../skill/report/text/digest-markdown.ts';
import { digestOf } from '../../skill/report/text/digest.ts';
import { mappingSchema } from '../../skill/mapping/base/mapping.ts';
import { appRow, mappingOf, orderRow, outcomeOf, type FieldTenant } from './cost-tenant.ts';

interface Case extends FieldTenant {
  readonly situation: string;
  readonly totals: Partial<Totals<Decimal>>;
  /** Of the app with id 1. */
  readonly app?: Partial<AnalyzedApp<Decimal>>;
  readonly says?: readonly string[];
  readonly never?: readonly string[];
}

/** One app with an order of $14,000 that can be read, and another that cannot. */
function beside(cost: JsonValue, more: Record<string, JsonValue> = {}): FieldTenant {
  return { apps: [appRow(1)], contracts: [orderRow(11, 1, 14_000), orderRow(12, 1, cost, more)] };
}

const floor = {
  baselineAnnual: '14000.00',
  baselineIsFloor: true,
  leftOutContracts: 1,
  pricedApps: 0,
  partlyPricedApps: 1,
};
const ceiling = { ...floor, baselineIsFloor: false };
const retire = { appId: 2, action: 'retire', by: 'Ada', at: '2026-06-30' } as const;

const cases: readonly Case[] = [
  {
    situation: 'a second order in a currency without a rate',
    ...beside(210_000, { currency: 'SEK' }),
    totals: floor,
    app: { costComplete: 'at-least', leftOut: [{ contractId: 12, reason: 'no-rate', raw: '210000.00 SEK' }] },
    says: ['| Baseline | at least $14,000 |', '“Order 12” of “App 1”', '210000.00 SEK'],
    never: ['Nothing that would move'],
  },
  {
    situation: 'a second order whose amount has no meaning',
    ...beside('12k-ish'),
    totals: floor,
    app: { costComplete: 'at-least', leftOut: [{ contractId: 12, reason: 'unreadable', raw: '12k-ish' }] },
    says: ['at least $14,000', '`12k-ish`'],
  },
  {
    situation: 'a second order without an amount',
    ...beside(null),
    totals: floor,
    app: { costComplete: 'at-least', leftOut: [{ contractId: 12, reason: 'blank', raw: null }] },
    says: ['1 contract in force without an amount', '“Order 12” of “App 1”'],
  },
  ...[-2000, '-2000', '-2,000.00', '(2,000.00)', '−2000'].map((credit): Case => ({
    situation: `a credit written ${JSON.stringify(credit)}`,
    ...beside(credit),
    totals: ceiling,
    app: { costComplete: 'at-most', costAnnual: '14000.00' },
    says: ['| Baseline | at most $14,000 |'],
  })),
  {
    situation: 'a credit and an order that cannot be read',
    apps: [appRow(1)],
    contracts: [orderRow(11, 1, 14_000), orderRow(12, 1, -2000), orderRow(13, 1, 'tbd')],
    totals: { ...floor, leftOutContracts: 2 },
    app: { costComplete: 'uncertain' },
    says: ['an uncertain $14,000'],
  },
  {
    situation: 'an order of an app that was not read',
    apps: [appRow(1)],
    contracts: [orderRow(11, 1, 1000), orderRow(72, 999, 250_000)],
    totals: { baselineAnnual: '1000.00', baselineIsFloor: true, leftOutContracts: 1, pricedApps: 1 },
    app: { costComplete: 'whole', leftOut: [] },
    says: ['at least $1,000', '1 contract in force without an app that was read', 'Order 72', '$250,000'],
    never: ['Nothing that would move'],
  },
  {
    situation: 'an order of nothing, of an app that was not read: listed, and the sum is the same with it',
    apps: [appRow(1)],
    contracts: [orderRow(11, 1, 1000), orderRow(72, 999, 0)],
    totals: { baselineAnnual: '1000.00', baselineIsFloor: false, leftOutContracts: 1 },
    says: ['1 contract in force without an app that was read', 'Order 72'],
    never: ['Baseline | at least'],
  },
  {
    situation: 'a credit of an app that was not read',
    apps: [appRow(1)],
    contracts: [orderRow(11, 1, 1000), orderRow(72, 999, -250)],
    totals: { baselineIsFloor: false, baselineComplete: 'at-most', leftOutContracts: 1 },
    says: ['at most $1,000', 'Order 72'],
    never: ['Baseline | at least'],
  },
  {
    situation: 'an order without an app',
    apps: [appRow(1)],
    contracts: [orderRow(11, 1, 1000), orderRow(72, null, 250_000)],
    totals: { baselineIsFloor: true, leftOutContracts: 1 },
    says: ['at least $1,000', 'Order 72'],
  },
  {
    situation: 'no order with an amount, but spend that carries the cost',
    apps: [appRow(1, { expenses: { value: 900_000, currency: 'USD' } })],
    contracts: [orderRow(11, 1, 'tbd')],
    totals: { baselineAnnual: '9000.00', baselineIsFloor: false, leftOutContracts: 1, pricedApps: 1 },
    app: { costBasis: 'expenses', costComplete: 'whole' },
    says: ['`tbd`'],
  },
  {
    situation: 'no amount anywhere that can be read',
    apps: [appRow(1), appRow(2)],
    contracts: [orderRow(11, 1, 'tbd'), orderRow(21, 2, 5000)],
    totals: { baselineAnnual: '5000.00', baselineIsFloor: true, unpricedApps: 1, pricedApps: 1 },
    app: { costAnnual: null, costComplete: 'unknown' },
    says: ['at least $5,000'],
  },
  {
    situation: 'an annual value that cannot be read is not replaced by a total without a word',
    apps: [appRow(1)],
    contracts: [orderRow(11, 1, 14_000), orderRow(12, 1, '90.0.0', { amount: 500_000 })],
    totals: floor,
    app: { leftOut: [{ contractId: 12, reason: 'unreadable', raw: '90.0.0' }] },
  },
  {
    situation: 'no app carries seat counts, and nobody decided anything',
    apps: [appRow(1)],
    contracts: [orderRow(11, 1, 22_000)],
    totals: {
      hardSavingAnnual: null,
      wasteAnnual: null,
      unknownSeatValueAnnual: null,
      baselineAnnual: '22000.00',
    },
    says: ['| Leaves the bill | unknown |', '| Waste: idle seats, recoverable or not | unknown |'],
  },
  {
    situation: 'an app that comes with a suite is retired',
    apps: [appRow(1), appRow(2, { expenses: { value: 300_000, currency: 'USD' } })],
    contracts: [orderRow(11, 1, 60_000)],
    mapping: { suites: [{ appId: 1, includes: [{ appId: 2, pricedSeparately: false }] }] },
    edits: [retire],
    totals: { hardSavingAnnual: '0.00', projectedAnnual: '63000.00' },
  },
  {
    situation: 'a hidden app is paid for',
    apps: [appRow(1), appRow(2, { name: 'Ghost', isHidden: true })],
    contracts: [orderRow(11, 1, 1000), orderRow(21, 2, 5000, { name: 'Ghost order', endDate: '2026-08-15' })],
    totals: { baselineAnnual: '1000.00', hiddenApps: 1, leftOutContracts: 0 },
    never: ['Ghost order'],
  },
  {
    situation: 'the people of the Organizational View were not read',
    apps: [appRow(1)],
    contracts: [orderRow(11, 1, 1000)],
    mapping: { organizationalView: { label: 'Department', entity: 'user', key: 'department' } },
    totals: { baselineAnnual: '1000.00' },
    says: ['were not read'],
    never: ['Unallocated'],
  },
];

describe('a tenant with', () => {
  it.each(cases)('$situation', ({ totals, app = {}, says = [], never = [], ...tenant }) => {
    const { json, report, uncited } = outcomeOf(tenant);
    expect(json.totals).toMatchObject(totals);
    expect(json.apps[0]).toMatchObject(app);
    for (const words of says) expect(report).toContain(words);
    for (const words of never) expect(report).not.toContain(words);
    expect(json.selfAudit.filter(({ ok }) => !ok)).toEqual([]);
    expect(uncited).toEqual([]);
  });

  it('an app that is replaced by the suite that covers it books the lever bundle', () => {
    const edit = { appId: 2, action: 'replaceBy', survivorId: 1, by: 'Ada', at: '2026-06-30' } as const;
    const tenant = {
      apps: [appRow(1), appRow(2)],
      contracts: [orderRow(11, 1, 60_000), orderRow(21, 2, 3000)],
      edits: [edit],
    };
    const included = { suites: [{ appId: 1, includes: [2] }] };
    const levers = (mapping: FieldTenant['mapping']): readonly (readonly [string, string])[] =>
      outcomeOf({ ...tenant, ...(mapping && { mapping }) })
        .json.ledger.filter(({ appId }) => appId === 2)
        .map(({ lever, hardAnnual }) => [lever, hardAnnual]);
    expect(levers(included)).toEqual([['bundle', '3000.00']]);
    expect(levers(undefined)).toEqual([['consolidate', '3000.00']]);
  });
});

/** Variances of three years for $36,000, after so much was spent in the last one. */
function variancesAfter(spent: number, cost: JsonValue = null) {
  const { json } = outcomeOf({
    apps: [appRow(1, { expenses: { value: spent, currency: 'USD' } })],
    contracts: [orderRow(11, 1, cost, { endDate: '2028-12-31', amount: cost === null ? 3_600_000 : null })],
  });
  return json.findings.filter(({ type }) => type === 'spend-variance');
}

describe('a term that is paid for at once', () => {
  it('is no variance, whether its total or its annual value is recorded', () => {
    expect(variancesAfter(3_600_000)).toEqual([]);
    expect(variancesAfter(3_600_000, 12_000)).toEqual([]);
    expect(variancesAfter(1_200_000)).toEqual([]);
  });

  it('does not excuse an amount that is neither', () => {
    expect(variancesAfter(2_400_000)).toHaveLength(1);
  });
});

describe('making one amount unreadable', () => {
  const amount = fc.integer({ min: 1, max: 90_000 });
  const broken = fc.constantFrom<JsonValue>('tbd', '1.2.3', 'see attachment', null, '-500', { value: 'x' });

  it('never leaves the total unlabeled', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 6 }), broken, fc.nat(), (amounts, raw, at) => {
        const index = at % amounts.length;
        const contracts = amounts.map((cost, i) => orderRow(i + 1, (i % 3) + 1, i === index ? raw : cost));
        const { json, report } = outcomeOf({ apps: [1, 2, 3].map((id) => appRow(id)), contracts });
        expect(json.totals.leftOutContracts).toBe(1);
        expect(report).not.toContain('Nothing that would move');
        expect(report).toMatch(raw === '-500' ? /at most/ : /at least/);
      }),
      { numRuns: 100 },
    );
  });
});

it('the mapping says what an app of a suite may be written as', () => {
  const parsed = mappingSchema.safeParse({ ...mappingOf(), suites: [{ appId: 1, includes: ['two'] }] });
  expect(parsed.error?.issues.map(({ message }) => message)).toEqual([expect.stringContaining('an app id')]);
});

describe('a saving that was unknown', () => {
  const seats = { totalAmount: 10, activeAmount: 5, inactiveAmount: 0, unassignedAmount: 5 };
  const seated = appRow(1, {
    licenses: {
      summary: seats,
      types: [{ name: 'Pro', ...seats, annualCost: { value: 120_000, currency: 'USD' } }],
    },
  });
  const contracts = [orderRow(11, 1, 1200)];
  const blind = outcomeOf({ apps: [appRow(1)], contracts }).analysis;
  const { analysis } = outcomeOf({ apps: [seated], contracts });

  it('is known later after "unknown", not after zero', () => {
    expect(analysis.totals.hardSavingAnnual).toBeGreaterThan(0);
    const digest = digestMarkdown(digestOf(analysis, { previous: previousRun(baselineOf(blind)) }), 'plain');
    expect(digest).toContain('a year, after unknown.');
    expect(digest).not.toContain('after $0');
  });

  it('is unknown again when the seats are hidden', () => {
    const digest = digestMarkdown(digestOf(blind, { previous: previousRun(baselineOf(analysis)) }), 'plain');
    expect(digest).toMatch(/What leaves the bill is unknown, after \$\d/);
  });
});
