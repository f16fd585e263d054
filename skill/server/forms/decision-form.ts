/**
 * Decisions that a model proposes, as a form for the person who takes them. In: what is proposed. Out: the form;
 * and the content of decisions.json with them, under the name that the person gave.
 */
import * as z from 'zod/mini';
import type { Analysis } from '../../analysis/contract.ts';
import { renderName } from '../../analysis/facts.ts';
import { checkFile, parseDecisions, type DecisionsFile } from '../../mapping/tenant-files.ts';
import { planOf } from '../../report/texts.ts';
import type { JsonObject } from '../../torii/json.ts';
import { appNamed, appReference } from '../base/app-named.ts';
import { editsInFile, editSchema } from '../base/asked-edits.ts';
import type { PersonForm } from './mapping-form.ts';

const verdicts = ['accepted', 'rejected', 'accepted-risk', 'snoozed-until'] as const;

const decisionSchema = z.strictObject({
  app: z.optional(appReference).check(z.describe('Every finding of this app; or name one finding')),
  finding: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  verdict: z.enum(verdicts),
  until: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'a date such as 2026-11-22'))),
  reason: z.optional(z.string().check(z.maxLength(500))),
});

export const proposalSchema = z.strictObject({
  decisions: z._default(z.array(decisionSchema).check(z.maxLength(20)), []),
  edits: z._default(z.array(editSchema).check(z.maxLength(20)), []),
});

export type Proposal = z.output<typeof proposalSchema>;

export type ReadProposal =
  | { readonly ok: true; readonly proposal: Proposal }
  | { readonly ok: false; readonly text: string };

export function readProposal(args: JsonObject): ReadProposal {
  const checked = checkFile(proposalSchema, args, { name: 'The arguments' });
  if (!checked.ok) {
    return { ok: false, text: checked.problems.map(({ path, message }) => `${path}: ${message}`).join('\n') };
  }
  const { decisions, edits } = checked.value;
  if (decisions.length + edits.length === 0)
    return { ok: false, text: 'Propose at least one decision or edit.' };
  return { ok: true, proposal: checked.value };
}

/** @param folder where decisions.json lies */
export function decisionForm(proposal: Proposal, folder: string, analysis: Analysis): PersonForm {
  return {
    message: [
      'Proposed for the tenant pack; nothing of it goes to Torii:',
      ...proposalLines(proposal, analysis),
    ].join('\n'),
    fields: {
      by: { type: 'string', title: 'Your name', description: 'Kept with the decision' },
      save: {
        type: 'boolean',
        title: 'I decide so',
        description: `Write this into decisions.json in ${folder}`,
        default: false,
      },
    },
    required: ['by', 'save'],
  };
}

/** What is proposed, a line each. */
export function proposalLines({ decisions, edits }: Proposal, analysis: Analysis): string[] {
  const nameOf = (app: string | number): string => {
    const named = appNamed(analysis, app);
    return named.ok ? renderName(named.app.name) : renderName(String(app));
  };
  return [
    ...decisions.map(({ app, finding, verdict, until, reason }) => {
      const about = app === undefined ? renderName(finding ?? 'nothing') : nameOf(app);
      const why = reason === undefined ? '' : `: ${renderName(reason)}`;
      return `- ${about}: ${verdict}${until === undefined ? '' : ` ${until}`}${why}`;
    }),
    ...edits.map(({ app, action, survivor, ...rest }) => {
      const taker = survivor === undefined ? '' : ` ${nameOf(survivor)}`;
      const more = Object.entries(rest).map(([key, value]) => `, ${key} ${String(value)}`);
      return `- ${nameOf(app)}: ${action}${taker}${more.join('')}`;
    }),
  ];
}

export type DecidedFile =
  | { readonly ok: true; readonly file: DecisionsFile }
  | { readonly ok: false; readonly text: string };

/** The file with the proposal added; checked whole, so that a wrong part writes nothing. */
export function decidedFile(
  proposal: Proposal,
  before: DecisionsFile | null,
  { by, at }: { readonly by: string; readonly at: string },
  analysis: Analysis,
): DecidedFile {
  const edits = editsInFile(proposal.edits, { by, at }, analysis);
  if (!edits.ok) return edits;
  const decisions = [];
  for (const { app, ...rest } of proposal.decisions) {
    const named = app === undefined ? null : appNamed(analysis, app);
    if (named !== null && !named.ok) return named;
    decisions.push({ ...rest, ...(named !== null && { appId: named.app.id }), by, at });
  }
  const parsed = parseDecisions({
    schemaVersion: 1,
    tenant: analysis.inputs.mapping.tenant,
    ...before,
    decisions: [...(before?.decisions ?? []), ...decisions],
    edits: [...(before?.edits ?? []), ...edits.edits],
  });
  const plan = parsed.ok ? planOf(parsed.decisions, analysis.currency) : parsed;
  if (parsed.ok && plan.ok) return { ok: true, file: parsed.decisions };
  const problems = plan.ok ? [] : plan.problems;
  return { ok: false, text: problems.map(({ path, message }) => `${path}: ${message}`).join('\n') };
}
