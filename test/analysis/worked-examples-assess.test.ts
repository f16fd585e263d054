/** Published figures through a whole tenant: records in, assessed seats and costs out. */
import { describe, expect, it } from 'vitest';
import type { LineSeats } from '../../skill/analysis/base/assessed.ts';
import { dayOf } from '../../skill/analysis/base/day.ts';
import { recoverableSeats, wastedSeats } from '../../skill/analysis/seats/right-sizing.ts';
import { priceOfSeats } from '../../skill/analysis/base/seat-price.ts';
import { assessOne } from './fixtures/assess-small.ts';
import { appOf, configOf, contractOf, licensesOf, portfolioOf } from './fixtures/portfolio.ts';
import { workedExamples as examples } from './fixtures/worked-examples.ts';

const cents = (major: number): number => major * 100;

/** One app of that many seats, the rest idle, at a monthly price. */
function lineOf(
  input: { readonly seats: number; readonly active: number; readonly price_month: number },
  rightSizing: Parameters<typeof configOf>[0] extends infer Overrides ? Overrides : never,
): LineSeats & { readonly target: number } {
  const { seats, active, price_month: price } = input;
  const licenses = licensesOf({ purchased: seats, active, inactive: seats - active, unassigned: 0 });
  const contract = contractOf({
    appId: 1,
    annualValue: cents(price * 12 * seats),
    unitPrice: cents(price * 12),
  });
  const portfolio = portfolioOf({ apps: [appOf({ id: 1, licenses })], contracts: [contract] });
  const pool = assessOne(portfolio, configOf(rightSizing)).seats?.pools[0];
  const line = pool?.lines[0];
  if (pool === undefined || line === undefined) throw new Error('No line.');
  return { ...line, target: pool.target };
}

describe('published right-sizing, from records', () => {
  it('W1: 42 unused of 120 waste $12,600; 90 seats save $9,000', () => {
    const { input, expected } = examples.W1;
    const line = lineOf(input, { rightSizing: { policy: 'buffer', percent: 15 } });
    expect(wastedSeats(line)).toBe(expected.unused);
    expect(priceOfSeats(line, wastedSeats(line))).toBe(cents(expected.annual_waste));
    expect(line.target).toBe(expected.target_seats);
    expect(priceOfSeats(line, recoverableSeats(line.purchased, line.target))).toBe(
      cents(expected.rightsize_annual_saving),
    );
  });

  it.each([
    [examples.W2, { policy: 'targetUtilisation', percent: 80 }],
    [examples.W3, { policy: 'seats', seats: 5 }],
    [examples.W4, { policy: 'buffer', percent: 10, hires: 8 }],
    [examples.W5, { policy: 'buffer', percent: 10 }],
  ] as const)('$source', ({ input, expected }, rightSizing) => {
    const line = lineOf(input, { rightSizing });
    const recoverable = recoverableSeats(line.purchased, line.target);
    expect([line.target, recoverable]).toEqual([expected.target_seats, expected.reduction]);
    expect(priceOfSeats(line, recoverable)).toBe(cents(expected.annual_saving));
  });

  it('L1: departed, inactive and unassigned seats are disjoint', () => {
    const line = lineOf({ seats: 100, active: 65, price_month: 150 }, {});
    expect(examples.L1.expected.disjoint_union).toBe(true);
    expect(wastedSeats(line) + line.kept).toBe(Math.max(line.purchased, line.assigned));
  });
});

describe('F1: an order and its addition, whose ends name the first day after', () => {
  it('hold 510 seats at $51,000 a year', () => {
    const { input, expected } = examples.F1;
    const contracts = input.lines.map(({ qty, unit, start, end }, id) =>
      contractOf({
        id,
        appId: 1,
        seats: qty,
        totalValue: cents(qty * unit),
        termStart: start,
        termEnd: dayOf(end) - 1,
        autoRenew: true,
        renewalTermMonths: 12,
      }),
    );
    const { cost, seats } = assessOne(portfolioOf({ apps: [appOf({ id: 1 })], contracts }));
    expect(seats?.total.purchased).toBe(expected.seats);
    expect(cost.annual).toBe(cents(expected.annual));
  });
});
