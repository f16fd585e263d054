/** One contract with its meaning: in force or not, what it costs a year, by when to decide. */
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { Contract, Day } from '../../mapping/portfolio.ts';
import type { AssessedContract } from '../base/assessed.ts';
import type { Converter } from '../base/conversion.ts';
import { rounded, type Exact } from '../base/exact.ts';
import { annualValueOf } from './annual-value.ts';
import { flagsOf } from './flags.ts';
import { bucketOf, earliestExit, noticeOf } from './notice.ts';
import { termOf, type Term } from './term.ts';

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
  /** Id of the contract that is counted instead, by contract id. */
  readonly duplicates: ReadonlyMap<number, number>;
}

/** Flags are read off the finished rest: they are set last, in place, since a copy costs more than they do. */
type Writable = Omit<AssessedContract, 'flags'> & { flags: readonly string[] };

export function assessContract(contract: Contract, context: ContractContext): ResolvedContract {
  const { config, asOf, convert, duplicates } = context;
  const term = termOf(contract, config, asOf);
  const notice = noticeOf(contract, term, config);
  const { value, native, unconvertible, without } = annualValueOf(contract, convert);
  const signed = contract.statusClass !== 'pipeline';
  const firstPossible = asOf + config.defaults.leadDays;
  const assessed: Writable = {
    contract,
    inForce: term.inForce,
    annual: value && { minor: rounded(value.amount), source: value.source },
    native,
    unconvertible,
    without,
    duplicateOf: duplicates.get(contract.id) ?? null,
    termEnd: term.end,
    rolled: term.rolled,
    recordOutOfDate: term.recordOutOfDate,
    autoRenew: term.autoRenew,
    autoRenewAssumed: term.autoRenewAssumed,
    noticeDays: notice.days,
    noticeAssumed: notice.assumed,
    deadline: notice.deadline,
    deadlinesDisagree: notice.disagree,
    bucket: bucketOf(term, notice.deadline, asOf),
    earliestExit: signed ? earliestExit(term, notice.deadline, firstPossible, asOf) : null,
    flags: [],
  };
  assessed.flags = flagsOf(assessed);
  return { assessed, exact: value?.amount ?? null, term };
}
