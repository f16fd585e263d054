/**
 * What people decided about findings and apps, and the plan edits they made: `decisions.json` of the
 * tenant pack. Unknown keys are errors; a decision names a finding or an app, never both.
 */
import * as z from 'zod/mini';
import { count, id, isoDate, price, text } from './formats.ts';
import type { Problem } from './problem.ts';
import { schemaProblems } from './schema-problems.ts';

const decision = z.strictObject({
  finding: z.optional(text),
  appId: z.optional(id),
  verdict: z.enum(['accepted', 'rejected', 'accepted-risk', 'snoozed-until']),
  until: z.optional(isoDate),
  by: text,
  at: isoDate,
  reason: z.optional(z.string()),
});

/** The same shape as a plan edit of the analysis; amounts are decimal text in the tenant currency, major units. */
const edit = z.strictObject({
  appId: id,
  action: z.enum(['keep', 'retire', 'replaceBy']),
  survivorId: z.optional(id),
  seatTarget: z.optional(count),
  tierPrice: z.optional(price),
  pricePercent: z.optional(z.number().check(z.gte(0), z.lte(100))),
  projectedAnnual: z.optional(price),
  oneTime: z.optional(price),
  by: text,
  at: isoDate,
  note: z.optional(z.string()),
});

export const decisionsSchema = z.strictObject({
  $schema: z.optional(z.string()),
  schemaVersion: z.literal(1),
  tenant: text,
  decisions: z._default(z.array(decision), []),
  edits: z._default(z.array(edit), []),
});

export type Decisions = z.output<typeof decisionsSchema>;
export type DecisionsInput = z.input<typeof decisionsSchema>;

export type ParsedDecisions =
  | { readonly ok: true; readonly decisions: Decisions }
  | { readonly ok: false; readonly problems: Problem[] };

export function parseDecisions(json: unknown): ParsedDecisions {
  const parsed = decisionsSchema.safeParse(json);
  if (!parsed.success) return { ok: false, problems: schemaProblems(parsed.error, decisionsSchema, json) };
  const decisions = parsed.data;
  const problems = [
    ...decisions.decisions.flatMap((entry, index) => subjectProblems(entry, `decisions.${index}`)),
    ...decisions.edits.flatMap((entry, index) => survivorProblems(entry, `edits.${index}`)),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, decisions };
}

function subjectProblems(entry: Decisions['decisions'][number], path: string): Problem[] {
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

function survivorProblems(entry: Decisions['edits'][number], path: string): Problem[] {
  const problem = survivorProblem(entry);
  return problem === null ? [] : [{ path: `${path}.survivorId`, ...problem }];
}

function survivorProblem(entry: Decisions['edits'][number]): Omit<Problem, 'path'> | null {
  if (entry.action !== 'replaceBy') return null;
  if (entry.survivorId === undefined) {
    return { message: 'Replaced by which app?', remedy: 'Add "survivorId": the id of the app that stays.' };
  }
  if (entry.survivorId !== entry.appId) return null;
  return { message: `App ${entry.appId} cannot replace itself.`, remedy: 'Name the app that stays.' };
}
