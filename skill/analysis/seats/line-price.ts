/**
 * What all seats of each line cost a year. A contract's price of one seat comes first, then the line's
 * own annual cost; where neither is known, the app's cost is spread over its seats. The lines of an app
 * never exceed its cost basis, and an app without a cost has unpriced seats.
 */
import type { Cost, LineSeats } from '../base/assessed.ts';
import type { Minor } from '../base/contract.ts';
import type { ResolvedContract } from '../contracts/assess-contract.ts';
import type { Converter } from '../base/conversion.ts';
import { over, plus, rounded, times, type Exact } from '../base/exact.ts';
import { knownValue } from '../base/known-value.ts';
import { allocate } from '../base/money.ts';
import type { CountedLine } from './license-counts.ts';

export type LinePrice = Pick<LineSeats, 'annual' | 'priceSource'>;

export const unpriced: LinePrice = { annual: null, priceSource: null };
const basisSource = { contract: 'contract', licences: 'license', expenses: 'expense', none: null } as const;

export function linePrices(
  lines: readonly CountedLine[],
  cost: Cost,
  inForce: readonly ResolvedContract[],
  convert: Converter,
): LinePrice[] {
  if (cost.annual === null) return lines.map(() => unpriced);
  const own = lines.map((line) => ownPrice(line, convert));
  // One price a seat cannot hold for lines that each have their own.
  const keepsOwn = lines.length > 1 && own.every(({ annual }) => annual !== null);
  const seatPrice = keepsOwn ? null : contractSeatPrice(inForce, convert);
  const priced = seatPrice === null ? own : lines.map((line) => atSeatPrice(line, seatPrice));
  if (priced.every(({ annual }) => annual === null)) return spread(lines, cost.annual, cost);
  return withinCost(priced, cost.annual);
}

function ownPrice({ purchased, annualCost }: CountedLine, convert: Converter): LinePrice {
  const value = annualCost && convert(annualCost);
  if (value === null || purchased <= 0) return unpriced;
  return { annual: rounded(value.amount), priceSource: 'license' };
}

function atSeatPrice({ purchased }: CountedLine, price: Exact): LinePrice {
  if (purchased <= 0) return unpriced;
  return { annual: rounded(times(price, purchased)), priceSource: 'contract' };
}

function spread(lines: readonly CountedLine[], annual: Minor, cost: Cost): LinePrice[] {
  const shares = allocate(
    annual,
    lines.map(({ purchased }) => purchased),
  );
  const priceSource = basisSource[cost.basis];
  return lines.map(({ purchased }, index) =>
    purchased > 0 && priceSource !== null ? { annual: shares[index] ?? 0, priceSource } : unpriced,
  );
}

function withinCost(prices: readonly LinePrice[], limit: Minor): LinePrice[] {
  const amounts = prices.map(({ annual }) => annual ?? 0);
  if (amounts.reduce((sum, amount) => sum + amount, 0) <= limit) return [...prices];
  const shares = allocate(limit, amounts);
  return prices.map((price, index) =>
    price.annual === null ? price : { ...price, annual: shares[index] ?? 0 },
  );
}

/** Null where contracts state different prices and do not say for how many seats. */
function contractSeatPrice(inForce: readonly ResolvedContract[], convert: Converter): Exact | null {
  const prices: { readonly price: Exact; readonly seats: number | null }[] = [];
  for (const { assessed } of inForce) {
    const money = knownValue(assessed.contract.unitPrice);
    const value = money && convert(money);
    if (value === null || assessed.duplicateOf !== null) continue;
    prices.push({ price: value.amount, seats: knownValue(assessed.contract.seats) });
  }
  const [first] = prices;
  if (first === undefined) return null;
  const isOne = prices.every(({ price }) => rounded(price) === rounded(first.price));
  return isOne ? first.price : weighted(prices);
}

function weighted(prices: readonly { readonly price: Exact; readonly seats: number | null }[]): Exact | null {
  let total: Exact = 0;
  let seats = 0;
  for (const { price, seats: count } of prices) {
    if (count === null) return null;
    total = plus(total, times(price, count));
    seats += count;
  }
  return seats > 0 ? over(total, seats) : null;
}
