import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annualise } from '../../skill/analysis/contracts/annual-value.ts';
import { dayOf } from '../../skill/analysis/base/day.ts';
import { rounded } from '../../skill/analysis/base/exact.ts';
import type { Contract, Money } from '../../skill/mapping/base/portfolio.ts';
import { invalid, known } from '../../skill/mapping/base/value.ts';
import { assessOne, assessSmall } from './fixtures/assess-small.ts';
import {
  appOf,
  completenessOf,
  configOf,
  contractOf,
  licensesOf,
  lineOf,
  portfolioOf,
  transactionOf,
  usd,
} from './fixtures/portfolio.ts';

const euro = (minor: number, converted?: number): Money => ({
  minor,
  currency: 'EUR',
  ...(converted !== undefined && { converted }),
});
const rates = { asOf: '2026-11-01', source: 'ECB', perUnit: { EUR: '1.08', JPY: '0.0065' } };
const costWith = (...contracts: Contract[]) =>
  assessOne(portfolioOf({ apps: [appOf({ id: 1, spend12m: 500 })], contracts })).cost;

describe('annual value', () => {
  it.each([
    ['2026-01-01', '2026-12-31', 1200, 1200],
    ['2026-01-01', '2027-01-01', 1200, 1200],
    ['2026-01-01', '2028-12-31', 3600, 1200],
    ['2026-10-01', '2026-12-31', 300, 1200],
    ['2026-01-01', '2026-01-10', 100, 3650],
    ['2024-02-29', '2025-02-28', 777, 777],
  ])('%s to %s: %i is %i a year', (start, end, total, expected) => {
    const annual = annualise(total, dayOf(start), dayOf(end));
    expect(annual === null ? null : rounded(annual)).toBe(expected);
  });

  it('is not known of a term that ends before it starts', () => {
    expect(annualise(100, dayOf('2026-02-01'), dayOf('2026-01-01'))).toBeNull();
  });

  it('prefers the recorded one to the total', () => {
    const contract = contractOf({
      appId: 1,
      annualValue: 1000,
      totalValue: 9000,
      termStart: '2026-01-01',
      termEnd: '2028-12-31',
    });
    expect(costWith(contract)).toMatchObject({ annual: 1000, basis: 'contract', source: 'same' });
  });

  it('is unknown of a total over an unknown term, which the contract says', () => {
    const contract = contractOf({ appId: 1, totalValue: 9000, termEnd: '2027-06-30' });
    const { apps, contracts } = assessSmall(portfolioOf({ apps: [appOf({ id: 1 })], contracts: [contract] }));
    expect(apps[0]?.cost.annual).toBeNull();
    expect(contracts[0]?.flags).toContain('value over an unknown term');
  });

  it('is rounded once per app, not once per contract', () => {
    const third = { appId: 1, totalValue: 100, termStart: '2024-01-01', termEnd: '2026-12-31' };
    const terms = [1, 2, 3].map((id) =>
      contractOf({ ...third, id, termStart: `2024-01-0${id}`, termEnd: `2027-01-0${id}` }),
    );
    expect(costWith(...terms).annual).toBe(100);
  });
});

describe('basis', () => {
  const contract = contractOf({ appId: 1, annualValue: 1000 });
  const licenses = licensesOf({ purchased: 5, annualCost: 800 });

  it('is contracts, else licenses, else spend, else none', () => {
    const app = appOf({ id: 1, licenses: known(licenses), spend12m: 500 });
    const bases = [
      portfolioOf({ apps: [app], contracts: [contract] }),
      portfolioOf({ apps: [app] }),
      portfolioOf({ apps: [appOf({ id: 1, spend12m: 500 })] }),
      portfolioOf({ apps: [appOf({ id: 1 })] }),
    ].map((portfolio) => assessOne(portfolio).cost);
    expect(bases.map(({ basis, annual }) => [basis, annual])).toEqual([
      ['contract', 1000],
      ['licences', 800],
      ['expenses', 500],
      ['none', null],
    ]);
    expect(bases[0]).toMatchObject({ contractAnnual: 1000, licensesAnnual: 800, expenses12m: 500 });
  });

  it('is a known zero where nothing is paid', () => {
    expect(costWith(contractOf({ appId: 1, annualValue: 0 }))).toMatchObject({
      annual: 0,
      basis: 'contract',
    });
  });

  it('is not an unreadable amount', () => {
    const unreadable = contractOf({ appId: 1, annualValue: invalid('about 5k') });
    expect(costWith(unreadable)).toMatchObject({ annual: 500, basis: 'expenses' });
  });

  it('is not a contract that is not signed, or starts later', () => {
    const pipeline = contractOf({ appId: 1, annualValue: 1000, statusClass: 'pipeline' });
    const upcoming = contractOf({ appId: 1, annualValue: 1000, termStart: '2027-01-01' });
    expect(costWith(pipeline).basis).toBe('expenses');
    expect(costWith(upcoming).basis).toBe('expenses');
  });

  it('is none once all contracts have ended; what was spent is history', () => {
    const ended = contractOf({ id: 1, appId: 1, annualValue: 1000, termEnd: '2026-11-21', autoRenew: false });
    expect(costWith(ended)).toMatchObject({ annual: null, basis: 'none', expenses12m: 500 });
    const follower = contractOf({ id: 2, appId: 1, annualValue: 900, termStart: '2026-11-22' });
    expect(costWith(ended, follower)).toMatchObject({ annual: 900, basis: 'contract' });
    const upcoming = contractOf({ id: 2, appId: 1, annualValue: 900, termStart: '2026-12-01' });
    expect(costWith(ended, upcoming)).toMatchObject({ annual: 500, basis: 'expenses' });
  });

  it('counts a suspected duplicate once', () => {
    const same = { appId: 1, annualValue: 1000, termStart: '2026-01-01', termEnd: '2026-12-31' };
    const portfolio = portfolioOf({
      apps: [appOf({ id: 1 })],
      contracts: [9, 7, 8].map((id) => contractOf({ ...same, id, annualValue: id === 8 ? 1001 : 1000 })),
    });
    const { apps, contracts } = assessSmall(portfolio);
    expect(apps[0]?.cost.annual).toBe(2001);
    expect(contracts.map(({ contract: { id }, duplicateOf }) => [id, duplicateOf])).toEqual([
      [7, null],
      [8, null],
      [9, 7],
    ]);
    expect(contracts[2]?.flags).toContain('suspected duplicate of contract 7');
  });

  it('does not take two contracts without a period for one', () => {
    const undated = [1, 2].map((id) => contractOf({ id, appId: 1, annualValue: 1000 }));
    expect(costWith(...undated).annual).toBe(2000);
  });

  it('of licenses is the lines, unless one has no cost', () => {
    const lines = [lineOf({ annualCost: 300 }), lineOf({ annualCost: 400 })];
    const costOfLines = (given: typeof lines, annualCost: number | null) =>
      assessOne(portfolioOf({ apps: [appOf({ id: 1, licenses: licensesOf({ lines: given, annualCost }) })] }))
        .cost.annual;
    expect(costOfLines(lines, 800)).toBe(700);
    expect(costOfLines([...lines, lineOf({})], 800)).toBe(800);
    expect(costOfLines([...lines, lineOf({})], null)).toBe(700);
  });
});

const spend = (id: string, date: string | null, amount: number | null, appId = 1) =>
  transactionOf({ id, appId, date, amount });

const costOfSpend = (...transactions: ReturnType<typeof spend>[]) =>
  assessOne(portfolioOf({ apps: [appOf({ id: 1 })], transactions })).cost;

describe('trailing spend', () => {
  it('is the last 365 days, less refunds', () => {
    const cost = costOfSpend(
      spend('a', '2025-11-22', 1),
      spend('b', '2025-11-23', 10),
      spend('c', '2026-11-22', 100),
      spend('d', '2026-11-23', 1000),
      spend('e', '2026-05-01', -5),
      spend('f', '2026-05-01', null),
      spend('g', null, 7),
      spend('h', '2026-05-01', 9, 2),
    );
    expect(cost).toMatchObject({ annual: 105, basis: 'expenses', expenses12m: 105 });
  });

  it('is unknown, not 0, without a transaction', () => {
    expect(costOfSpend(spend('h', '2026-05-01', 9, 2)).expenses12m).toBeNull();
  });

  it('never makes an app cost less than nothing', () => {
    expect(costOfSpend(spend('a', '2026-05-01', -900))).toMatchObject({ annual: 0, expenses12m: -900 });
  });
});

const annualOf = (annualValue: Money, config = configOf({ rates })) =>
  assessOne(
    portfolioOf({ apps: [appOf({ id: 1 })], contracts: [contractOf({ appId: 1, annualValue })] }),
    config,
  ).cost;

describe('currency', () => {
  it("takes Torii's own conversion before a rate", () => {
    expect(annualOf(euro(1000, 1234))).toMatchObject({ annual: 1234, source: 'torii' });
  });

  it('applies the dated rate exactly, between the decimals of both', () => {
    expect(annualOf(euro(1001))).toMatchObject({
      annual: 1081,
      source: 'rate',
      native: { minor: 1001, currency: 'EUR' },
    });
    expect(annualOf({ minor: 1_000_000, currency: 'JPY' }).annual).toBe(650_000);
  });

  it('excludes and lists money without a rate', () => {
    const contract = contractOf({ appId: 1, annualValue: { minor: 1000, currency: 'CHF' } });
    const { apps, contracts } = assessSmall(
      portfolioOf({ apps: [appOf({ id: 1 })], contracts: [contract] }),
      configOf({ rates }),
    );
    expect(apps[0]?.cost).toMatchObject({ annual: null, basis: 'none' });
    expect(contracts[0]).toMatchObject({ unconvertible: true, native: { minor: 1000, currency: 'CHF' } });
    expect(contracts[0]?.flags).toContain('no exchange rate for CHF');
  });

  it('labels a mixed sum with the less direct source, and gives it no native amount', () => {
    const contracts = [
      contractOf({ id: 1, appId: 1, annualValue: 1000 }),
      contractOf({ id: 2, appId: 1, annualValue: euro(1000) }),
    ];
    const { cost } = assessOne(portfolioOf({ apps: [appOf({ id: 1 })], contracts }), configOf({ rates }));
    expect(cost).toMatchObject({ annual: 2080, source: 'rate', native: null });
  });
});

const ids = (assessed: ReturnType<typeof assessSmall>) => [
  assessed.apps.map(({ app }) => app.id),
  assessed.hidden.map(({ app }) => app.id),
];
const excluding = (hidden: boolean) => configOf({ exclude: { hidden, appIds: [3] } });

describe('totals', () => {
  it('leave out hidden and excluded apps', () => {
    const apps = [appOf({ id: 1 }), appOf({ id: 2, isHidden: true }), appOf({ id: 3 })];
    expect(ids(assessSmall(portfolioOf({ apps }), excluding(true)))).toEqual([[1], [2]]);
    expect(ids(assessSmall(portfolioOf({ apps }), excluding(false)))).toEqual([[1, 2], []]);
  });

  it.each([
    ['apps', 'partial', true],
    ['contracts', 'denied', true],
    ['contracts', 'complete', false],
    ['users', 'failed', false],
  ] as const)('with %s %s are partial: %s', (source, status, partial) => {
    const others = (['apps', 'contracts'] as const).filter((name) => name !== source);
    const completeness = [source, ...others].map((name) =>
      completenessOf({ source: name, ...(name === source && { status }) }),
    );
    expect(assessSmall(portfolioOf({ completeness })).partial).toBe(partial);
  });

  it('without a certificate are partial', () => {
    expect(assessSmall(portfolioOf({ completeness: [] })).partial).toBe(true);
  });

  it('know what a suite that costs money includes', () => {
    const config = configOf({
      suites: [
        { appId: 1, includes: [1, 2, 3] },
        { appId: 4, includes: [2] },
      ],
    });
    const apps = [1, 2, 3, 4].map((id) => appOf({ id, spend12m: id === 4 ? 0 : 100 }));
    const { byId } = assessSmall(portfolioOf({ apps }), config);
    expect([1, 2, 3, 4].map((id) => byId.get(id)?.coveredBy)).toEqual([[], [1], [1], []]);
  });

  it('hold for any rate: a sum in one currency converts like its parts', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (a, b) => {
        const contracts = [a, b].map((minor, id) => contractOf({ id, appId: 1, annualValue: euro(minor) }));
        const { cost } = assessOne(portfolioOf({ apps: [appOf({ id: 1 })], contracts }), configOf({ rates }));
        const parts = BigInt(a + b) * 108n;
        expect(cost.annual).toBe(Number((parts + 50n) / 100n));
      }),
    );
  });
});

describe('a contract that was canceled before it began', () => {
  const dates = { appId: 1, annualValue: usd(4_668_000), termStart: '2026-12-01' } as const;
  const canceled = { ...dates, id: 101, statusClass: 'ending' } as const;

  it('has ended nothing: what is spent is still the cost', () => {
    expect(costWith(contractOf(canceled))).toMatchObject({ basis: 'expenses', annual: 500 });
    expect(costWith(contractOf({ ...canceled, statusClass: 'ended' }))).toMatchObject({ basis: 'expenses' });
  });

  it('keeps nothing alive either, where the contract that ran has ended', () => {
    const over = contractOf({ ...dates, id: 100, statusClass: 'ended', termStart: '2025-01-01' });
    expect(costWith(over, contractOf(canceled))).toMatchObject({ basis: 'none', annual: null });
  });

  it('is unlike one that began: with it, what was spent is history', () => {
    expect(costWith(contractOf({ ...canceled, termStart: '2026-10-01' }))).toMatchObject({ basis: 'none' });
  });
});
