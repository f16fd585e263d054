/**
 * What one seat of each line costs a year, by the first source that says it: the line itself, the price
 * that a contract states, the contract's cost by its recorded seats, or by the seats of the only line that
 * costs anything. Never from expenses, and never spread over lines: what nothing explains is unpriced.
 */
import type { Cost, LineSeats } from '../base/assessed.ts';
import type { Minor, PriceBasis } from '../base/contract.ts';
import type { Converter } from '../base/conversion.ts';
import { compareExact, divide, plus, times, type Exact } from '../base/exact.ts';
import type { ContractTerms } from './contract-terms.ts';
import type { CountedLine } from './license-counts.ts';

export type LinePrice = Pick<LineSeats, 'unitPrice' | 'priceBasis'>;

const unpriced: LinePrice = { unitPrice: null, priceBasis: 'none' };

export function linePrices(
  lines: readonly CountedLine[],
  cost: Pick<Cost, 'annual' | 'basis'>,
  terms: ContractTerms,
  convert: Converter,
): LinePrice[] {
  const { annual } = cost;
  if (annual === null) return lines.map(() => unpriced);
  const own = lines.map((line) => ownPrice(line, convert));
  const paying = lines.filter((line, place) => line.purchased > 0 && own[place]?.priceBasis !== 'free');
  const open = paying.filter((line) => line.kind !== 'rest' && own[lines.indexOf(line)] === unpriced);
  const contractPrice = isExplained(open, paying, terms.seats)
    ? priceByContract(open, terms, cost.basis === 'contract' ? annual : null)
    : unpriced;
  const prices = lines.map((line, place) => (open.includes(line) ? contractPrice : (own[place] ?? unpriced)));
  return withinCost(prices, lines, annual);
}

/** Its own annual cost says more than the price of one license, whose period no record states. */
function ownPrice(
  { kind, purchased, annualCost, pricePerLicense }: CountedLine,
  convert: Converter,
): LinePrice {
  const cost = kind === 'rest' || purchased <= 0 ? null : annualCost && convert(annualCost);
  const price = pricePerLicense && convert(pricePerLicense);
  const unitPrice = cost === null ? (price?.amount ?? null) : perSeat(cost.amount, purchased);
  return unitPrice === null ? unpriced : priced(unitPrice, 'licence');
}

/** An integer where it is one: most prices are, and integers are quick. */
function perSeat(amount: Exact, seats: number): Exact {
  return typeof amount === 'number' && amount % seats === 0 ? amount / seats : divide(amount, seats);
}

/** A contract explains the one line that costs anything, or unpriced lines of as many seats as it records. */
function isExplained(
  open: readonly CountedLine[],
  paying: readonly CountedLine[],
  contracted: number | null,
): boolean {
  if (open.length === 0) return false;
  if (paying.length === 1) return true;
  const seats = open.reduce((sum, { purchased }) => sum + purchased, 0);
  return contracted !== null && Math.abs(seats - contracted) * 20 <= contracted;
}

function priceByContract(
  open: readonly CountedLine[],
  terms: ContractTerms,
  annual: Minor | null,
): LinePrice {
  const [only] = open;
  const stated = terms.unitPrice ?? (open.length === 1 ? terms.meanPrice : null);
  if (stated !== null) return priced(stated, 'contract');
  if (terms.costPerSeat !== null) return priced(terms.costPerSeat, 'contract-seats');
  const isRecorded = terms.seats !== null || terms.seatsAreUnreadable;
  if (isRecorded || annual === null || only === undefined || open.length > 1) return unpriced;
  return priced(perSeat(annual, only.purchased), 'contract-single');
}

function priced(unitPrice: Exact, priceBasis: PriceBasis): LinePrice {
  return { unitPrice, priceBasis: compareExact(unitPrice, 0) === 0 ? 'free' : priceBasis };
}

/** Scaled down in one proportion where the lines would cost more than the app. */
function withinCost(prices: readonly LinePrice[], lines: readonly CountedLine[], limit: Minor): LinePrice[] {
  let sum: Exact = 0;
  prices.forEach(({ unitPrice }, place) => {
    if (unitPrice !== null) sum = plus(sum, times(unitPrice, lines[place]?.purchased ?? 0));
  });
  if (compareExact(sum, limit) <= 0) return [...prices];
  const share = divide(limit, sum);
  return prices.map((price) =>
    price.unitPrice === null ? price : priced(times(price.unitPrice, share), price.priceBasis),
  );
}
