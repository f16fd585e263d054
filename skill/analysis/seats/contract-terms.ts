/** What the contracts in force of an app say about its seats: how many, and what one costs a year. */
import type { Contract } from '../../mapping/portfolio.ts';
import type { Converter } from '../base/conversion.ts';
import { compareExact, divide, plus, times, type Exact } from '../base/exact.ts';
import { knownValue } from '../base/known-value.ts';
import type { ResolvedContract } from '../contracts/assess-contract.ts';
import { isSentinel } from './unlimited.ts';

export interface ContractTerms {
  /** Seats that they record together; null when none of them records any. */
  readonly seats: number | null;
  /** Some contract in force records no seats, so there may be more. */
  readonly seatsAreFloor: boolean;
  /** Mapped price of one seat; the same in every contract that states one. */
  readonly unitPrice: Exact | null;
  /** Where they state different prices: the mean by recorded seats. */
  readonly meanPrice: Exact | null;
  /** Cost of the contracts that record their seats, by seat. */
  readonly costPerSeat: Exact | null;
  /** Some contract says how many seats it has, and it cannot be read. */
  readonly seatsAreUnreadable: boolean;
  readonly contractIds: readonly number[];
}

export function contractTerms(inForce: readonly ResolvedContract[], convert: Converter): ContractTerms {
  const counted = inForce.filter(({ assessed }) => assessed.duplicateOf === null);
  const recorded = counted.filter(({ assessed }) => recordedSeats(assessed.contract) !== null);
  const prices = counted.flatMap(({ assessed }) => seatPriceOf(assessed.contract, convert) ?? []);
  const [first] = prices;
  const isOne = first !== undefined && prices.every(({ price }) => compareExact(price, first.price) === 0);
  return {
    seats: recorded.length === 0 ? null : sum(recorded),
    seatsAreFloor: recorded.length < counted.length,
    unitPrice: isOne ? first.price : null,
    meanPrice: isOne ? null : meanOf(prices),
    costPerSeat: costPerSeat(recorded),
    seatsAreUnreadable: counted.some(({ assessed }) => assessed.contract.seats.kind === 'invalid'),
    contractIds: recorded.map(({ assessed }) => assessed.contract.id),
  };
}

/** Null where the contract does not say, or gives a number that means "no limit". */
function recordedSeats({ seats }: Contract): number | null {
  const count = knownValue(seats);
  return count === null || isSentinel(count) ? null : count;
}

function sum(contracts: readonly ResolvedContract[]): number {
  return contracts.reduce((total, { assessed }) => total + (recordedSeats(assessed.contract) ?? 0), 0);
}

interface SeatPrice {
  readonly price: Exact;
  readonly seats: number | null;
}

function seatPriceOf(contract: Contract, convert: Converter): SeatPrice | null {
  const money = knownValue(contract.unitPrice);
  const value = money && convert(money);
  // A contract that prices a seat at nothing has no price of a seat: what it costs is elsewhere.
  if (value === null || compareExact(value.amount, 0) <= 0) return null;
  return { price: value.amount, seats: recordedSeats(contract) };
}

/** Null where some contract does not say for how many seats its price holds. */
function meanOf(prices: readonly SeatPrice[]): Exact | null {
  let total: Exact = 0;
  let seats = 0;
  for (const { price, seats: count } of prices) {
    if (count === null) return null;
    total = plus(total, times(price, count));
    seats += count;
  }
  return seats > 0 ? divide(total, seats) : null;
}

function costPerSeat(recorded: readonly ResolvedContract[]): Exact | null {
  const priced = recorded.filter(({ exact }) => exact !== null);
  const seats = sum(priced);
  if (seats <= 0) return null;
  return divide(
    priced.reduce<Exact>((total, { exact }) => plus(total, exact ?? 0), 0),
    seats,
  );
}
