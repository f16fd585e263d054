/**
 * A draft mapping for a tenant that has none, and the questions only a person can answer.
 * In: field definitions and records. Out: a draft with its evidence, and at most five questions.
 */
export { type MappingDraft, draftMapping } from './discovery/discover.ts';
export { draftOf } from './discovery/draft.ts';
export { moneyContradictions } from './discovery/draft-money.ts';
export { setValues } from './discovery/set-values.ts';
export { withQuestions } from './discovery/kept-questions.ts';
export { type AnswerOption, type Question, questionsFor } from './discovery/questions.ts';
export { unnamedTenant } from './files/tenant-facts.ts';
