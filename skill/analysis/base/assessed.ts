/**
 * What the first half of the analysis hands to the second: every app and contract with its meaning.
 *
 * normalize → resolve → cost → seats → renewals make it; findings → plan → project → ledger read it.
 * Amounts are integer minor units of the tenant currency, dates are days since 1970-01-01 in UTC.
 */
import type { App, AppUser, Contract, Day, Money, Portfolio } from '../../mapping/portfolio.ts';
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { Bucket, CostBasis, Depth, Minor, SeatCounts, SeatPartition } from './contract.ts';

/** How an amount came into the tenant currency; printed with the figures that use it. */
export type ConversionSource = 'same' | 'torii' | 'rate';

export interface Converted {
  readonly minor: Minor;
  readonly source: ConversionSource;
}

export interface AssessedContract {
  readonly contract: Contract;
  /** Status neither pipeline nor closed, started or start missing, and not ended (or auto-renewing). */
  readonly inForce: boolean;
  /** Annual value in tenant currency; null when it is not known or cannot be converted. */
  readonly annual: Converted | null;
  /** The recorded annual value before conversion. */
  readonly native: Money | null;
  /** Recorded money that has no rate: the contract is listed as excluded, never guessed. */
  readonly unconvertible: boolean;
  /** Id of the contract of the same app, period and amount that is counted instead of this one. */
  readonly duplicateOf: number | null;
  /** Term end after rolling an auto-renewing contract forward by whole terms. */
  readonly termEnd: Day | null;
  readonly rolled: boolean;
  readonly recordOutOfDate: boolean;
  readonly autoRenew: boolean | null;
  readonly autoRenewAssumed: boolean;
  readonly noticeDays: number | null;
  readonly noticeAssumed: boolean;
  readonly deadline: Day | null;
  readonly deadlinesDisagree: boolean;
  readonly bucket: Bucket;
  /** Last day that must be paid for; null = unknown. */
  readonly earliestExit: Day | null;
  readonly flags: readonly string[];
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
  /** Contracts that have ended without renewing. */
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
  /** Every contract, sorted by id. */
  readonly contracts: readonly AssessedContract[];
  /** A source behind the totals is not complete. */
  readonly partial: boolean;
}
