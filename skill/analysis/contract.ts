/**
 * The shape of an analysis, and the fixed numbers its rules use.
 * Money is in integer minor units of the tenant's currency, shares in percent unless a name says otherwise.
 */
export { aiToolTable } from './base/ai-tools.ts';
export {
  confidenceLevels,
  freshnessFactors,
  gateIdlePercent,
  priceFactors,
  staleFactor,
  usageSourceFactors,
} from './base/confidence.ts';
export {
  type Analysis,
  type AnalyzedApp,
  type Bucket,
  type Confidence,
  type CostBasis,
  type CostComplete,
  type Decimal,
  type Decision,
  type Depth,
  type Finding,
  type FindingType,
  type IsoDate,
  type LeftOut,
  type LedgerRow,
  type Lever,
  type Minor,
  type PlanEdit,
  type PlanEntry,
  type Renewal,
  type SeatPartition,
  type Totals,
} from './base/contract.ts';
export { fieldWords } from './base/field-words.ts';
export { analysisFields } from './records/analysis.ts';
export { appFields } from './records/app.ts';
export {
  type FieldTable,
  type FieldValue,
  labelIn,
  pickFields,
  type RecordField,
  type RecordOf,
} from './records/field.ts';
export { findingFields, findingTypes } from './records/finding.ts';
export { isLive } from './base/live.ts';
export { effects, ledgerRowFields, levers } from './records/ledger-row.ts';
export { renewalFields } from './records/renewal.ts';
export { seatFields } from './records/seats.ts';
export { totalsFields } from './records/totals.ts';
export { deadlineBuckets } from './contracts/notice.ts';
export { informingTypes, planTypes } from './findings/finding.ts';
export { assumedFactor } from './findings/notice.ts';
