/**
 * The renewals of a tenant as analysis.md wants them. A field that is left out of a row is one on which
 * analysis.md has no single answer; the comparison leaves it alone.
 */
import { addMonths, type Day, iso } from './calendar.ts';
import type { Contract } from './contract.ts';
import { minor, moneyText } from './cost.ts';
import { fraction, times } from './exact.ts';
import type { JsonRow } from './json.ts';
import type { Rules } from './mapping.ts';
import type { Judged, Portfolio } from './portfolio.ts';
import { type Read, valueOf } from './read.ts';
import { cancelByIn, endOfTerm, termAt } from './terms.ts';

export interface Dates {
  readonly end: Day | null;
  readonly nextEnd: Day | null;
  readonly deadline: Day | null;
  readonly noticeDays: number | null;
  readonly assumed: boolean;
  readonly renews: boolean | null;
  readonly rolled: boolean;
}

/**
 * The term in which the contract is. "A then neither rolls nor renews": what is succeeded rolls no
 * further than the term that its successor follows.
 */
function termOf({ contract, succession }: Judged, asOf: Day): number {
  const rolls = contract.status === 'active' && valueOf(contract.renewsItself) === true;
  if (!rolls) return 0;
  const current = termAt(contract, asOf);
  return succession === null ? current : Math.min(current, succession.lastTerm);
}

/** "Notice in months or quarters counts on the calendar back from the term end, clamped" */
function noticeDeadline({ notice }: Contract, end: Day | null): Day | null {
  if (notice.is !== 'known' || end === null) return null;
  const { unit, count } = notice.value;
  return unit === 'day' ? end - count : addMonths(end, -count);
}

/**
 * "deadline = mapped cancellation deadline, else termEnd − noticeDays; where both exist and disagree,
 * the earlier is used"; "Notice missing → only an explicit default from the mapping". Reading: an
 * assumed notice never overrides a cancellation day that is recorded.
 */
export function datesOf(judged: Judged, { asOf, rules }: Portfolio): Dates {
  const { contract } = judged;
  const k = termOf(judged, asOf);
  const end = endOfTerm(contract, k);
  const cancelBy = cancelByIn(contract, k);
  const { noticeDefault } = rules;
  const assumed = contract.notice.is === 'missing' && noticeDefault !== null && cancelBy === null;
  const byNotice = assumed ? (end === null ? null : end - noticeDefault) : noticeDeadline(contract, end);
  const known = [cancelBy, byNotice].filter((day) => day !== null);
  return {
    end,
    nextEnd: endOfTerm(contract, k + 1),
    deadline: known.length === 0 ? null : Math.min(...known),
    noticeDays: assumed ? noticeDefault : noticeDaysOf(contract, end, byNotice),
    assumed,
    renews: valueOf(contract.renewsItself),
    rolled: k > 0,
  };
}

/** "JSON then gives `noticeDays` as the days that makes" */
function noticeDaysOf({ notice }: Contract, end: Day | null, deadline: Day | null): number | null {
  if (notice.is !== 'known') return null;
  if (notice.value.unit === 'day') return notice.value.count;
  return end === null || deadline === null ? null : end - deadline;
}

function deadlineBucket(deadline: Day, asOf: Day): string {
  const days = deadline - asOf;
  if (days < 0) return 'missed';
  const upTo = [30, 60, 90, 120].findIndex((last) => days <= last);
  return ['0-30', '31-60', '61-90', '91-120'][upTo] ?? 'later';
}

/** Undefined where a successor is signed, has not begun, and the contract itself is past its end. */
function succeededBucket({ succession }: Judged, { end }: Dates, asOf: Day): string | undefined {
  if (succession === null || succession.from <= asOf) return 'superseded';
  return end !== null && end < asOf ? undefined : 'ends';
}

/**
 * Reading: `renewsItself` "decides the words", so that a contract that does not renew is in `ends` even
 * where its end is not known ("no = bucket `ends`"). One whose renewal is unreadable is in force after
 * its end, and unknown = "the deadline's bucket (also `missed`)".
 */
export function bucketOf(judged: Judged, dates: Dates, asOf: Day): string | undefined {
  const { contract, succession } = judged;
  const { end, deadline, renews } = dates;
  if (contract.status === 'pipeline') return undefined;
  if (contract.status === 'ended' || contract.status === 'superseded') return contract.status;
  if (succession !== null) return succeededBucket(judged, dates, asOf);
  const unreadable = contract.renewsItself.is === 'invalid';
  if (contract.status === 'ending' && contract.end.is === 'missing') return 'ended';
  if (end !== null && end < asOf && renews !== true && !unreadable) return 'ended';
  if (renews === false) return 'ends';
  if (contract.end.is === 'missing' && renews === true && deadline === null) return 'rolling';
  return deadline === null ? 'no-date' : deadlineBucket(deadline, asOf);
}

/**
 * "deadline still possible (≥ asOf + leadDays) → termEnd; missed and auto-renewing → termEnd + renewal
 * term, null if the term is unknown; missed and not auto-renewing → termEnd; auto-renew unknown → null".
 * Readings: where it does not renew, it ends at its end whatever the notice; where the deadline is not
 * known, a contract that may renew has no known exit.
 */
export function earliestExit(dates: Dates, asOf: Day, leadDays: number): Day | null {
  const { end, nextEnd, deadline, renews } = dates;
  if (end === null || renews === false) return end;
  if (deadline === null) return null;
  if (deadline >= asOf + leadDays) return end;
  return renews === true ? nextEnd : null;
}

function dayText(day: Day | null): string | null {
  return day === null ? null : iso(day);
}

const dated = ['termStart', 'termEnd', 'noticeDays', 'cancelBy', 'autoRenew', 'renewalTermMonths'] as const;

/** What is unreadable of dates, notice, and renewal, as `field: raw`. */
function unreadable(contract: Contract): string[] {
  const reads: Record<(typeof dated)[number], Read<unknown>> = {
    termStart: contract.start,
    termEnd: contract.end,
    noticeDays: contract.notice,
    cancelBy: contract.cancelBy,
    autoRenew: contract.autoRenew,
    renewalTermMonths: contract.renewal,
  };
  return dated.flatMap((field) => {
    const read = reads[field];
    return read.is === 'invalid' ? [`${field}: ${read.raw}`] : [];
  });
}

/**
 * "`ifMissed:{committedUntil, committedAmount, wasteAnnual}` for each open deadline of a contract that
 * renews by itself (term known)". Reading: the amount is that of the term it commits to.
 */
function ifMissed({ contract, value }: Judged, dates: Dates, bucket: string, { asOf, rules }: Portfolio) {
  const { renews, deadline, nextEnd } = dates;
  const months = valueOf(contract.renewal);
  if (renews !== true || deadline === null || deadline < asOf || nextEnd === null || months === null)
    return null;
  if (bucket === 'ends' || bucket === 'superseded' || bucket === 'rolling') return null;
  const amount = value.is === 'usable' ? minor(times(value.amount, fraction(months, 12)), rules) : null;
  return { committedUntil: iso(nextEnd), committedAmount: moneyText(amount, rules) };
}

function annualText({ value }: Judged, rules: Rules): string | null {
  return value.is === 'usable' ? moneyText(minor(value.amount, rules), rules) : null;
}

/** What is the same of every contract, whatever becomes of it. */
function basics(judged: Judged, { rules }: Portfolio): JsonRow {
  const { contract, succession, possiblyRenewed } = judged;
  return {
    statusClass: succession === null ? contract.status : undefined,
    annualValue: annualText(judged, rules),
    unreadable: unreadable(contract),
    supersededBy: contract.status === 'superseded' ? undefined : (succession?.by.id ?? null),
    possiblyRenewed,
  };
}

/** One row of `renewals`; of a copy nothing is said but that it is there. */
export function renewalOf(judged: Judged, portfolio: Portfolio): JsonRow {
  const { contract, copy, succession } = judged;
  const { asOf, rules } = portfolio;
  if (copy) return {};
  const dates = datesOf(judged, portfolio);
  const bucket = bucketOf(judged, dates, asOf);
  const row = { ...basics(judged, portfolio), bucket };
  const settled = bucket === undefined || ['ended', 'superseded'].includes(bucket);
  if (settled) return row;
  const common = {
    ...row,
    termStart: dates.rolled ? undefined : dayText(valueOf(contract.start)),
    termEnd: dayText(dates.end),
    renewed: dates.rolled,
  };
  if (succession !== null) return { ...common, ifMissed: null };
  const assumedBeside = contract.notice.is === 'missing' && contract.cancelBy.is === 'known';
  const monthsWithoutEnd = valueOf(contract.notice)?.unit === 'month' && dates.end === null;
  return {
    ...common,
    noticeDays: assumedBeside || monthsWithoutEnd ? undefined : dates.noticeDays,
    noticeAssumed: assumedBeside ? undefined : dates.assumed,
    deadline: dayText(dates.deadline),
    autoRenew: dates.renews,
    earliestExit: dayText(earliestExit(dates, asOf, rules.leadDays)),
    ifMissed: rules.leadDays > 0 ? undefined : ifMissed(judged, dates, bucket, portfolio),
  };
}
