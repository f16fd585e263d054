/** What one contract is worth a year, or why it cannot be said. */
import { wholeMonths } from './calendar.ts';
import type { Contract } from './contract.ts';
import { textOf } from './json.ts';
import { type Fraction, fraction, times } from './exact.ts';
import { inTenantCurrency, isNegative, type Rules } from './mapping.ts';
import type { Read } from './read.ts';
import type { Money } from './read-money.ts';

/** `unclear`: left out, though analysis.md names no reason for it (a total over an unknown term). */
export type LeftOutReason = 'blank' | 'unreadable' | 'negative' | 'no-rate' | 'unclear';

export type YearlyValue =
  | { readonly is: 'usable'; readonly amount: Fraction; readonly native: Money }
  | {
      readonly is: 'left-out';
      readonly reason: LeftOutReason;
      readonly raw: string | null;
      readonly native: Money | null;
    };

const perYear: Readonly<Record<string, number>> = { month: 12, quarter: 4, year: 1 };

/**
 * "whole months if end or end+1 day is the Nth monthly anniversary of start → total × 12 / N; else
 * total × 365 / (end − start + 1)". Null for a term that ends before it starts.
 */
export function yearlyShare(start: number, end: number): Fraction | null {
  if (end < start) return null;
  const whole = wholeMonths(start, end);
  return whole === null ? fraction(365, end - start + 1) : fraction(12, whole.months);
}

function scaled({ amount, currency, converted }: Money, factor: Fraction): Money {
  return {
    amount: times(amount, factor),
    currency,
    converted: converted === null ? null : times(converted, factor),
  };
}

function factorOf(contract: Contract, from: 'annual' | 'whole', rules: Rules): Fraction | null {
  if (from === 'annual') {
    const field = rules.fields.contract['annualValue'];
    const period =
      typeof field === 'object' && field !== null && 'period' in field ? field['period'] : 'year';
    return fraction(perYear[textOf(period)] ?? 1);
  }
  const { start, end } = contract;
  return start.is === 'known' && end.is === 'known' ? yearlyShare(start.value, end.value) : null;
}

function leftOut(reason: LeftOutReason, raw: string | null = null, native: Money | null = null): YearlyValue {
  return { is: 'left-out', reason, raw, native };
}

/** Reading: a recorded value a year comes first, readable or not; a total only where it is blank. */
function chosen({ annual, whole }: Contract): readonly ['annual' | 'whole', Read<Money>] {
  return annual.is === 'missing' ? ['whole', whole] : ['annual', annual];
}

export function yearlyValue(contract: Contract, rules: Rules): YearlyValue {
  const [from, read] = chosen(contract);
  if (read.is === 'missing') return leftOut('blank');
  if (read.is === 'invalid') return leftOut('unreadable', read.raw);
  // "Negative contract or license money is Invalid", and its reason is its own.
  if (isNegative(read.value.amount)) return leftOut('negative');
  const factor = factorOf(contract, from, rules);
  if (factor === null) return leftOut('unclear');
  const native = scaled(read.value, factor);
  const amount = inTenantCurrency(native, rules);
  return amount === null ? leftOut('no-rate', null, native) : { is: 'usable', amount, native };
}
