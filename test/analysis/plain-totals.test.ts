import * as fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { analyze } from '../../skill/analysis/stages/analyze.ts';
import { dayOf } from '../../skill/analysis/base/day.ts';
import type { App, Contract, Span, Portfolio, Value } from '../../skill/mapping/base/portfolio.ts';
import { known, missing } from '../../skill/mapping/base/value.ts';
import { appOf, configOf, contractOf, licensesOf, lineOf, portfolioOf, usd } from './fixtures/portfolio.ts';
import { plainTotals } from './plain-totals.ts';

// Hundreds of tenants take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const today = dayOf('2026-11-22');

function perhaps<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<Value<T>> {
  return fc.oneof(
    { weight: 3, arbitrary: arbitrary.map(known) },
    { weight: 1, arbitrary: fc.constant(missing('absent')) },
  );
}

const base = perhaps(fc.integer({ min: 1_000, max: 1_400 }).map(usd));
const money = perhaps(fc.nat({ max: 90_000_000 }).map(usd));
/** Days 1 to 28, which every month has. */
const date = fc
  .tuple(
    fc.integer({ min: 2024, max: 2029 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, day]) =>
    dayOf(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`),
  );

const licenses = fc
  .record({
    active: fc.nat({ max: 200 }),
    inactive: perhaps(fc.nat({ max: 200 })),
    unassigned: fc.nat({ max: 80 }),
    over: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 20 }) }),
    annualCost: money,
  })
  .map(({ active, inactive, unassigned, over, annualCost }) => {
    const idle = inactive.kind === 'known' ? inactive.value : 7;
    const spare = over > 0 ? 0 : unassigned;
    const purchased = Math.max(0, active + idle + spare - over);
    return licensesOf({ lines: [lineOf({ purchased, active, inactive, unassigned: spare, annualCost })] });
  });

function appWith(id: number): fc.Arbitrary<App> {
  return fc
    .record({
      isHidden: fc.oneof(
        { weight: 5, arbitrary: fc.constant(false) },
        { weight: 1, arbitrary: fc.constant(true) },
      ),
      spend12m: money,
      lastUsedAt: perhaps(fc.integer({ min: today - 200, max: today })),
      usageSource: perhaps(fc.constantFrom('direct', 'sso', 'extension', 'expense', 'none')),
      licenses: perhaps(licenses),
    })
    .map((fields) => appOf({ id, ...fields }));
}

function spanOf(unit: Span['unit'], ...amounts: number[]): fc.Arbitrary<Span> {
  return fc.constantFrom(...amounts).map((amount) => ({ amount, unit }));
}

function contractWith(id: number, apps: number): fc.Arbitrary<Contract> {
  return (
    fc
      .record({
        appId: fc.integer({ min: 1, max: apps }),
        statusClass: fc.constantFrom('pipeline', 'active', 'active', 'active', 'ended'),
        termStart: perhaps(date),
        termEnd: perhaps(date),
        noticeDays: perhaps(spanOf('days', 0, 30, 60, 90)),
        autoRenew: perhaps(fc.boolean()),
        renewalTermMonths: perhaps(spanOf('months', 1, 12, 24)),
        annualValue: base,
      })
      // Each amount is more than twice the one before, so that no contract passes for a copy or a renewal of
      // another: what contracts mean for each other is judged in sequence.test.ts and by the oracle.
      .map((fields) =>
        contractOf({
          id,
          ...fields,
          annualValue:
            fields.annualValue.kind === 'known'
              ? usd(fields.annualValue.value.minor * 3 ** id)
              : fields.annualValue,
        }),
      )
  );
}

const tenant: fc.Arbitrary<Portfolio> = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.nat({ max: 10 }))
  .chain(([apps, contracts]) =>
    fc
      .record({
        apps: fc.tuple(...Array.from({ length: apps }, (_, index) => appWith(index + 1))),
        contracts: fc.tuple(
          ...Array.from({ length: contracts }, (_, index) => contractWith(index + 1, apps)),
        ),
      })
      .map(portfolioOf),
  );

it('totals agree with plain loops on 1,000 tenants', () => {
  let savings = 0;
  fc.assert(
    fc.property(tenant, fc.integer({ min: 0, max: 40 }), (portfolio, percent) => {
      const config = configOf({ rightSizing: { percent } });
      const { totals } = analyze(portfolio, config, '2026-11-22');
      const plain = plainTotals(portfolio, today, { bufferPercent: percent, staleUsageDays: 90 });
      expect(totals).toMatchObject(plain);
      savings += (totals.hardSavingAnnual ?? 0) > 0 ? 1 : 0;
    }),
    { numRuns: 1000 },
  );
  expect(savings).toBeGreaterThan(100);
});
