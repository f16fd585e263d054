/** Whether a contract is in force on a day, and until when: the roll of a renewal nobody recorded. */
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { Contract, Day } from '../../mapping/portfolio.ts';
import { addMonths, civilOf } from '../base/day.ts';
import { knownValue } from '../base/known-value.ts';

export interface Term {
  readonly inForce: boolean;
  /** Closed, or past its end without renewing. */
  readonly ended: boolean;
  /** Signed, but starting after the day asked about. */
  readonly upcoming: boolean;
  /** After rolling forward. */
  readonly end: Day | null;
  readonly recordedEnd: Day | null;
  readonly rolled: boolean;
  readonly recordOutOfDate: boolean;
  readonly autoRenew: boolean | null;
  readonly autoRenewAssumed: boolean;
  readonly renewalMonths: number | null;
}

export function termOf(contract: Contract, config: AnalysisConfig, asOf: Day): Term {
  const start = knownValue(contract.termStart);
  const recordedEnd = knownValue(contract.termEnd);
  const recordedRenewal = knownValue(contract.autoRenew);
  const autoRenew = recordedRenewal ?? config.defaults.autoRenew;
  const renewalMonths = renewalTerm(contract);
  const signed = contract.statusClass !== 'pipeline' && contract.statusClass !== 'ended';
  const started = start === null || start <= asOf;
  const past = recordedEnd !== null && recordedEnd < asOf;
  const runsOn = signed && past && autoRenew === true;
  const rolled = runsOn && renewalMonths !== null;
  return {
    inForce: signed && started && (!past || runsOn),
    ended: contract.statusClass === 'ended' || (past && !runsOn),
    upcoming: signed && !started && !past,
    end: rolled ? rolledForward(recordedEnd, renewalMonths, asOf) : recordedEnd,
    recordedEnd,
    rolled,
    recordOutOfDate: runsOn && !rolled,
    autoRenew,
    autoRenewAssumed: recordedRenewal === null && autoRenew !== null,
    renewalMonths,
  };
}

/** A renewal of no month, or of more than a century, is an error of the record. */
const longestRenewal = 1200;

function renewalTerm(contract: Contract): number | null {
  const months = knownValue(contract.renewalTermMonths)?.amount ?? null;
  return months !== null && months > 0 && months <= longestRenewal ? months : null;
}

/** The first end on or after the day. Counted from the recorded end, so a 31st stays a month's last day. */
function rolledForward(end: Day, months: number, asOf: Day): Day {
  const [from, to] = [civilOf(end), civilOf(asOf)];
  const apart = (to.year - from.year) * 12 + to.month - from.month;
  const terms = Math.max(1, Math.floor(apart / months));
  const rolled = addMonths(end, terms * months);
  return rolled >= asOf ? rolled : addMonths(end, (terms + 1) * months);
}
