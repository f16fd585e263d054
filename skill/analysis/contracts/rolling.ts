/**
 * The terms of a contract that auto-renews: the recorded one is number 0, each renewal the next.
 * Every end is counted from the recorded dates, never from the end before it, so that a term that ended
 * on the last day of February ends on the last day of March.
 */
import type { Contract, Day, Span } from '../../mapping/portfolio.ts';
import { addMonths, anniversaryOf, civilOf } from '../base/day.ts';
import { knownValue } from '../base/known-value.ts';

export interface Terms {
  readonly start: Day | null;
  /** Of term 0. */
  readonly end: Day;
  readonly renewal: Span;
}

/** Null where the end or the renewal term is not known. */
export function termsOf(contract: Contract): Terms | null {
  const end = knownValue(contract.termEnd);
  const renewal = renewalSpan(contract);
  return end === null || renewal === null ? null : { start: knownValue(contract.termStart), end, renewal };
}

/** A renewal of no time, or of more than a century, is an error of the record. */
const longest = { months: 1200, days: 36_525 } as const;

export function renewalSpan(contract: Contract): Span | null {
  const span = knownValue(contract.renewalTermMonths);
  return span !== null && span.amount > 0 && span.amount <= longest[span.unit] ? span : null;
}

/**
 * The last day of a term. Where the recorded term is m whole months, it is counted from the start, and is
 * the day before the anniversary where the recorded end is; else from the day after the recorded end.
 */
export function endOfTerm({ start, end, renewal }: Terms, term: number): Day {
  if (term === 0) return end;
  if (renewal.unit === 'days') return end + term * renewal.amount;
  const months = term * renewal.amount;
  const first = start === null ? null : anniversaryOf(start, end);
  if (start === null || first === null) return addMonths(end + 1, months) - 1;
  return addMonths(start, first.months + months) - first.daysBefore;
}

/** The first term, from the recorded one on, that does not end before a day. */
export function termAt(terms: Terms, day: Day): number {
  let term = Math.max(0, roughly(terms, day) - 1);
  while (endOfTerm(terms, term) < day) term += 1;
  return term;
}

/** At most one term beyond the one that is sought. */
function roughly({ end, renewal }: Terms, day: Day): number {
  if (renewal.unit === 'days') return Math.ceil((day - end) / renewal.amount);
  const [from, to] = [civilOf(end), civilOf(day)];
  return Math.floor(((to.year - from.year) * 12 + to.month - from.month) / renewal.amount);
}

/** The day as many terms later, on the calendar. */
export function termsLater(day: Day, terms: number, { amount, unit }: Span): Day {
  return unit === 'days' ? day + terms * amount : addMonths(day, terms * amount);
}
