/** What holds for every tenant, however hostile. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from '../../skill/analysis/stages/assess.ts';
import type { Assessed, AssessedApp } from '../../skill/analysis/base/assessed.ts';
import type { SeatPartition } from '../../skill/analysis/base/contract.ts';
import { dayOf } from '../../skill/analysis/base/day.ts';
import type { Portfolio } from '../../skill/mapping/base/portfolio.ts';
import { assessSmall, today } from './fixtures/assess-small.ts';
import { isPriced, priceOfLines, priceOfSeats } from '../../skill/analysis/base/seat-price.ts';
import { arbitraryPortfolio } from './fixtures/arbitrary.ts';
import { appOf, configOf } from './fixtures/portfolio.ts';

const config = configOf({
  rates: { asOf: '2026-11-01', source: 'ECB', perUnit: { EUR: '1.08', JPY: '0.0065' } },
  suites: [{ appId: 1, includes: [1, 2, 404] }],
  exempt: [{ idUser: 3, reason: 'service account' }],
});
const deep = { basis: 'users', appIds: [1, 2, 3, 4, 5, 6, 404] } as const;

function everyApp(portfolio: Portfolio): AssessedApp[] {
  return [assessSmall(portfolio, config), assessSmall(portfolio, config, deep)].flatMap((assessed) => [
    ...assessed.apps,
    ...assessed.hidden,
  ]);
}

function sumOfClasses(seats: Omit<SeatPartition, 'basis'>): number {
  const { unassigned, departed, exempt, grace, unknown, inactive, lowerTier, active } = seats;
  return unassigned + departed + exempt + grace + unknown + inactive + lowerTier + active;
}

/** Everything but the records themselves, whose order is the caller's. */
/** Exact prices hold big integers, which JSON has no word for. */
function exactAsText(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}

function textOf(assessed: Assessed): string {
  const { apps, hidden, contracts, partial, byId } = assessed;
  const judged = [...apps, ...hidden].map((app) => ({ ...app, users: app.users?.length }));
  return JSON.stringify([judged, contracts, partial, [...byId.keys()]], exactAsText);
}

function shuffled(portfolio: Portfolio): Portfolio {
  return {
    ...portfolio,
    apps: portfolio.apps.toReversed(),
    contracts: portfolio.contracts.toReversed(),
    people: portfolio.people.toReversed(),
    appUsers: new Map(
      [...portfolio.appUsers].toReversed().map(([appId, users]) => [appId, users.toReversed()]),
    ),
    transactions: portfolio.transactions.toReversed(),
    completeness: portfolio.completeness.toReversed(),
  };
}

describe('every tenant', () => {
  it('has seats in one class each', () => {
    fc.assert(
      fc.property(arbitraryPortfolio, (portfolio) => {
        for (const { seats } of everyApp(portfolio)) {
          for (const part of seats === null ? [] : [seats.total, ...seats.lines]) {
            expect(sumOfClasses(part)).toBe(part.purchased + part.overAssigned);
            expect(
              Math.min(...Object.values(part).filter((value) => typeof value === 'number')),
            ).toBeGreaterThanOrEqual(0);
          }
        }
      }),
    );
  });

  it('has lines that cost no more than their app', () => {
    fc.assert(
      fc.property(arbitraryPortfolio, (portfolio) => {
        for (const { seats, cost } of everyApp(portfolio)) {
          const priced = (seats?.lines ?? []).filter(isPriced);
          const sum = priceOfLines(priced, (line) => priceOfSeats(line, line.purchased));
          expect(sum).toBeLessThanOrEqual(cost.annual ?? 0);
          expect(priced.length === 0 || cost.annual !== null).toBe(true);
        }
      }),
    );
  });

  it('costs whole minor units on one basis, or nothing known', () => {
    fc.assert(
      fc.property(arbitraryPortfolio, (portfolio) => {
        for (const { cost } of everyApp(portfolio)) {
          expect(cost.annual === null).toBe(cost.basis === 'none');
          expect(cost.annual === null || (Number.isInteger(cost.annual) && cost.annual >= 0)).toBe(true);
        }
      }),
    );
  });

  it('can be left on a day that is not past, or on an unknown one', () => {
    fc.assert(
      fc.property(arbitraryPortfolio, (portfolio) => {
        for (const { earliestExit, binding, exitKnown } of everyApp(portfolio)) {
          expect(exitKnown).toBe(earliestExit !== null);
          expect(binding.every((contract) => contract.earliestExit !== null)).toBe(exitKnown);
          expect(earliestExit ?? dayOf(today)).toBeGreaterThanOrEqual(dayOf(today));
        }
      }),
    );
  });

  it('means the same in any order', () => {
    fc.assert(
      fc.property(arbitraryPortfolio, (portfolio) => {
        for (const depth of [deep, undefined]) {
          const [one, other] = [portfolio, shuffled(portfolio)].map((given) =>
            assessSmall(given, config, depth),
          );
          expect(one && textOf(one)).toBe(other && textOf(other));
        }
      }),
    );
  });

  it('is not changed by an app that has nothing to do with it', () => {
    fc.assert(
      fc.property(arbitraryPortfolio, (portfolio) => {
        const more = { ...portfolio, apps: [...portfolio.apps, appOf({ id: 7777, spend12m: 1 })] };
        const before = assessSmall(portfolio, config);
        const after = assessSmall(more, config);
        expect(after.apps.filter(({ app }) => app.id !== 7777)).toEqual(before.apps);
        expect(after.contracts).toEqual(before.contracts);
      }),
    );
  });

  it('is left as it was', () => {
    fc.assert(
      fc.property(arbitraryPortfolio, (portfolio) => {
        const before = JSON.stringify(portfolio);
        assess(portfolio, config, dayOf(today), deep);
        expect(JSON.stringify(portfolio)).toBe(before);
      }),
    );
  });
});
