/**
 * Checks decisions.json of the tenant pack. In: parsed JSON of any shape. Out: the decisions with every
 * default filled in, or the list of problems, each with key and remedy. Nothing is thrown.
 */
import type { Problem } from '../base/problem.ts';
import { checkFile } from './checked.ts';
import { decisionsSchema, type DecisionsFile } from './decisions.ts';

export type ParsedDecisions =
  | { readonly ok: true; readonly decisions: DecisionsFile }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export function parseDecisions(json: unknown): ParsedDecisions {
  const checked = checkFile(decisionsSchema, json, { name: 'decisions file' });
  if (!checked.ok) return checked;
  const { decisions, edits } = checked.value;
  const problems = [
    ...decisions.flatMap((entry, index) => subjectProblems(entry, `decisions.${index}`)),
    ...edits.flatMap((entry, index) => survivorProblems(entry, `edits.${index}`)),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, decisions: checked.value };
}

function subjectProblems(entry: DecisionsFile['decisions'][number], path: string): Problem[] {
  const problems: Problem[] = [];
  if ((entry.finding === undefined) === (entry.appId === undefined)) {
    problems.push({
      path,
      message: 'A decision is about one finding or one app.',
      remedy: 'Give either "finding" or "appId".',
    });
  }
  if (entry.verdict === 'snoozed-until' && entry.until === undefined) {
    problems.push({
      path: `${path}.until`,
      message: 'Snoozed until when?',
      remedy: 'Add "until": a date such as "2026-11-22".',
    });
  }
  return problems;
}

function survivorProblems(entry: DecisionsFile['edits'][number], path: string): Problem[] {
  const problem = survivorProblem(entry);
  return problem === null ? [] : [{ path: `${path}.survivorId`, ...problem }];
}

function survivorProblem(entry: DecisionsFile['edits'][number]): Omit<Problem, 'path'> | null {
  if (entry.action !== 'replaceBy') return null;
  if (entry.survivorId === undefined) {
    return { message: 'Replaced by which app?', remedy: 'Add "survivorId": the id of the app that stays.' };
  }
  if (entry.survivorId !== entry.appId) return null;
  return { message: `App ${entry.appId} cannot replace itself.`, remedy: 'Name the app that stays.' };
}
