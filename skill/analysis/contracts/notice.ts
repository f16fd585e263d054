/** Until when notice can be given, and the last day that must then be paid for. */
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { Contract, Day, Span } from '../../mapping/portfolio.ts';
import type { Bucket } from '../base/contract.ts';
import { addMonths } from '../base/day.ts';
import { knownValue } from '../base/known-value.ts';
import { endOfTerm, termAt, termsLater, type Terms } from './rolling.ts';
import type { Term } from './term.ts';

export interface Notice {
  readonly days: number | null;
  /** The days are the mapping's explicit default, not the contract's. */
  readonly assumed: boolean;
  readonly deadline: Day | null;
  /** A recorded deadline and the notice period name different days; the earlier counts. */
  readonly disagree: boolean;
}

/** The last day on which notice takes effect at the end of the term; calendar days. */
export function noticeDeadline(termEnd: Day, noticeDays: number): Day {
  return termEnd - noticeDays;
}

/** Months count on the calendar: three before December 31 is September 30. */
function deadlineBefore(termEnd: Day, { amount, unit }: Span): Day {
  return unit === 'days' ? noticeDeadline(termEnd, amount) : addMonths(termEnd, -amount);
}

/** The default applies only where the contract states neither a deadline nor a notice period. */
export function noticeOf(contract: Contract, term: Term, config: AnalysisConfig): Notice {
  const recorded = recordedDeadline(contract, term);
  const assumed = contract.noticeDays.kind === 'missing' && recorded === null ? defaultNotice(config) : null;
  const notice = knownValue(contract.noticeDays) ?? assumed;
  const counted = notice === null || term.end === null ? null : deadlineBefore(term.end, notice);
  return {
    days: notice === null ? null : daysOf(notice, term.end, counted),
    assumed: assumed !== null,
    deadline: recorded === null || counted === null ? (recorded ?? counted) : Math.min(recorded, counted),
    disagree: recorded !== null && counted !== null && recorded !== counted,
  };
}

function defaultNotice({ defaults }: AnalysisConfig): Span | null {
  return defaults.noticeDays === null ? null : { amount: defaults.noticeDays, unit: 'days' };
}

/** How many days some months are depends on the end that they are counted from. */
function daysOf({ amount, unit }: Span, end: Day | null, deadline: Day | null): number | null {
  if (unit === 'days') return amount;
  return end === null || deadline === null ? null : end - deadline;
}

/** A recorded deadline belongs to the term in which it lies, and moves with the contract to the present one. */
function recordedDeadline(contract: Contract, { terms, renewals }: Term): Day | null {
  const cancelBy = knownValue(contract.cancelBy);
  if (cancelBy === null || terms === null) return cancelBy;
  return termsLater(cancelBy, renewals - termHolding(cancelBy, terms), terms.renewal);
}

/** Longer ago than this, a day is an error of the record. */
const mostTermsBack = 50;

/** Terms before the recorded one count down from 0; they are as long as a renewal. */
function termHolding(day: Day, terms: Terms): number {
  const { start, end } = terms;
  if (day > end) return termAt(terms, day);
  if (start !== null && day >= start) return 0;
  let term = 0;
  while (term > -mostTermsBack && day <= endOfTerm(terms, term - 1)) term -= 1;
  return term;
}

/**
 * Last day that must be paid for, null when unknown. A missed deadline of an auto-renewing contract
 * costs one more renewal term; a contract that does not renew simply ends.
 */
export function earliestExit(term: Term, deadline: Day | null, firstPossible: Day, asOf: Day): Day | null {
  const { end, renews, ended } = term;
  if (ended || end === null || end < asOf) return null;
  if (renews === false || (deadline !== null && deadline >= firstPossible)) return end;
  return renews === true && deadline !== null ? nextEnd(term) : null;
}

/** The end of the next term if no notice is given. */
export function nextEnd({ terms, renewals }: Term): Day | null {
  return terms === null ? null : endOfTerm(terms, renewals + 1);
}

/** Days left to the deadline, up to and including; beyond the last it is "later". */
export const deadlineBuckets = [
  { days: 30, bucket: '0-30' },
  { days: 60, bucket: '31-60' },
  { days: 90, bucket: '61-90' },
  { days: 120, bucket: '91-120' },
] as const;

/** By the deadline, not by the end of the term; what does not renew has no deadline to meet. */
export function bucketOf(contract: Contract, term: Term, deadline: Day | null, asOf: Day): Bucket {
  if (term.ended) return 'ended';
  if (term.renews === false) return 'ends';
  if (deadline === null) return contract.termEnd.kind === 'missing' && term.renews ? 'rolling' : 'no-date';
  const left = deadline - asOf;
  if (left < 0) return 'missed';
  return deadlineBuckets.find(({ days }) => left <= days)?.bucket ?? 'later';
}
