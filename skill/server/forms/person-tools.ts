/** Tools that ask the person: about the mapping, and for decisions. What they write lies on this machine alone. */
import * as z from 'zod/mini';
import type { JsonObject } from '../../torii/json.ts';
import { schemaOf } from '../base/engine-tool.ts';
import { proposalSchema } from './decision-form.ts';

const outcomes = ['nothing-open', 'not-asked', 'declined', 'taken'] as const;

/** What became of it, as data; the same for both tools. */
const outcomeSchema = z.object({
  outcome: z
    .enum(outcomes)
    .check(z.describe('not-asked: the client cannot show a form; declined: the person did not agree')),
  mapping: z.enum(['draft', 'approved']),
  written: z.nullable(z.string()).check(z.describe('File on this machine; null = nothing was written')),
  lines: z.array(z.string()).check(z.describe('Open questions, or what was proposed')),
});

export type PersonOutcome = z.infer<typeof outcomeSchema>;

const outputSchema = schemaOf(outcomeSchema, 'output');

export interface PersonTool {
  readonly name: 'review_mapping' | 'propose_decision';
  readonly title: string;
  readonly description: string;
  readonly inputSchema: JsonObject;
  readonly outputSchema: JsonObject;
}

export const personTools: readonly PersonTool[] = [
  {
    name: 'review_mapping',
    title: 'Ask the person about the mapping',
    description:
      'Puts the questions that only a person can answer (units of money, what a status means, who approves) to the ' +
      'person, in a form where the client can show one, else as text for you to ask. Answers move every figure. ' +
      'They are kept in the tenant pack only if the person says so.',
    inputSchema: schemaOf(z.strictObject({}), 'input'),
    outputSchema,
  },
  {
    name: 'propose_decision',
    title: 'Propose a decision to the person',
    description:
      'Proposes decisions on findings or edits of the plan. The person sees them and decides; only then are they ' +
      'written, to decisions.json in the tenant pack on this machine. Nothing ever goes to Torii.',
    inputSchema: schemaOf(proposalSchema, 'input'),
    outputSchema,
  },
];

export function isPersonTool(name: string): name is PersonTool['name'] {
  return personTools.some((tool) => tool.name === name);
}
