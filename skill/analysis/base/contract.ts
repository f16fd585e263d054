/**
 * The shape of an analysis: one ledger and everything that explains it. Its fields are in the tables of
 * records/, from which these types are made.
 *
 * `Analysis` is what the engine returns, amounts as integer minor units of the tenant currency.
 * `AnalysisJson` is the same shape as outsiders see it, amounts as decimal strings in major units
 * (facts/to-json.ts). Dates are ISO calendar dates everywhere. Never change a name or a meaning
 * without a new `schemaVersion`.
 */
import type { analysisFields, depthFields } from '../records/analysis.ts';
import type { appFields } from '../records/app.ts';
import type { Decimal, Minor, RecordOf } from '../records/field.ts';
import type { leftOutFields, unreadableFields } from '../records/cost.ts';
import type { findingFields } from '../records/finding.ts';
import type { ledgerRowFields } from '../records/ledger-row.ts';
import type { decisionFields, planEditFields, planEntryFields } from '../records/plan.ts';
import type { renewalFields } from '../records/renewal.ts';
import type { appSeatFields, seatCounts, seatFields, seatLineFields } from '../records/seats.ts';
import type { totalsFields } from '../records/totals.ts';

export type { Decimal, IsoDate, Minor } from '../records/field.ts';

export interface SeatCounts extends RecordOf<typeof seatCounts, never> {}
export interface SeatPartition extends RecordOf<typeof seatFields, never> {}
export interface SeatLine<Amount> extends RecordOf<typeof seatLineFields, Amount> {}
export interface AppSeats<Amount> extends RecordOf<typeof appSeatFields, Amount> {}
export interface AnalyzedApp<Amount> extends RecordOf<typeof appFields, Amount> {}
export interface Renewal<Amount> extends RecordOf<typeof renewalFields, Amount> {}
export interface Finding<Amount> extends RecordOf<typeof findingFields, Amount> {}
export interface LedgerRow<Amount> extends RecordOf<typeof ledgerRowFields, Amount> {}
export interface Totals<Amount> extends RecordOf<typeof totalsFields, Amount> {}
export interface PlanEntry extends RecordOf<typeof planEntryFields, never> {}
export interface PlanEditOf<Amount> extends RecordOf<typeof planEditFields, Amount> {}
export interface PlanEdit extends PlanEditOf<Minor> {}
export interface Decision extends RecordOf<typeof decisionFields, never> {}
export interface AnalysisOf<Amount> extends RecordOf<typeof analysisFields, Amount> {}
export interface Analysis extends AnalysisOf<Minor> {}
export interface AnalysisJson extends AnalysisOf<Decimal> {}

export interface LeftOut extends RecordOf<typeof leftOutFields, never> {}
export interface Unreadable extends RecordOf<typeof unreadableFields, never> {}

export type CostBasis = AnalyzedApp<Minor>['costBasis'];
export type PriceBasis = SeatLine<Minor>['priceBasis'];
export type CostComplete = AnalyzedApp<Minor>['costComplete'];
export type Bucket = Renewal<Minor>['bucket'];
export type FindingType = Finding<Minor>['type'];
export type Queue = Finding<Minor>['queue'];
export type Confidence = Finding<Minor>['confidence'];
export type Lever = LedgerRow<Minor>['lever'];
export type RowTiming = LedgerRow<Minor>['timing'];
export type Effect = LedgerRow<Minor>['effect'];

/** Which apps' user rows may move the headline. Part of the inputs, never a side effect of looking. */
export interface Depth {
  readonly basis: RecordOf<typeof depthFields, never>['basis'];
  /** Apps analyzed from user rows; empty at aggregate depth. */
  readonly appIds: readonly number[];
}
