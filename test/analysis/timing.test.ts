import { describe, expect, it } from 'vitest';
import type { LedgerRow } from '../../skill/analysis/base/contract.ts';
import type { Completeness, Contract } from '../../skill/mapping/base/portfolio.ts';
import { missing } from '../../skill/mapping/base/value.ts';
import { analyzeSmall, plainContract } from './fixtures/analyze-small.ts';
import { appOf, completenessOf, configOf, portfolioOf } from './fixtures/portfolio.ts';

/** The row of an app that a person retires on 2026-11-22. */
function retired(
  contracts: readonly Contract[],
  more: Parameters<typeof analyzeSmall>[1] = {},
  completeness?: readonly Completeness[],
): LedgerRow<number> {
  const apps = [appOf({ id: 1, spend12m: 36_500 })];
  const edits = [{ appId: 1, action: 'retire' }] as const;
  const portfolio = portfolioOf({ apps, contracts, ...(completeness && { completeness }) });
  const { ledger, totals } = analyzeSmall(portfolio, { ...more, edits });
  const [row] = ledger;
  if (row === undefined) throw new Error('No row.');
  const column = {
    decidable: totals.decidableAnnual,
    locked: totals.lockedAnnual,
    'exit-unknown': totals.exitUnknownAnnual,
  };
  expect(column[row.timing]).toBe(row.hardAnnual);
  return row;
}

const yearly = {
  termStart: '2026-01-01',
  termEnd: '2026-12-31',
  autoRenew: true,
  renewalTermMonths: 12,
} as const;

describe('when a saving takes effect', () => {
  it.each(['denied', 'not-offered', 'failed', 'not-read', 'partial'] as const)(
    'unknown without a contract when contracts are %s: nobody knows that there is none',
    (status) => {
      const completeness = [
        completenessOf({ source: 'apps', rows: 1 }),
        completenessOf({ source: 'contracts', rows: 0, status }),
      ];
      expect(retired([], {}, completeness)).toMatchObject({ effectiveFrom: null, timing: 'exit-unknown' });
    },
  );

  it('at once without a contract', () => {
    expect(retired([])).toMatchObject({
      effectiveFrom: '2026-11-23',
      timing: 'decidable',
      decideBy: null,
      next12: 36_500,
      // 23 November to 31 December are 39 days.
      inYear: 3_900,
    });
  });

  it('on the day after the term while notice can still be given', () => {
    expect(retired([plainContract(1, 36_500, { ...yearly, noticeDays: 30 })])).toMatchObject({
      effectiveFrom: '2027-01-01',
      timing: 'decidable',
      decideBy: '2026-12-01',
      next12: 100 * (365 - 39),
      inYear: 0,
    });
  });

  it('on the last day of notice, but no longer on the next', () => {
    const contracts = [plainContract(1, 36_500, { ...yearly, noticeDays: 39 })];
    expect(retired(contracts)).toMatchObject({ decideBy: '2026-11-22', timing: 'decidable' });
    expect(retired(contracts, { asOf: '2026-11-23' }).timing).toBe('locked');
  });

  it('one renewal later after a missed deadline: locked', () => {
    expect(retired([plainContract(1, 36_500, { ...yearly, noticeDays: 60 })])).toMatchObject({
      effectiveFrom: '2028-01-01',
      timing: 'locked',
      decideBy: null,
      next12: 0,
      hardAnnual: 36_500,
    });
  });

  it('with the term after a missed deadline that renews nothing: decidable', () => {
    const contracts = [plainContract(1, 36_500, { ...yearly, autoRenew: false, noticeDays: 60 })];
    expect(retired(contracts)).toMatchObject({ effectiveFrom: '2027-01-01', timing: 'decidable' });
  });

  it.each([
    ['the renewal term is unknown', { renewalTermMonths: missing('absent') }],
    ['renewal itself is unknown', { autoRenew: missing('absent') }],
  ] as const)('in the run-rate only when %s', (_, gap) => {
    const contracts = [plainContract(1, 36_500, { ...yearly, noticeDays: 60, ...gap })];
    expect(retired(contracts)).toMatchObject({
      effectiveFrom: null,
      timing: 'exit-unknown',
      next12: 0,
      inYear: 0,
      hardAnnual: 36_500,
    });
  });

  it('with the last of several contracts', () => {
    const contracts = [
      plainContract(1, 500, { ...yearly, id: 7, noticeDays: 0 }),
      plainContract(1, 36_000, { ...yearly, id: 8, noticeDays: 0, termEnd: '2027-06-30' }),
    ];
    expect(retired(contracts)).toMatchObject({ effectiveFrom: '2027-07-01', decideBy: '2026-12-31' });
  });

  it('after a seat commitment, which binds until the term ends', () => {
    const row = retired([plainContract(1, 36_500, { ...yearly, noticeDays: 30, commitSeats: 40 })]);
    expect(row.effectiveFrom).toBe('2027-01-01');
    expect(row.assumptions.join()).toContain('40 seats are committed');
  });
});

describe('this fiscal year', () => {
  it.each([
    ['01-01', '2026-12-31', 39],
    ['12-01', '2026-11-30', 8],
    ['11-23', '2026-11-22', 0],
    ['11-22', '2027-11-21', 364],
    ['02-30', '2027-02-27', 97],
  ])('that begins on %s ends on %s', (fiscalYearStart, _, days) => {
    const config = configOf({ tenant: { name: 'Example', currency: 'USD', fiscalYearStart } });
    expect(retired([], { config }).inYear).toBe(100 * days);
  });
});

describe('seats that a survivor needs', () => {
  it('cost from the day on which the first people come', () => {
    const { ledger } = analyzeSmall(
      portfolioOf({
        apps: [appOf({ id: 1 }), appOf({ id: 2, spend12m: 1_000 })],
        contracts: [plainContract(1, 36_500, { ...yearly, noticeDays: 60 })],
      }),
      {
        edits: [
          { appId: 1, action: 'keep', projectedAnnual: 40_000 },
          { appId: 2, action: 'replaceBy', survivorId: 1 },
        ],
      },
    );
    expect(ledger.map(({ lever, effectiveFrom, timing }) => [lever, effectiveFrom, timing])).toEqual([
      ['added-seats', '2026-11-23', 'decidable'],
      ['consolidate', '2026-11-23', 'decidable'],
    ]);
  });
});
