/**
 * Every figure has an address, a text and an explanation.
 * In: an analysis and a fact id such as `app/11/costAnnual`. Out: its value, its formula and the records behind it.
 * An id that names nothing gives null.
 */
export { treeHash } from './base/hasher.ts';
export { baselineComplete } from './base/completeness.ts';
export { type Group, type Grouping, groupsOf } from './base/groups.ts';
export { leversOf, type LeverSum, rowsOf, sum, sumsOf } from './base/lever-sums.ts';
export { explainFact } from './explain/explain.ts';
export type { Explanation, SourceRecord } from './explain/explanation.ts';
export { findingFormulas } from './explain/finding.ts';
export { assumptionsIn } from './facts/assumptions-in.ts';
export { addressOf, type Fact, factLabel, factValue, renderFact, sliceId } from './facts/facts.ts';
export { namedInTexts, type StatedTogether } from './facts/named-records.ts';
export { checkAgainst, checkNarrative, type NarrativeCheck } from './facts/narrative.ts';
export {
  renderCount,
  renderCounted,
  renderDate,
  renderMoney,
  renderName,
  renderPercent,
  renderWholeMoney,
} from './facts/render.ts';
export { toJson } from './facts/to-json.ts';
export { type MoneyWhen, moneyByWhen, whenSums } from './decisions/money-by-when.ts';
