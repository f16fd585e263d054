import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spendByMonth } from '../../skill/analysis/analyze.ts';
import { dayOf } from '../../skill/analysis/units.ts';
import type { Money, Transaction, Value } from '../../skill/mapping/portfolio.ts';

const config = {
  tenant: { name: 'Acme', currency: 'USD', fiscalYearStart: '01-01' },
  rates: null,
} as const;
const asOf = dayOf('2026-11-22');

function paid(date: string | null, minor: number | null, change: Partial<Transaction> = {}): Transaction {
  const amount: Value<Money> =
    minor === null
      ? { kind: 'missing', reason: 'absent' }
      : { kind: 'known', value: { minor, currency: 'USD' } };
  return {
    id: `${date}/${minor}`,
    appId: 1,
    date: date === null ? { kind: 'missing', reason: 'absent' } : { kind: 'known', value: dayOf(date) },
    amount,
    source: { kind: 'missing', reason: 'absent' },
    view: { kind: 'missing', reason: 'absent' },
    ...change,
  };
}

describe('spend by month', () => {
  it('has twelve months, the month of the day last, each with its payments less its refunds', () => {
    const { months } = spendByMonth(
      [
        paid('2025-11-30', 700), // a month too early, but it shows that Torii listed payments by then
        paid('2025-12-01', 100),
        paid('2026-10-31', 2000),
        paid('2026-10-01', -500),
        paid('2026-11-22', 30),
        paid('2026-11-23', 9000), // after the day
      ],
      asOf,
      config,
    );
    expect(months.map(({ month }) => month)).toEqual([
      '2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05',
      '2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11',
    ]); // prettier-ignore
    expect(months.map(({ net }) => net)).toEqual([100, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1500, 30]);
  });

  it('does not know what was paid before the first payment on record', () => {
    const { months } = spendByMonth([paid('2026-09-05', 40)], asOf, config);
    expect(months.map(({ net }) => net)).toEqual([...Array.from({ length: 9 }, () => null), 40, 0, 0]);
  });

  it('knows nothing without payments', () => {
    const { months, byApp } = spendByMonth([], asOf, config);
    expect(new Set(months.map(({ net }) => net))).toEqual(new Set([null]));
    expect(byApp.size).toBe(0);
  });

  it('counts what it cannot use: no amount, no rate for its currency, no date', () => {
    const euro: Value<Money> = { kind: 'known', value: { minor: 5, currency: 'EUR' } };
    const result = spendByMonth(
      [
        paid('2026-11-01', null),
        paid('2026-11-02', 1, { amount: euro }),
        paid(null, 50),
        paid('2026-11-03', 7),
      ],
      asOf,
      config,
    );
    expect(result).toMatchObject({ unusable: 2, undated: 1 });
    expect(result.months.at(-1)).toEqual({ month: '2026-11', net: 7 });
  });

  it('adds up to the apps and what no app is named for, in every order', () => {
    const one = record({
      appId: constantFrom(1, 2, null),
      day: integer({ min: asOf - 600, max: asOf + 40 }),
      minor: integer({ min: -5_000_00, max: 9_000_000_00 }),
    });
    assert(
      property(array(one, { maxLength: 60 }), (rows) => {
        const transactions = rows.map(({ appId, day, minor }, index) => ({
          ...paid(null, minor, { appId, id: String(index) }),
          date: { kind: 'known' as const, value: day },
        }));
        const { months, byApp } = spendByMonth(transactions, asOf, config);
        expect(spendByMonth(transactions.toReversed(), asOf, config).months).toEqual(months);
        const homeless = spendByMonth(
          transactions.filter(({ appId }) => appId === null),
          asOf,
          config,
        );
        months.forEach(({ net }, place) => {
          const parts = [...byApp.values(), homeless.months].map((list) => list[place]?.net ?? 0);
          expect(net ?? 0).toBe(parts.reduce((sum, part) => sum + part, 0));
        });
      }),
    );
  });
});
