/**
 * What the first half of the analysis hands to the second: every app and contract with its meaning.
 *
 * normalize → resolve → cost → seats → renewals make it; findings → plan → project → ledger read it.
 * Amounts are integer minor units of the tenant currency, dates are days since 1970-01-01 in UTC.
 */
import type { App, AppUser, Contract, Day, Money, Portfolio } from '../../mapping/portfolio.ts';
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { Omitted } from './completeness.ts';
import type {
  Bucket,
  CostBasis,
  CostComplete,
  Depth,
  LeftOut,
  Minor,
  PriceBasis,
  SeatCounts,
  SeatPartition,
  Unreadable,
} from './contract.ts';
import type { Exact } from './exact.ts';

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
  /** Why the contract has no annual value; null where it has one. */
  readonly without: Omit<LeftOut, 'contractId'> | null;
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
  /** Whether something that the basis sums is left out of it. */
  readonly complete: CostComplete;
  /** Which way the money that is left out would move the cost, also where there is none. */
  readonly omitted: Omitted;
  /** Contracts in force whose money is not in the cost, sorted by id. */
  readonly leftOut: readonly LeftOut[];
  /** The amount in its own currency, when the basis is in one foreign currency. */
  readonly native: { readonly minor: number; readonly currency: string } | null;
  /** The alternatives, for variance and lineage; never added (rule R9). */
  readonly contractAnnual: Minor | null;
  /** What the counted contracts cost over their whole terms; null where that is not known of each. */
  readonly contractTerms: Minor | null;
  readonly licensesAnnual: Minor | null;
  /** How far Torii's own license summary and the sum of its lines are apart; 0 where one of them is not known. */
  readonly summaryApart: Minor;
  readonly expenses12m: Minor | null;
}

/** One license line; the counts of its partition sum to max(purchased, assigned). */
export interface LineSeats extends SeatCounts {
  readonly name: string;
  /**
   * What one seat costs a year, scaled so that the lines of an app never exceed its cost basis;
   * 0 = free, null = unpriced.
   */
  readonly unitPrice: Exact | null;
  readonly priceBasis: PriceBasis;
  /** Seats that stay: active + exempt + grace + unknown + lower tier. */
  readonly kept: number;
}

/**
 * A line whose number of seats means "unlimited": out of seats, waste and money, listed as
 * recorded; null where the record has no number.
 */
export interface UnlimitedLine {
  readonly name: string;
  readonly purchased: number | null;
  readonly active: number | null;
  readonly inactive: number | null;
  readonly unassigned: number | null;
  /** Place among the lines of the record. */
  readonly place: number;
}

/** The lines of an app that cost the same: policies act on them together, however they are split. */
export interface SeatPool {
  readonly lines: readonly LineSeats[];
  readonly unitPrice: Exact | null;
  readonly purchased: number;
  readonly kept: number;
  /** Spare seats and hires of the app that this pool holds. */
  readonly held: number;
  /** Seats to hold under the right-sizing policy (Q). */
  readonly target: number;
}

/** Why rows of people were read and do not carry the seats. */
export type RowsProblem =
  | { readonly kind: 'incomplete' }
  /** Licenses that people hold and that no line is called. */
  | { readonly kind: 'names'; readonly names: readonly string[] };

export interface Seats {
  /** Over the lines that are not unlimited. */
  readonly total: SeatPartition;
  readonly lines: readonly LineSeats[];
  readonly unlimited: readonly UnlimitedLine[];
  readonly pools: readonly SeatPool[];
  /** Torii's own threshold decided about inactivity, not the mapping's. */
  readonly thresholdIsTorii: boolean;
  /** The license summary counts fewer seats than its lines, such as a person who is on two. */
  readonly summaryDiffers: boolean;
  /** By how many seats the summary and its lines are apart. */
  readonly summaryApart: number;
  readonly rowsProblem: RowsProblem | null;
  /** Accounts of people who have left by one record and are there by another. */
  readonly contradictory: number;
  /** Seats that the contracts in force record; null where none does. */
  readonly contracted: number | null;
  /** Seats that the contracts record against those that the licenses do, where they contradict each other. */
  readonly disagreement: SeatsDisagreement | null;
}

export interface SeatsDisagreement {
  readonly contracted: number;
  readonly licensed: number;
  readonly contractIds: readonly number[];
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
  readonly unreadable: readonly Unreadable[];
  /** Suites that include this app, sorted by id. */
  readonly includedIn: readonly number[];
  /** Of those, the suites that are paid for. */
  readonly coveredBy: readonly number[];
  /** The app comes with a suite and has no price of its own: its cost cannot be avoided apart (rule R7). */
  readonly isBundled: boolean;
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
  /** Every contract, sorted by id, but for those of hidden and excluded apps. */
  readonly contracts: readonly AssessedContract[];
  /** Contracts in force of hidden apps. */
  readonly hiddenContracts: readonly AssessedContract[];
  /** Contracts in force that belong to no app that was read, sorted by id; they are in no cost. */
  readonly withoutApp: readonly AssessedContract[];
  /** A source behind the totals is not complete. */
  readonly partial: boolean;
}
