/** Whether a contract is in force on a day, and until when: unrecorded renewals included. */
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { Contract, Day } from '../../mapping/portfolio.ts';
import { knownValue } from '../base/known-value.ts';
import { endOfTerm, termAt, termsOf, type Terms } from './rolling.ts';

export interface Term {
  /** By its own dates and status; what another contract has superseded may be in force still. */
  readonly inForce: boolean;
  /** By status, or past its end without renewing. */
  readonly ended: boolean;
  /** Over before its first day: it has neither run nor will it, and says nothing of what was paid. */
  readonly neverBegan: boolean;
  /** Signed, but starting after the day asked about. */
  readonly upcoming: boolean;
  /** After rolling forward. */
  readonly end: Day | null;
  /** How many renewals lie between the recorded end and this one. */
  readonly renewals: number;
  /** What rolling goes by; null where the contract does not roll, or not on known terms. */
  readonly terms: Terms | null;
  readonly recordOutOfDate: boolean;
  /** Whether it auto-renews, given its status class and its successor; null = unknown. */
  readonly renews: boolean | null;
  readonly renewsAssumed: boolean;
}

/** @param last the last term of a contract that another one succeeds: it neither rolls on nor renews */
export function termOf(
  contract: Contract,
  config: AnalysisConfig,
  asOf: Day,
  last: number | null = null,
): Term {
  const recorded = renewsOf(contract, config);
  const recordedEnd = knownValue(contract.termEnd);
  const past = recordedEnd !== null && recordedEnd < asOf;
  const terms = recorded.renews === true ? termsOf(contract) : null;
  const renewals = terms === null || !past ? 0 : Math.min(termAt(terms, asOf), last ?? Infinity);
  const end = terms === null ? recordedEnd : endOfTerm(terms, renewals);
  const renews = last === null ? recorded.renews : false;
  const ended = isOver(contract, end, renews, asOf);
  const start = knownValue(contract.termStart);
  const started = start === null || start <= asOf;
  const signed = contract.statusClass === 'active' || contract.statusClass === 'ending';
  return {
    inForce: signed && started && !ended,
    ended,
    neverBegan: ended && !started,
    upcoming: signed && !started && !ended,
    end,
    renewals,
    terms: last === null ? terms : null,
    recordOutOfDate: signed && !ended && renews === true && end !== null && end < asOf,
    renews,
    renewsAssumed: last === null && recorded.assumed,
  };
}

/** What was cancelled does not renew, whatever else is recorded. The default stands in for Missing only. */
export function renewsOf(
  { statusClass, autoRenew }: Contract,
  { defaults }: AnalysisConfig,
): { readonly renews: boolean | null; readonly assumed: boolean } {
  if (statusClass !== 'active' && statusClass !== 'pipeline') return { renews: false, assumed: false };
  const stated = autoRenew.kind === 'missing' ? defaults.autoRenew : knownValue(autoRenew);
  return { renews: stated, assumed: autoRenew.kind === 'missing' && stated !== null };
}

/** An unreadable end or renewal never ends a contract. */
function isOver(contract: Contract, end: Day | null, renews: boolean | null, asOf: Day): boolean {
  const { statusClass, termEnd, autoRenew } = contract;
  if (statusClass === 'ended' || statusClass === 'superseded') return true;
  if (statusClass === 'ending' && termEnd.kind === 'missing') return true;
  if (end === null || end >= asOf) return false;
  if (statusClass === 'pipeline' || renews === false) return true;
  return renews === null && autoRenew.kind !== 'invalid';
}
