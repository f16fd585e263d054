/**
 * Results that are kept: snapshots of records, baselines, published JSON, and what changed between two of them.
 * In: records or an analysis. Out: files without people unless they are asked for, or the list of changes.
 */
export { type Previous, previousRun } from './changes/changes.ts';
export { verifiedSavings } from './changes/verified-savings.ts';
export { analysisSchema } from './snapshot/analysis-schema.ts';
export { type Baseline, baselineSchema, parseBaseline } from './snapshot/baseline.ts';
export { baselineOf } from './snapshot/baseline-of.ts';
export { analysisText, baselineText } from './snapshot/published-json.ts';
export { isFromFuture, snapshotProblems } from './snapshot/snapshot-doubts.ts';
export { namelessText } from './snapshot/known-names.ts';
export {
  headSnapshot,
  heldFailure,
  heldFailures,
  type HeldHead,
  type HeldPart,
  heldPartSchema,
  heldProgress,
  heldRows,
  joinedParts,
  MOST_PART_SIGNS,
  parseHeldPart,
} from './snapshot/held-part.ts';
export { recordsOf, sharedSnapshot } from './snapshot/snapshot-records.ts';
export {
  parseSnapshot,
  type Snapshot,
  snapshotSchema,
  snapshotText,
  takeSnapshot,
} from './snapshot/snapshot.ts';
