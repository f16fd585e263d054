/**
 * What the texts of the skill take from the code, by the name in their markers. Each gives
 * lines of Markdown; none of them says a figure, a name or a rule that the code does not hold.
 */
import { analysisShape } from './analysis-shape.ts';
import { canonicalFieldsTable } from './canonical-fields.ts';
import { confidenceLevelsLine, confidenceTable } from './confidence.ts';
import { failuresTable } from './failures.ts';
import { findingsTable } from './findings.ts';
import { leversTable } from './levers.ts';
import { bucketsLine, questionsLine } from './renewals.ts';
import { statesTable } from './states.ts';
import { thresholdsTable } from './thresholds.ts';
import { calledToolsLine, readToolsLine, toolsTable } from './tools.ts';
import { validationPromptsList, vocabularyTable } from './vocabulary.ts';

export const tables: Readonly<Record<string, () => readonly string[]>> = {
  'analysis-shape': analysisShape,
  'called-tools': calledToolsLine,
  'canonical-fields': canonicalFieldsTable,
  confidence: confidenceTable,
  'confidence-levels': confidenceLevelsLine,
  'deadline-buckets': bucketsLine,
  failures: failuresTable,
  findings: findingsTable,
  'first-questions': questionsLine,
  levers: leversTable,
  'read-tools': readToolsLine,
  states: statesTable,
  thresholds: thresholdsTable,
  tools: toolsTable,
  'validation-prompts': validationPromptsList,
  vocabulary: vocabularyTable,
};
