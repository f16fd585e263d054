/** What a contract costs a year: its annual value as recorded, else its total brought to a year. */
import type { Contract, Day, Money } from '../../mapping/portfolio.ts';
import type { Converter, ExactMoney } from '../base/conversion.ts';
import { wholeMonths } from '../base/day.ts';
import { over, rounded, times, type Exact } from '../base/exact.ts';
import { knownValue } from '../base/known-value.ts';

export interface AnnualValue {
  /** In tenant currency; null when not known or not convertible. */
  readonly value: ExactMoney | null;
  /** The recorded annual value in its own currency. */
  readonly native: Money | null;
  /** Money is recorded, but has no rate. */
  readonly unconvertible: boolean;
}

/**
 * A total over a term as an amount a year: whole months × 12 ÷ N, else days × 365 ÷ days of the term.
 * Null when the term ends before it starts.
 */
export function annualise(total: Exact, start: Day, end: Day): Exact | null {
  if (end < start) return null;
  const months = wholeMonths(start, end);
  if (months === 12) return total;
  return months === null ? over(times(total, 365), end - start + 1) : over(times(total, 12), months);
}

export function annualValueOf(contract: Contract, convert: Converter): AnnualValue {
  const annual = knownValue(contract.annualValue);
  const recorded = annual === null ? null : valued(annual, (amount) => amount, convert);
  if (recorded !== null && recorded.value !== null) return recorded;
  return totalBroughtToYear(contract, convert) ?? recorded ?? nothing;
}

const nothing: AnnualValue = { value: null, native: null, unconvertible: false };

function totalBroughtToYear(contract: Contract, convert: Converter): AnnualValue | null {
  const total = knownValue(contract.totalValue);
  const start = knownValue(contract.termStart);
  const end = knownValue(contract.termEnd);
  if (total === null || start === null || end === null || end < start) return null;
  return valued(total, (amount) => annualise(amount, start, end) ?? amount, convert);
}

function valued(money: Money, aYear: (amount: Exact) => Exact, convert: Converter): AnnualValue {
  const converted = convert(money);
  const { currency } = money;
  return {
    value: converted && { amount: aYear(converted.amount), source: converted.source },
    native: { minor: rounded(aYear(money.minor)), currency },
    unconvertible: converted === null,
  };
}
