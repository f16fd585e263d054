/** The record of what changed between two runs. */
import type { CostComplete, FindingType, IsoDate, Minor } from '../../analysis/contract.ts';
import type { Fact } from '../../analysis/facts.ts';
import type { VerifiedSaving } from './verified-savings.ts';

export interface NamedApp {
  readonly appId: number;
  readonly name: string;
}

export interface CostChange extends NamedApp {
  /** Minor units of the tenant currency; null = unknown. */
  readonly from: Minor | null;
  readonly to: Minor | null;
}

export interface FindingChange {
  readonly id: string;
  readonly type: FindingType | null;
  readonly appId: number | null;
}

export interface NearDeadline {
  readonly contractId: number;
  readonly name: string;
  readonly deadline: IsoDate;
}

export type ComparedTotal =
  | 'baselineAnnual'
  | 'hardSavingAnnual'
  | 'decidableAnnual'
  | 'unknownSeatValueAnnual';

export interface TotalChange {
  readonly total: ComparedTotal;
  /** Null = it was unknown then. */
  readonly from: Minor | null;
  /** Null = it is unknown now. */
  readonly to: Minor | null;
  /** What each of the two can be called; only the baseline is ever a bound. */
  readonly fromComplete: CostComplete;
  readonly toComplete: CostComplete;
}

/** What changed, before the figures that prose can cite are made of it. */
export interface ComparedRuns {
  readonly since: IsoDate;
  /** Why figures of the two runs cannot be set side by side; null = they can. */
  readonly incomparable: 'nothing' | 'tenant' | 'currency' | null;
  /** Only one of the runs saw every record: what seems new or gone may be a gap. */
  readonly isPartial: boolean;
  readonly totals: readonly TotalChange[];
  readonly apps: { readonly added: readonly NamedApp[]; readonly gone: readonly NamedApp[] };
  readonly costs: readonly CostChange[];
  readonly findings: { readonly added: readonly FindingChange[]; readonly gone: readonly FindingChange[] };
  readonly deadlines: readonly NearDeadline[];
  readonly verified: readonly VerifiedSaving[];
}

export interface Changes extends ComparedRuns {
  readonly facts: ReadonlyMap<string, Fact>;
}
