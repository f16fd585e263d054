/**
 * The shape of an analysis, and the fixed numbers its rules use.
 * Money is in integer minor units of the tenant's currency, shares in percent unless a name says otherwise.
 */
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
  type AnalysisJson,
  type AnalyzedApp,
  type Bucket,
  type Confidence,
  type CostBasis,
  type Decimal,
  type Decision,
  type Depth,
  type Effect,
  effects,
  type Finding,
  type FindingType,
  findingTypes,
  type IsoDate,
  type LedgerRow,
  type Lever,
  levers,
  type Minor,
  type PlanEdit,
  type PlanEntry,
  type Renewal,
  type SeatPartition,
  type Totals,
} from './base/contract.ts';
export { deadlineBuckets } from './contracts/notice.ts';
export { informingTypes, planTypes } from './findings/finding.ts';
export { assumedFactor } from './findings/notice.ts';
