/**
 * What leaves as text for people: report, brief, digest, the decisions in them and the sentences they share.
 * In: an analysis. Out: sentences whose figures carry fact ids, and Markdown made of them. Computes no money.
 */
export { boundWords } from './base/bounds.ts';
export { blockerSentences, findingSentence } from './base/finding-sentence.ts';
export {
  escaped,
  markdownOf,
  nameMarkdown,
  type Part,
  plainText,
  type Sentence,
  spokenText,
  type Style,
} from './base/sentence.ts';
export {
  copiedLabel,
  hasPrices,
  labelsOf,
  labelSentence,
  sourceNames,
  statusWords,
} from './base/coverage.ts';
export { type InboxItem, inboxOf } from '../analysis/analyze.ts';
export { decisionToTake, noneToTake, withoutContracts } from './decisions/decide.ts';
export { givingUp } from './decisions/giving-up.ts';
export { headlineOf, leadOf } from './decisions/outlook.ts';
export { appBriefMarkdown } from './text/app-brief-markdown.ts';
export { appBriefOf } from './text/app-brief.ts';
export { withOwnerNames } from './text/named-owners.ts';
export { advisory, briefMarkdown, headLines, withoutNotes } from './text/brief-markdown.ts';
export { type Brief, briefOf } from './text/brief.ts';
export { digestMarkdown } from './text/digest-markdown.ts';
export { type DigestContext, digestOf, noData } from './text/digest.ts';
export { markdownTable } from './text/markdown-table.ts';
export { planOf } from './text/plan-of.ts';
export { reportMarkdown } from './text/report-markdown.ts';
export { unknownsOf } from './text/unknowns.ts';
export { viewNotes } from './text/view-note.ts';
