/**
 * What the seats of one app are worth: waste, liability, and what the right-sizing policy of the tenant
 * gives back. Null where analysis.md has no single answer for the app.
 */
import { type AppCost, minor } from './cost.ts';
import { ceiling, compare, type Fraction, fraction, times, total, zero } from './exact.ts';
import { at, type JsonRow } from './json.ts';
import type { Rules } from './mapping.ts';
import type { OracleApp } from './portfolio.ts';
import { type Priced, type Pricing, pricingOf } from './price.ts';
import { readMoment } from './read-date.ts';
import { unwrapped } from './read.ts';
import { canCost, type Line, linesOf } from './seats.ts';

export interface AppMoney {
  readonly id: number;
  readonly lines: readonly Line[] | null;
  readonly pricing: Pricing | null;
  readonly waste: bigint | null;
  readonly liability: bigint | null;
  readonly unknown: bigint | null;
  readonly saving: bigint | null;
}

interface Policy {
  readonly policy: string;
  readonly percent: number;
  readonly seats: number;
  readonly hires: number;
}

function policyOf({ rightSizing }: Rules): Policy {
  const count = (key: string, other: number) => {
    const value = at(rightSizing, key);
    return typeof value === 'number' ? value : other;
  };
  const named = at(rightSizing, 'policy');
  return {
    policy: typeof named === 'string' ? named : 'buffer',
    percent: count('percent', 10),
    seats: count('seats', 0),
    hires: count('hires', 0),
  };
}

/** "Percentages act on all lines of one price together" */
interface PriceGroup {
  readonly price: Fraction;
  readonly lines: readonly Line[];
}

function groupsOf(lines: readonly Priced[]): PriceGroup[] {
  const paying = lines.filter(({ line, price }) => canCost(line) && price !== null);
  const prices = paying.flatMap(({ price }) => (price === null ? [] : [price]));
  const distinct = prices.filter(
    (price, index) => prices.findIndex((one) => compare(one, price) === 0) === index,
  );
  return distinct.map((price) => ({
    price,
    lines: paying
      .filter((one) => one.price !== null && compare(one.price, price) === 0)
      .map(({ line }) => line),
  }));
}

function sum(lines: readonly Line[], of: (line: Line) => number): number {
  return lines.reduce((count, line) => count + of(line), 0);
}

/** Seats to give up, before those that the app as a whole keeps. */
function spareIn({ lines }: PriceGroup, { policy, percent }: Policy): number {
  const kept = fraction(sum(lines, ({ active, unknown }) => active + unknown));
  const share =
    policy === 'buffer'
      ? fraction(100 + percent, 100)
      : policy === 'seats'
        ? fraction(1)
        : fraction(100, percent);
  return Math.max(0, sum(lines, ({ purchased }) => purchased) - Number(ceiling(times(kept, share))));
}

/**
 * "hires and spare seats are an amount of the app, held once, first on lines with seats to give up".
 * Null where lines of several prices could hold them: their order is not said.
 */
function recoverable(groups: readonly PriceGroup[], policy: Policy): Fraction | null {
  const held = policy.policy === 'seats' ? policy.seats : policy.policy === 'buffer' ? policy.hires : 0;
  const spare = groups.map((group) => ({ price: group.price, seats: spareIn(group, policy) }));
  const giving = spare.filter(({ seats }) => seats > 0);
  const all = giving.reduce((count, { seats }) => count + seats, 0);
  if (held >= all) return zero;
  if (held > 0 && giving.length > 1) return null;
  return total(giving.map(({ price, seats }) => times(price, fraction(seats - held))));
}

/** Used in the last days, so that no gate on old usage closes. */
function isFresh(row: JsonRow, asOf: number): boolean {
  const read = readMoment(unwrapped(row['lastVisitTime']), null);
  return read.is === 'known' && asOf - read.value.day <= 7 && read.value.day <= asOf;
}

/**
 * May the rules act on what they find? Confidence takes a share of "seats or money with data", which
 * analysis.md does not define to the seat: the oracle speaks only where any reading gives ≥ Medium.
 */
function isSure(pricing: Pricing, lines: readonly Line[], cost: AppCost): boolean {
  const paying = pricing.lines.filter(({ line }) => canCost(line));
  if (cost.complete !== 'whole' || paying.some(({ price }) => price === null)) return false;
  const assumed = paying.some(({ basis }) => basis === 'contract-seats' || basis === 'contract-single');
  const counted = lines.filter(({ unlimited }) => !unlimited);
  const unknown = sum(counted, (line) => line.unknown);
  return unknown * 100 <= sum(counted, ({ purchased }) => purchased) * (assumed ? 0 : 20);
}

function savingOf(
  app: OracleApp,
  lines: readonly Line[],
  pricing: Pricing,
  cost: AppCost,
  asOf: number,
  rules: Rules,
) {
  const groups = groupsOf(pricing.lines);
  const netted = groups.some(
    (group) => group.lines.length > 1 && sum(group.lines, (line) => line.overAssigned) > 0,
  );
  const gated = sum(lines, ({ inactive }) => inactive) > 0 && !isFresh(app.row, asOf);
  if (netted || gated || !isSure(pricing, lines, cost)) return null;
  const amount = recoverable(groups, policyOf(rules));
  return amount === null ? null : minor(amount, rules);
}

function worth({ lines }: Pricing, of: (line: Line) => number, rules: Rules): bigint {
  const amounts = lines.flatMap(({ line, price }) =>
    price === null || line.unlimited ? [] : [times(price, fraction(of(line)))],
  );
  return minor(total(amounts), rules);
}

const nothing = { pricing: null, waste: null, liability: null, unknown: null, saving: null };

export function moneyOf(app: OracleApp, cost: AppCost, asOf: number, rules: Rules): AppMoney {
  const lines = linesOf(app.row, rules);
  if (lines === null)
    return { id: app.id, lines, ...nothing, waste: 0n, liability: 0n, unknown: 0n, saving: 0n };
  if (rules.bundled.includes(app.id)) return { id: app.id, lines, ...nothing };
  const pricing = cost.exact === null ? null : pricingOf(app, lines, cost, rules);
  if (pricing === null) return { id: app.id, lines, ...nothing };
  // "missing → known only narrows intervals": from what waste is to the most that it can be.
  const waste = worth(pricing, ({ unassigned, inactive }) => unassigned + inactive, rules);
  const most = worth(pricing, ({ unassigned, inactive, unknown }) => unassigned + inactive + unknown, rules);
  return {
    id: app.id,
    lines,
    pricing,
    waste,
    liability: worth(pricing, ({ overAssigned }) => overAssigned, rules),
    unknown: most - waste,
    saving: savingOf(app, lines, pricing, cost, asOf, rules),
  };
}
