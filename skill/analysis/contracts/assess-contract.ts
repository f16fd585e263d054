/** One contract with its meaning: in force or not, what it costs a year, by when to decide. */
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { Contract, Day } from '../../mapping/portfolio.ts';
import type { AssessedContract, IfMissed } from '../base/assessed.ts';
import type { Bucket } from '../base/contract.ts';
import type { Converter } from '../base/conversion.ts';
import { divide, rounded, times, type Exact } from '../base/exact.ts';
import type { AnnualValue } from './annual-value.ts';
import { flagsOf } from './flags.ts';
import { bucketOf, earliestExit, nextEnd, noticeOf, type Notice } from './notice.ts';
import type { Succession } from './sequence.ts';
import { termOf, type Term } from './term.ts';
import { unreadableIn } from './unreadable.ts';

export interface ResolvedContract {
  readonly assessed: AssessedContract;
  /** The annual value before rounding: an app's contracts are summed first and rounded once. */
  readonly exact: Exact | null;
  readonly term: Term;
}

export interface ContractContext {
  readonly config: AnalysisConfig;
  readonly asOf: Day;
  readonly convert: Converter;
}

/** What the other contracts of its app mean for a contract. */
export interface Place {
  readonly value: AnnualValue;
  readonly copyOf: number | null;
  readonly suspectOf: number | null;
  readonly succession: Succession | null;
  readonly possibleRenewals: readonly number[];
  readonly preparedRenewals: readonly number[];
}

/** Flags are read off the finished rest: they are set last, in place, since a copy costs more than they do. */
type Writable = Omit<AssessedContract, 'flags'> & { flags: readonly string[] };

export function assessContract(
  contract: Contract,
  place: Place,
  { config, asOf }: ContractContext,
): ResolvedContract {
  const { value, succession } = place;
  const term = termOf(contract, config, asOf, succession?.lastTerm ?? null);
  const notice = noticeOf(contract, term, config);
  const superseded = isSuperseded(contract, succession, asOf);
  const bucket = placedBucket(contract, term, notice, succession, asOf);
  const assessed: Writable = {
    contract,
    inForce: term.inForce,
    annual: value.value && { minor: rounded(value.value.amount), source: value.value.source },
    native: value.native,
    unconvertible: value.unconvertible,
    without: value.without,
    duplicateOf: place.copyOf,
    suspectOf: place.suspectOf,
    supersededBy: succession?.by ?? null,
    superseded,
    possibleRenewals: place.possibleRenewals,
    preparedRenewals: place.preparedRenewals,
    termEnd: term.end,
    rolled: term.renewals > 0,
    recordOutOfDate: term.recordOutOfDate,
    autoRenew: term.renews,
    autoRenewAssumed: term.renewsAssumed,
    noticeDays: notice.days,
    noticeAssumed: notice.assumed,
    deadline: notice.deadline,
    deadlinesDisagree: notice.disagree,
    bucket,
    earliestExit: superseded ? null : exitOf(contract, term, notice, config, asOf),
    ifMissed: isOpen(bucket) ? ifMissedOf(contract, term, notice, value, asOf) : null,
    unreadable: unreadableIn(contract),
    flags: [],
  };
  return { assessed: withFlags(assessed, asOf), exact: value.value?.amount ?? null, term };
}

function withFlags(assessed: Writable, asOf: Day): AssessedContract {
  assessed.flags = flagsOf(assessed, asOf);
  return assessed;
}

function isSuperseded(contract: Contract, succession: Succession | null, asOf: Day): boolean {
  return contract.statusClass === 'superseded' || (succession !== null && succession.from <= asOf);
}

/** A contract with a successor ends when that one starts. */
function placedBucket(
  contract: Contract,
  term: Term,
  notice: Notice,
  succession: Succession | null,
  asOf: Day,
): Bucket {
  if (isSuperseded(contract, succession, asOf)) return 'superseded';
  return succession === null ? bucketOf(contract, term, notice.deadline, asOf) : 'ends';
}

function exitOf(
  { statusClass }: Contract,
  term: Term,
  { deadline }: Notice,
  { defaults }: AnalysisConfig,
  asOf: Day,
): Day | null {
  return statusClass === 'pipeline' ? null : earliestExit(term, deadline, asOf + defaults.leadDays, asOf);
}

const settled: ReadonlySet<Bucket> = new Set(['ends', 'ended', 'superseded', 'rolling', 'no-date', 'missed']);

function isOpen(bucket: Bucket): boolean {
  return !settled.has(bucket);
}

/** Nothing is committed by missing the deadline of what is not signed, or may not renew. */
function ifMissedOf(
  { statusClass }: Contract,
  term: Term,
  { deadline }: Notice,
  { value }: AnnualValue,
  asOf: Day,
): IfMissed | null {
  const until = nextEnd(term);
  if (statusClass !== 'active' || term.renews !== true || until === null) return null;
  if (term.terms === null || deadline === null || deadline < asOf) return null;
  const { amount, unit } = term.terms.renewal;
  const cost = value && divide(times(value.amount, amount), unit === 'months' ? 12 : 365);
  return { committedUntil: until, committed: cost && rounded(cost) };
}
