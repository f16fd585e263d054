/**
 * The engine: portfolio in, analysis out.
 * In: a portfolio, the configuration, the day and a person's edits. Out: an `Analysis`, the same for the same input.
 * Nothing throws for untidy records: what cannot be said is unknown and listed.
 */
export { countsOf, gapsIn, lostContracts, summariesApart } from './base/counts.ts';
export { type Answer, answerQuestions, type Answers, questionLimits } from './base/questions.ts';
export { type Cut, type Due, dueIn, listedOf } from './decisions/due.ts';
export { decisionDate, type InboxItem, inboxOf, nearNotices, type Step } from './decisions/inbox.ts';
export { analyze } from './stages/analyze.ts';
export { narrow } from './stages/narrow.ts';
export { recertify } from './stages/recertify.ts';
export { type MonthSpend, spendByMonth, type SpendByMonth } from './stages/spend-by-month.ts';
