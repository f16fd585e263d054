/**
 * What is asked of the person: the questions of a mapping, and whether to take a decision.
 * In: questions or a proposal. Out: a form, and what follows from its answers. Writes nothing itself.
 */
export { decidedFile, decisionForm, proposalLines, readProposal } from './forms/decision-form.ts';
export { mappingAnswers, mappingForm, type PersonForm } from './forms/mapping-form.ts';
export { isPersonTool, type PersonOutcome, personTools, type PersonTool } from './forms/person-tools.ts';
