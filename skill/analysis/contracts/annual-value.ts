/** What a contract costs a year: its annual value as recorded, else its total brought to a year. */
import type { Contract, Day, Money } from '../../mapping/portfolio.ts';
import type { LeftOut } from '../base/contract.ts';
import type { Converter, ExactMoney } from '../base/conversion.ts';
import { wholeMonths } from '../base/day.ts';
import { divide, rounded, times, type Exact } from '../base/exact.ts';
import { knownValue } from '../base/known-value.ts';
import { decimal } from '../base/money.ts';
import { isNegativeText } from './negative-text.ts';

export interface AnnualValue {
  /** In tenant currency; null when not known or not convertible. */
  readonly value: ExactMoney | null;
  /** The recorded annual value in its own currency. */
  readonly native: Money | null;
  /** Money is recorded, but has no rate. */
  readonly unconvertible: boolean;
  /** Why there is no value; null where there is one. */
  readonly without: Omit<LeftOut, 'contractId'> | null;
}

/**
 * A total over a term as an amount a year: whole months × 12 ÷ N, else days × 365 ÷ days of the term.
 * Null when the term ends before it starts.
 */
export function annualise(total: Exact, start: Day, end: Day): Exact | null {
  const part = yearsOf(start, end);
  if (part === null) return null;
  return part.of === part.in ? total : divide(times(total, part.in), part.of);
}

/** An amount a year over a term: the inverse of `annualise`. */
function overTerm(aYear: Exact, start: Day, end: Day): Exact | null {
  const part = yearsOf(start, end);
  if (part === null) return null;
  return part.of === part.in ? aYear : divide(times(aYear, part.of), part.in);
}

/** How many of the parts of a year a term has: 36 months of 12, 400 days of 365. */
function yearsOf(start: Day, end: Day): { readonly of: number; readonly in: number } | null {
  if (end < start) return null;
  const months = wholeMonths(start, end);
  return months === null ? { of: end - start + 1, in: 365 } : { of: months, in: 12 };
}

/**
 * The total counts only where no annual value is recorded: one that cannot be read, or has no rate, is not
 * replaced by another amount without a word.
 */
export function annualValueOf(contract: Contract, convert: Converter): AnnualValue {
  const annual = knownValue(contract.annualValue);
  if (annual !== null) return valued(annual, (amount) => amount, convert);
  const isBlank = contract.annualValue.kind === 'missing';
  const brought = isBlank ? totalBroughtToYear(contract, convert) : null;
  return brought ?? { value: null, native: null, unconvertible: false, without: gapOf(contract) };
}

/** What a contract costs over its recorded term: its total, else its annual value brought to the term. */
export function termValueOf(contract: Contract, aYear: Exact, convert: Converter): Exact | null {
  const total = knownValue(contract.totalValue);
  const converted = total && convert(total);
  if (converted !== null) return converted.amount;
  const start = knownValue(contract.termStart);
  const end = knownValue(contract.termEnd);
  return start === null || end === null ? null : overTerm(aYear, start, end);
}

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
    without: converted === null ? { reason: 'no-rate', raw: written(money) } : null,
  };
}

function written({ minor, currency }: Money): string {
  return `${decimal(minor, currency)} ${currency}`;
}

const blank: Omit<LeftOut, 'contractId'> = { reason: 'blank', raw: null };

/** What is written where the amount should be; of a total without a term, what is written as its term. */
function gapOf({ annualValue, totalValue, termStart, termEnd }: Contract): Omit<LeftOut, 'contractId'> {
  for (const money of [annualValue, totalValue]) {
    if (money.kind === 'invalid') {
      return { reason: isNegativeText(money.raw) ? 'negative' : 'unreadable', raw: money.raw };
    }
  }
  if (totalValue.kind !== 'known') return blank;
  for (const day of [termStart, termEnd]) {
    if (day.kind === 'invalid') return { reason: 'unreadable', raw: day.raw };
  }
  return blank;
}
