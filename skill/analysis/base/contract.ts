/**
 * The shape of an analysis: one ledger and everything that explains it.
 *
 * `Analysis` is what the engine returns, amounts as integer minor units of the tenant currency.
 * `AnalysisJson` is the same shape as outsiders see it, amounts as decimal strings in major units
 * (see json.ts). Dates are ISO calendar dates everywhere. Never change a name or a meaning here
 * without a new `schemaVersion`.
 */
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { Completeness, ContractClass, StateClass } from '../../mapping/portfolio.ts';

/** Integer minor units of the tenant currency. */
export type Minor = number;
/** Decimal string in major units of the tenant currency, such as "-1200.50". */
export type Decimal = string;
/** ISO calendar date, such as "2026-11-22". */
export type IsoDate = string;

export type Confidence = 'high' | 'medium' | 'low';
export type Queue = 'plan' | 'review' | 'info';
export type CostBasis = 'contract' | 'licences' | 'expenses' | 'none';
/** A field that holds something which cannot be read, as it is recorded. */
export interface Unreadable {
  readonly field: string;
  readonly raw: string;
}
export type Bucket =
  | 'missed'
  | '0-30'
  | '31-60'
  | '61-90'
  | '91-120'
  | 'later'
  | 'rolling'
  | 'ends'
  | 'no-date'
  | 'ended'
  | 'superseded';

export const findingTypes = [
  'unassigned',
  'departed',
  'inactive',
  'downgrade',
  'over-assigned',
  'overlap',
  'bundle-covered',
  'unsanctioned-paid',
  'bought-outside-contract',
  'no-owner',
  'owner-departed',
  'notice-missed',
  'notice-near',
  'no-date',
  'price-outlier',
  'spend-variance',
  'closed-but-paid',
  'hidden-but-paid',
  'ended-with-spend',
  'stale-usage',
  'unmapped-state',
  'duplicate-suspect',
  'possible-renewal',
  'zone-shifted-dates',
  'invalid-value',
] as const;
export type FindingType = (typeof findingTypes)[number];

/** Levers in the order in which they are attributed (rule R3); `added-seats` is the cost of R6. */
export const levers = [
  'retire',
  'consolidate',
  'bundle',
  'departed',
  'unassigned',
  'inactive',
  'tier',
  'price',
  'added-seats',
] as const;
export type Lever = (typeof levers)[number];

/** What a person changed in the plan, or asked in a what-if. */
export interface PlanEditOf<Amount> {
  readonly appId: number;
  readonly action: 'keep' | 'retire' | 'replaceBy';
  readonly survivorId?: number;
  readonly seatTarget?: number;
  /** New price of one seat a year, for the seats that remain. */
  readonly tierPrice?: Amount;
  /** Price ask in percent of the residual cost. */
  readonly pricePercent?: number;
  /** What the survivor or the renegotiated app will cost a year, when a quote is known. */
  readonly projectedAnnual?: Amount;
  readonly oneTime?: Amount;
  readonly by: string;
  readonly at: IsoDate;
  readonly note?: string;
}

export type PlanEdit = PlanEditOf<Minor>;

/**
 * What a person decided about a finding, by its id, or about every finding of an app, by `app/<id>`.
 * Rejected, accepted as a risk, or snoozed beyond the analysis date: the finding leaves the rules' plan.
 */
export interface Decision {
  readonly id: string;
  readonly verdict: 'accepted' | 'rejected' | 'accepted-risk' | 'snoozed';
  readonly until?: IsoDate;
}

/** Which apps' user rows may move the headline. Part of the inputs, never a side effect of looking. */
export interface Depth {
  readonly basis: 'aggregate' | 'users';
  /** Apps analyzed from user rows; empty at aggregate depth. */
  readonly appIds: readonly number[];
}

export interface SeatPartition {
  readonly basis: 'summary' | 'users';
  readonly purchased: number;
  readonly assigned: number;
  readonly unassigned: number;
  readonly departed: number;
  readonly exempt: number;
  readonly grace: number;
  readonly unknown: number;
  readonly inactive: number;
  readonly lowerTier: number;
  readonly active: number;
  readonly overAssigned: number;
}

export interface AnalyzedApp<Amount> {
  readonly id: number;
  readonly name: string;
  readonly state: string | null;
  readonly stateClass: StateClass;
  readonly category: string | null;
  readonly vendor: string | null;
  readonly owner: { readonly id: string } | null;
  readonly costAnnual: Amount | null;
  readonly costBasis: CostBasis;
  /** The amount in the currency it was recorded in, when that is not the tenant's. */
  readonly native: { readonly amount: Amount; readonly currency: string } | null;
  readonly expenses12m: Amount | null;
  readonly activeUsers: number | null;
  readonly costPerActiveUser: Amount | null;
  readonly lastUsedAt: IsoDate | null;
  readonly seats: SeatPartition | null;
  readonly action: 'keep' | 'retire' | 'replaceBy';
  readonly projectedAnnual: Amount | null;
  /** Cost − projected: what the ledger rows of the app add up to; null where the cost is unknown. */
  readonly hardSavingAnnual: Amount | null;
}

export interface Renewal<Amount> {
  readonly contractId: number;
  readonly appId: number | null;
  readonly appName: string | null;
  readonly name: string;
  /** As recorded. */
  readonly status: string | null;
  readonly termStart: IsoDate | null;
  readonly termEnd: IsoDate | null;
  readonly noticeDays: number | null;
  readonly noticeAssumed: boolean;
  readonly deadline: IsoDate | null;
  readonly autoRenew: boolean | null;
  readonly renewalTermMonths: number | null;
  readonly statusClass: ContractClass;
  readonly bucket: Bucket;
  /** The contract that renews this one. */
  readonly supersededBy: number | null;
  /** The contract of which this is a copy, and which is counted instead. */
  readonly duplicateOf: number | null;
  readonly annualValue: Amount | null;
  readonly earliestExit: IsoDate | null;
  /** What it costs to let the deadline pass; null where there is none to miss, or it has passed. */
  readonly ifMissed: {
    readonly committedUntil: IsoDate;
    readonly committedAmount: Amount | null;
    /** What the idle seats of this contract cost a year. */
    readonly wasteAnnual: Amount | null;
  } | null;
  /** The part of the app's hard saving that hangs on this contract; null where that cannot be told. */
  readonly savingAnnual: Amount | null;
  readonly unreadable: readonly Unreadable[];
  /** In words and stable: "rolled", "record out of date", "deadlines disagree", … */
  readonly flags: readonly string[];
}

export interface Finding<Amount> {
  /** `type:subject:rule`; the same finding keeps its id across runs. */
  readonly id: string;
  readonly type: FindingType;
  readonly appId: number | null;
  readonly contractId: number | null;
  /** Standalone amount: what this finding alone would touch. Never summed. */
  readonly amount: Amount | null;
  readonly low: Amount | null;
  readonly high: Amount | null;
  readonly confidence: Confidence;
  readonly score: number;
  readonly queue: Queue;
  readonly evidence: readonly string[];
  readonly against: readonly string[];
  readonly blockers: readonly string[];
  readonly action: string;
  /** The decision in force at the analysis date; null = none. */
  readonly decision: Decision['verdict'] | null;
}

export interface PlanEntry {
  readonly appId: number;
  readonly action: 'keep' | 'retire' | 'replaceBy';
  readonly survivorId: number | null;
  readonly seatTargets: readonly { readonly line: string; readonly from: number; readonly to: number }[];
  readonly source: 'rules' | 'person';
}

/**
 * Where a row stands in the headline. `decidable`: it can still be decided and takes effect at the
 * coming term end, or at once. `locked`: a missed deadline has pushed the exit beyond that term end.
 */
export type RowTiming = 'decidable' | 'locked' | 'exit-unknown';

/** When the money of a saving leaves: in days, unless a missed deadline locks it or its exit is unknown. */
export const effects = ['now', 'within30', 'within90', 'within365', 'later', 'locked', 'unknown'] as const;
export type Effect = (typeof effects)[number];

export interface LedgerRow<Amount> {
  readonly id: string;
  readonly appId: number;
  readonly lever: Lever;
  readonly seats: number | null;
  readonly hardAnnual: Amount;
  readonly avoidAnnual: Amount;
  readonly oneTime: Amount;
  readonly effectiveFrom: IsoDate | null;
  readonly timing: RowTiming;
  readonly effect: Effect;
  /** First notice deadline that must be met; null = none is known or needed. */
  readonly decideBy: IsoDate | null;
  readonly next12: Amount;
  readonly inYear: Amount;
  readonly confidence: Confidence;
  readonly supersededBy: string | null;
  readonly findingIds: readonly string[];
  readonly assumptions: readonly string[];
}

export interface Totals<Amount> {
  readonly baselineAnnual: Amount;
  readonly projectedAnnual: Amount;
  readonly hardSavingAnnual: Amount;
  readonly decidableAnnual: Amount;
  readonly lockedAnnual: Amount;
  readonly exitUnknownAnnual: Amount;
  /** The hard saving by when its money leaves. */
  readonly byEffect: Readonly<Record<Effect, Amount>>;
  readonly avoidanceAnnual: Amount;
  readonly oneTime: Amount;
  readonly liabilityAnnual: Amount;
  readonly wasteAnnual: Amount;
  readonly unknownSeatValueAnnual: Amount;
  readonly apps: number;
  readonly pricedApps: number;
  readonly unpricedApps: number;
  readonly hiddenApps: number;
  /** True when any source behind these totals is not complete: every use must say so. */
  readonly partial: boolean;
}

export interface AnalysisOf<Amount> {
  readonly schemaVersion: 1;
  readonly engine: { readonly name: string; readonly version: string };
  readonly asOf: IsoDate;
  readonly currency: string;
  readonly depth: {
    readonly basis: Depth['basis'];
    /** Apps whose seats rest on user rows. */
    readonly apps: number;
    /** Share of the baseline that those apps carry, 0 to 1. */
    readonly costShare: number;
  };
  readonly inputs: {
    readonly hash: string;
    readonly mapping: {
      readonly tenant: string;
      readonly status: 'draft' | 'approved';
      readonly approvedAt: IsoDate | null;
    };
    readonly config: AnalysisConfig;
    readonly edits: readonly PlanEditOf<Amount>[];
    readonly decisions: readonly Decision[];
    /** The one value of the Organizational View that this is narrowed to; absent where it is the whole. */
    readonly view?: string;
  };
  readonly completeness: readonly Completeness[];
  readonly totals: Totals<Amount>;
  readonly apps: readonly AnalyzedApp<Amount>[];
  readonly renewals: readonly Renewal<Amount>[];
  readonly findings: readonly Finding<Amount>[];
  readonly plan: readonly PlanEntry[];
  readonly ledger: readonly LedgerRow<Amount>[];
  readonly slices: readonly {
    readonly value: string;
    readonly baselineAnnual: Amount;
    readonly apps: number;
  }[];
  readonly selfAudit: readonly { readonly check: string; readonly ok: boolean; readonly detail: string }[];
}

export type Analysis = AnalysisOf<Minor>;
export type AnalysisJson = AnalysisOf<Decimal>;
