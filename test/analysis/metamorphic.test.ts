import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { analyze } from '../../skill/analysis/stages/analyze.ts';
import type { Analysis, Depth } from '../../skill/analysis/base/contract.ts';
import { toJson } from '../../skill/analysis/facts/to-json.ts';
import type { AnalysisConfig } from '../../skill/mapping/base/mapping.ts';
import type { Portfolio, Value } from '../../skill/mapping/base/portfolio.ts';
import { known, missing } from '../../skill/mapping/base/value.ts';
import { arbitraryPortfolio } from './fixtures/arbitrary.ts';
import { arbitraryConfig, arbitraryDepth, arbitraryEdits } from './fixtures/arbitrary-plan.ts';
import { appOf, configOf, contractOf, licensesOf, portfolioOf } from './fixtures/portfolio.ts';

// Hundreds of tenants take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const asOf = '2026-11-22';
const deep: Depth = { basis: 'users', appIds: [1, 2, 3, 4, 5, 6, 7, 8, 9] };

function shuffled<Row>(rows: readonly Row[], seed: number): Row[] {
  const keyed = rows.map((row, index) => ({ row, key: Math.imul(index + 1, seed | 1) % 997 }));
  return keyed.toSorted((a, b) => a.key - b.key).map(({ row }) => row);
}

function reordered(portfolio: Portfolio, seed: number): Portfolio {
  const groups = [...portfolio.appUsers].map(([id, users]) => [id, shuffled(users, seed)] as const);
  return {
    apps: shuffled(portfolio.apps, seed),
    contracts: shuffled(portfolio.contracts, seed),
    people: shuffled(portfolio.people, seed),
    appUsers: new Map(shuffled(groups, seed)),
    transactions: shuffled(portfolio.transactions, seed),
    completeness: shuffled(portfolio.completeness, seed),
  };
}

function bytes(analysis: Analysis): string {
  return JSON.stringify(toJson(analysis));
}

describe('the order of records', () => {
  it('changes no byte', () => {
    fc.assert(
      fc.property(
        arbitraryPortfolio,
        arbitraryConfig,
        arbitraryEdits,
        arbitraryDepth,
        fc.integer({ min: 1, max: 1_000_000 }),
        (portfolio, config, edits, depth, seed) => {
          const again = analyze(reordered(portfolio, seed), config, asOf, edits, depth);
          expect(bytes(again)).toBe(bytes(analyze(portfolio, config, asOf, edits, depth)));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('an app that has nothing to do with the others', () => {
  it('changes nothing else', () => {
    const alone = appOf({ id: 99, name: 'Zulip', category: 'Chat of its own', spend12m: 777 });
    fc.assert(
      fc.property(arbitraryPortfolio, arbitraryConfig, arbitraryEdits, (portfolio, config, edits) => {
        const before = analyze(portfolio, config, asOf, edits);
        const after = analyze({ ...portfolio, apps: [...portfolio.apps, alone] }, config, asOf, edits);
        expect(after.apps.filter(({ id }) => id !== 99)).toEqual(before.apps);
        expect(after.ledger).toEqual(before.ledger);
        expect(after.renewals).toEqual(before.renewals);
        expect(after.findings.filter(({ appId }) => appId !== 99)).toEqual(before.findings);
        expect(after.totals.baselineAnnual - before.totals.baselineAnnual).toBe(777);
      }),
      { numRuns: 200 },
    );
  });
});

function withThresholds(inactiveDays: number): AnalysisConfig {
  return configOf({ thresholds: { inactiveDays } });
}

function savingWith(portfolio: Portfolio, percent: number): number {
  const config = configOf({ rightSizing: { percent } });
  return analyze(portfolio, config, asOf, [], deep).totals.hardSavingAnnual ?? 0;
}

function inactiveSeats({ apps }: Analysis): number {
  return apps.reduce((sum, { seats }) => sum + (seats?.inactive ?? 0), 0);
}

describe('assumptions', () => {
  it('raising the inactivity threshold never adds inactive seats', () => {
    fc.assert(
      fc.property(arbitraryPortfolio, fc.nat({ max: 400 }), fc.nat({ max: 400 }), (portfolio, days, more) => {
        const low = analyze(portfolio, withThresholds(days), asOf, [], deep);
        const high = analyze(portfolio, withThresholds(days + more), asOf, [], deep);
        expect(inactiveSeats(high)).toBeLessThanOrEqual(inactiveSeats(low));
      }),
      { numRuns: 200 },
    );
  });

  it('raising the buffer never raises savings', () => {
    fc.assert(
      fc.property(
        arbitraryPortfolio,
        fc.nat({ max: 200 }),
        fc.nat({ max: 200 }),
        (portfolio, percent, more) => {
          expect(savingWith(portfolio, percent + more)).toBeLessThanOrEqual(savingWith(portfolio, percent));
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** Between these lies what idle seats cost; without seat counts it may be anything. */
function waste({ totals }: Analysis): readonly [low: number, high: number] {
  const { wasteAnnual, unknownSeatValueAnnual } = totals;
  if (wasteAnnual === null || unknownSeatValueAnnual === null) return [-Infinity, Infinity];
  return [wasteAnnual, wasteAnnual + unknownSeatValueAnnual];
}

function expectNarrower(after: Analysis, before: Analysis): void {
  const [low, high] = waste(before);
  const [newLow, newHigh] = waste(after);
  expect(newLow).toBeGreaterThanOrEqual(low);
  expect(newHigh).toBeLessThanOrEqual(high);
}

describe('a missing value that becomes known', () => {
  it('only narrows the waste, when it is the last use of an account', () => {
    fc.assert(
      fc.property(arbitraryPortfolio, fc.integer({ min: 19_000, max: 20_700 }), (portfolio, day) => {
        const fill = (value: Value<number>): Value<number> => (value.kind === 'known' ? value : known(day));
        const filled = [...portfolio.appUsers].map(
          ([id, users]) =>
            [id, users.map((user) => ({ ...user, lastUsedAt: fill(user.lastUsedAt) }))] as const,
        );
        const before = analyze(portfolio, configOf(), asOf, [], deep);
        const after = analyze({ ...portfolio, appUsers: new Map(filled) }, configOf(), asOf, [], deep);
        expectNarrower(after, before);
      }),
      { numRuns: 200 },
    );
  });

  it('only narrows the waste, when it is a part of the license counts', () => {
    const counts = fc.tuple(fc.nat({ max: 50 }), fc.nat({ max: 50 }), fc.nat({ max: 50 }));
    fc.assert(
      fc.property(
        counts,
        fc.subarray(['active', 'inactive', 'unassigned'] as const),
        fc.nat({ max: 2 }),
        ([active, inactive, unassigned], hidden, shown) => {
          const whole = { purchased: active + inactive + unassigned, active, inactive, unassigned };
          const given = (gone: readonly string[]): Portfolio => {
            const entries = Object.entries(whole).map(([key, count]) => [
              key,
              gone.includes(key) ? missing('absent') : known(count),
            ]);
            const licenses = licensesOf(Object.fromEntries(entries));
            return portfolioOf({
              apps: [appOf({ id: 1, licenses })],
              contracts: [contractOf({ appId: 1, annualValue: 100_001 })],
            });
          };
          const before = analyze(given(hidden), configOf(), asOf);
          const after = analyze(given(hidden.filter((_, index) => index !== shown)), configOf(), asOf);
          expectNarrower(after, before);
        },
      ),
      // Amounts that, each rounded by itself, would widen the interval by a cent.
      { examples: [[[5, 37, 2], ['active', 'inactive', 'unassigned'], 2]] },
    );
  });

  it('gives a finding without a price its amount', () => {
    const licenses = licensesOf({ purchased: 10, active: 5, inactive: 0, unassigned: 5 });
    const apps = [appOf({ id: 1, licenses })];
    const amounts = [
      portfolioOf({ apps }),
      portfolioOf({ apps, contracts: [contractOf({ appId: 1, annualValue: 1_000 })] }),
    ]
      .map((portfolio) =>
        analyze(portfolio, configOf(), asOf).findings.find(({ type }) => type === 'unassigned'),
      )
      .map((finding) => finding && [finding.low, finding.amount, finding.high]);
    expect(amounts).toEqual([
      [null, null, null],
      [500, 500, 500],
    ]);
  });
});
