/** Published figures through the functions that the stages use. */
import { describe, expect, it } from 'vitest';
import { dayOf, isoOf, wholeMonths } from '../../skill/analysis/base/day.ts';
import { allocate, decimal } from '../../skill/analysis/base/money.ts';
import {
  afterLevers,
  commitmentUse,
  consolidationNet,
  costPerActiveUser,
  escalatedCost,
  escalationAvoidance,
  inYear,
  realized,
  tierSaving,
} from '../../skill/analysis/base/savings.ts';
import {
  keptSeats,
  recoverableSeats,
  seatTarget,
  wastedSeats,
} from '../../skill/analysis/seats/right-sizing.ts';
import { priceOfSeats } from '../../skill/analysis/base/seat-price.ts';
import type { LineSeats } from '../../skill/analysis/base/assessed.ts';
import { workedExamples as examples } from './fixtures/worked-examples.ts';

const cents = (major: number): number => major * 100;
const emptyLine: LineSeats = {
  name: 'Standard',
  purchased: 0,
  assigned: 0,
  unassigned: 0,
  departed: 0,
  exempt: 0,
  grace: 0,
  unknown: 0,
  inactive: 0,
  lowerTier: 0,
  active: 0,
  overAssigned: 0,
  unitPrice: null,
  priceBasis: 'contract',
  kept: 0,
};

/** A line of which only size and price matter. */
function lineAt(price: number, purchased: number): LineSeats {
  return { ...emptyLine, purchased, unitPrice: cents(price * 12) };
}

const noPolicy = { percent: 0, seats: 0, hires: 0 };

describe('right-sizing', () => {
  const { W1, W2, W3, W4, W5 } = examples;
  const published = [
    {
      name: 'W1',
      example: W1,
      target: W1.expected.target_seats,
      saving: W1.expected.rightsize_annual_saving,
      policy: { ...noPolicy, policy: 'buffer', percent: 15 },
    },
    {
      name: 'W2',
      example: W2,
      target: W2.expected.target_seats,
      saving: W2.expected.annual_saving,
      policy: { ...noPolicy, policy: 'targetUtilisation', percent: W2.input.target * 100 },
    },
    {
      name: 'W3',
      example: W3,
      target: W3.expected.target_seats,
      saving: W3.expected.annual_saving,
      policy: { ...noPolicy, policy: 'seats', seats: W3.input.buffer },
    },
    {
      name: 'W4',
      example: W4,
      target: W4.expected.target_seats,
      saving: W4.expected.annual_saving,
      policy: { ...noPolicy, policy: 'buffer', percent: W4.input.buffer_pct * 100, hires: W4.input.hires },
    },
    {
      name: 'W5',
      example: W5,
      target: W5.expected.target_seats,
      saving: W5.expected.annual_saving,
      policy: { ...noPolicy, policy: 'buffer', percent: W5.input.buffer_pct * 100 },
    },
  ] as const;

  it.each(published)('$name: $target seats', ({ example, target, saving, policy }) => {
    const { seats: purchased, active, price_month: price } = example.input;
    expect(seatTarget(active, purchased, policy)).toBe(target);
    expect(priceOfSeats(lineAt(price, purchased), recoverableSeats(purchased, target))).toBe(cents(saving));
  });

  it('W1: waste is not what can be saved', () => {
    const { seats, active, price_month: price } = W1.input;
    const partition = {
      unassigned: 0,
      departed: 2,
      inactive: 40,
      active,
      exempt: 0,
      grace: 0,
      unknown: 0,
      lowerTier: 0,
    };
    expect(wastedSeats(partition)).toBe(W1.expected.unused);
    expect(keptSeats(partition)).toBe(seats - W1.expected.unused);
    expect(priceOfSeats(lineAt(price, seats), W1.expected.unused)).toBe(cents(W1.expected.annual_waste));
  });
});

describe('savings', () => {
  it('X1: price levers apply to the residual', () => {
    const { input, expected } = examples.X1;
    const percents = input.levers.map((lever) => lever * 100);
    expect(cents(input.spend) - afterLevers(cents(input.spend), percents)).toBe(cents(expected.sequential));
  });

  it('levers in any order leave the same', () => {
    expect(afterLevers(cents(800_000), [7.5, 10, 15, 15, 20])).toBe(cents(384_948));
    expect(afterLevers(cents(100), [120])).toBe(0);
  });

  it.each([examples.C1, examples.C2])('$source: $expected.gross', ({ input, expected }) => {
    const net = consolidationNet(
      Object.values(input.before).map(cents),
      Object.values(input.after).map(cents),
      cents(input.migration_one_time),
    );
    expect(net).toEqual({
      gross: cents(expected.gross),
      netFirstYear: cents(expected.net_first_year),
    });
  });

  it('C5: a lower price, three months on', () => {
    const { input, expected } = examples.C5;
    expect(realized(cents(input.old), cents(input.new), input.months)).toBe(cents(expected.realized));
  });

  it('W7: a cheaper tier', () => {
    const { input, expected } = examples.W7;
    const saving = tierSaving(1, cents(input.flat_hi_month * 12), cents(input.flat_lo_month * 12));
    expect(saving).toBe(cents(expected.annual_saving));
    expect(tierSaving(3, 100, 200)).toBe(0);
  });

  it('P1: the part that falls into the year', () => {
    const { input, expected } = examples.P1;
    const values = input.items.map(({ S, D, overlap }) => inYear(cents(S), D, overlap));
    expect(values).toEqual(expected.values.map(cents));
    const total = values.reduce((sum, value) => sum + value, 0);
    expect(decimal(total, 'USD')).toBe('1034000.00');
    expect(decimal(inYear(cents(350_000), 365, 251), 'USD')).toBe('240684.93');
  });

  it('P5: a lower escalation avoids cost', () => {
    const { input, expected } = examples.P5;
    const [base, percents] = [cents(input.base), [input.esc, input.new_esc].map((share) => share * 100)];
    const [from = 0, to = 0] = percents.map((percent) => Math.round(percent));
    expect(escalatedCost(base, input.years, from)).toBe(cents(expected.baseline));
    expect(escalatedCost(base, input.years, to)).toBe(cents(expected.negotiated));
    expect(escalationAvoidance(base, input.years, from, to)).toBe(cents(expected.avoidance));
  });

  it('F3: an unused commitment is a fee', () => {
    const { input, expected } = examples.F3;
    expect(commitmentUse(cents(input.commit), input.usage.map(cents))).toEqual({
      unused: cents(expected.unused_fee),
      total: cents(expected.total),
    });
  });

  it('A1: shares of a cost keep the total', () => {
    const { input, expected } = examples.A1;
    const names = Object.keys(input.shares) as (keyof typeof input.shares)[];
    const weights = names.map((name) => Math.round(input.shares[name] * 100));
    expect(allocate(cents(input.cost), weights)).toEqual(names.map((name) => cents(expected[name])));
  });

  it('U1: cost of one active user', () => {
    const { input, expected } = examples.U1;
    expect(costPerActiveUser(cents(input.annual), input.active)).toBe(cents(expected.cost_per_active));
    expect(costPerActiveUser(cents(input.annual), 0)).toBeNull();
    expect(costPerActiveUser(null, 2)).toBeNull();
  });

  it('F1: an end that names the first day after', () => {
    for (const { start, end } of examples.F1.input.lines) {
      expect(isoOf(dayOf(end) - 1)).toBe('2026-03-31');
      expect(wholeMonths(dayOf(start), dayOf(end) - 1)).toBe(12);
    }
  });
});
