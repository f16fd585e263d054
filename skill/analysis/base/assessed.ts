/**
 * What the first half of the analysis hands to the second: every app and contract with its meaning.
 *
 * normalize → resolve → cost → seats → renewals make it; findings → plan → project → ledger read it.
 * Amounts are integer minor units of the tenant currency, dates are days since 1970-01-01 in UTC.
 */
import type { App, AppUser, Contract, Day, Money, Portfolio } from '../../mapping/portfolio.ts';
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { Bucket, CostBasis, Depth, Minor, SeatCounts, SeatPartition, Unreadable } from './contract.ts';

/** How an amount came into the tenant currency; printed with the figures that use it. */
export type ConversionSource = 'same' | 'torii' | 'rate';

export interface Converted {
  readonly minor: Minor;
  readonly source: ConversionSource;
}

export interface AssessedContract {
  readonly contract: Contract;
  /** Signed, started or start unknown, and not over, by its own dates; a superseded one may be in force still. */
  readonly inForce: boolean;
  /** Annual value in tenant currency; null when it is not known or cannot be converted. */
  readonly annual: Converted | null;
  /** The recorded annual value before conversion. */
  readonly native: Money | null;
  /** Recorded money that has no rate: the contract is listed as excluded, never guessed. */
  readonly unconvertible: boolean;
  /** Id of the contract of which this is a copy, and which is counted instead. */
  readonly duplicateOf: number | null;
  /** Id of a contract that this one looks like; both count. */
  readonly suspectOf: number | null;
  /** Id of the contract that renews this one, from the day on which it is known. */
  readonly supersededBy: number | null;
  /** The renewal has started, or the status says so: this one is not counted. */
  readonly superseded: boolean;
  /** Signed contracts that may be its renewal; all count. */
  readonly possibleRenewals: readonly number[];
  /** Offers of its renewal; they change nothing in money. */
  readonly preparedRenewals: readonly number[];
  /** Term end after rolling an auto-renewing contract forward by whole terms. */
  readonly termEnd: Day | null;
  readonly rolled: boolean;
  readonly recordOutOfDate: boolean;
  /** After the status class and the renewal. */
  readonly autoRenew: boolean | null;
  readonly autoRenewAssumed: boolean;
  readonly noticeDays: number | null;
  readonly noticeAssumed: boolean;
  readonly deadline: Day | null;
  readonly deadlinesDisagree: boolean;
  readonly bucket: Bucket;
  /** Last day that must be paid for; null = unknown. */
  readonly earliestExit: Day | null;
  readonly ifMissed: IfMissed | null;
  readonly unreadable: readonly Unreadable[];
  readonly flags: readonly string[];
}

/** What it costs to let an open deadline pass. */
export interface IfMissed {
  readonly committedUntil: Day;
  /** Null where the annual value is unknown. */
  readonly committed: Minor | null;
}

export interface Cost {
  readonly annual: Minor | null;
  readonly basis: CostBasis;
  readonly source: ConversionSource | null;
  /** The amount in its own currency, when the basis is in one foreign currency. */
  readonly native: { readonly minor: number; readonly currency: string } | null;
  /** The alternatives, for variance and lineage; never added (rule R9). */
  readonly contractAnnual: Minor | null;
  readonly licensesAnnual: Minor | null;
  readonly expenses12m: Minor | null;
}

/** One license line; the counts of its partition sum to max(purchased, assigned). */
export interface LineSeats extends SeatCounts {
  readonly name: string;
  /**
   * What all purchased seats of the line cost a year, scaled so that the lines of an app never exceed
   * its cost basis; null = unpriced. n seats cost annual × n ÷ purchased, rounded once.
   */
  readonly annual: Minor | null;
  readonly priceSource: 'contract' | 'license' | 'expense' | null;
  /** Seats that may not be given up before the term ends. */
  readonly commitSeats: number | null;
  /** Seats that stay: active + exempt + grace + unknown + lower tier. */
  readonly kept: number;
  /** Seats to hold under the right-sizing policy (Q), before the commitment. */
  readonly target: number;
}

export interface Seats {
  readonly total: SeatPartition;
  readonly lines: readonly LineSeats[];
  /** Torii's own threshold decided about inactivity, not the mapping's. */
  readonly thresholdIsTorii: boolean;
}

export interface AssessedApp {
  readonly app: App;
  readonly cost: Cost;
  readonly seats: Seats | null;
  /** Contracts in force, duplicates included, sorted by id. */
  readonly inForce: readonly AssessedContract[];
  /**
   * Contracts that decide when money can leave: those in force and those signed to follow, without copies
   * and without those that another one follows.
   */
  readonly binding: readonly AssessedContract[];
  /** Contracts that are over. */
  readonly ended: readonly AssessedContract[];
  /**
   * Last day that must be paid for over all contracts in force; null = unknown. An app without a
   * contract can be left at once (asOf).
   */
  readonly earliestExit: Day | null;
  readonly exitKnown: boolean;
  /** User rows, where the app was read and `depth` includes it. */
  readonly users: readonly AppUser[] | null;
  /** Newest usage record of the app, from users or the app itself. */
  readonly lastUsedAt: Day | null;
  /** Suites that include this app, and are paid for. */
  readonly coveredBy: readonly number[];
}

export interface Assessed {
  readonly portfolio: Portfolio;
  readonly config: AnalysisConfig;
  readonly depth: Depth;
  readonly asOf: Day;
  /** Listed apps, sorted by id; hidden and excluded ones are not among them. */
  readonly apps: readonly AssessedApp[];
  /** Hidden apps (when excluded): counted apart, still judged for hidden-but-paid. */
  readonly hidden: readonly AssessedApp[];
  /** The listed apps alone: a hidden one can be in no plan. */
  readonly byId: ReadonlyMap<number, AssessedApp>;
  readonly byContract: ReadonlyMap<number, AssessedContract>;
  /** Every contract, sorted by id. */
  readonly contracts: readonly AssessedContract[];
  /** A source behind the totals is not complete. */
  readonly partial: boolean;
}
