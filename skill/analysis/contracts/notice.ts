/** Until when notice can be given, and the last day that must then be paid for. */
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { Contract, Day } from '../../mapping/portfolio.ts';
import type { Bucket } from '../base/contract.ts';
import { addMonths } from '../base/day.ts';
import { knownValue } from '../base/known-value.ts';
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

/** The default applies only where the contract states neither a deadline nor a notice period. */
export function noticeOf(contract: Contract, term: Term, config: AnalysisConfig): Notice {
  const stated = knownValue(contract.noticeDays)?.amount ?? null;
  const recorded = recordedDeadline(contract, term);
  const days = stated ?? (recorded === null ? config.defaults.noticeDays : null);
  const counted = days === null || term.end === null ? null : noticeDeadline(term.end, days);
  return {
    days,
    assumed: stated === null && days !== null,
    deadline: recorded === null || counted === null ? (recorded ?? counted) : Math.min(recorded, counted),
    disagree: recorded !== null && counted !== null && recorded !== counted,
  };
}

/** A deadline that was recorded for a term which has since renewed moves on with the end of the term. */
function recordedDeadline(contract: Contract, { end, recordedEnd, rolled }: Term): Day | null {
  const cancelBy = knownValue(contract.cancelBy);
  const isOld = rolled && cancelBy !== null && recordedEnd !== null && cancelBy <= recordedEnd;
  return isOld && end !== null ? cancelBy + (end - recordedEnd) : cancelBy;
}

/**
 * Last day that must be paid for, null when unknown. A missed deadline of an auto-renewing contract
 * costs one more renewal term; a contract that does not renew ends by itself.
 */
export function earliestExit(term: Term, deadline: Day | null, firstPossible: Day, asOf: Day): Day | null {
  const { end, autoRenew, renewalMonths } = term;
  if (term.ended || end === null || end < asOf) return null;
  if (autoRenew === false || (deadline !== null && deadline >= firstPossible)) return end;
  const renews = autoRenew === true && deadline !== null && renewalMonths !== null;
  return renews ? addMonths(end, renewalMonths) : null;
}

/** Days left to the deadline, up to and including; beyond the last it is "later". */
export const deadlineBuckets = [
  { days: 30, bucket: '0-30' },
  { days: 60, bucket: '31-60' },
  { days: 90, bucket: '61-90' },
  { days: 120, bucket: '91-120' },
] as const;

/** By the deadline, not by the end of the term. */
export function bucketOf(term: Term, deadline: Day | null, asOf: Day): Bucket {
  if (term.ended) return 'ended';
  if (deadline === null) return term.end === null && term.autoRenew === true ? 'rolling' : 'no-date';
  const left = deadline - asOf;
  if (left < 0) return 'missed';
  return deadlineBuckets.find(({ days }) => left <= days)?.bucket ?? 'later';
}
