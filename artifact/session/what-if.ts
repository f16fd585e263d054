/**
 * What a reader has decided, planned and assumed on the page, and the text that hands it back to Claude.
 *
 * In: entries in the form of decisions.json. Out: changed copies, and what applies once they are merged with
 * the entries the page came with; figures under another what-if, for comparison. Nothing is stored.
 */
export { formatDecisionsForClaude } from './model/decisions-for-claude.ts';
export { choosePolicy, chooseUtilization, percentLimits, targetUtilizationOf } from './model/right-sizing.ts';
export {
  isWhatIf,
  mergeDecisions,
  type TriedAssumptions,
  type MadeDecision,
  type MadeEdit,
  type WhatIf,
  withAssumptions,
  withoutEdit,
  withRemoved,
} from './model/what-if.ts';
export { tryWhatIf, type Trial } from './reading/try-what-if.ts';
export { assumptionWords, policyNames, whatIfWords } from './model/what-if-words.ts';
