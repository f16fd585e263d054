/** Tools that ask the person: about the mapping, and for decisions. What they write lies on this machine alone. */
import * as z from 'zod/mini';
import { isJsonObject, type JsonObject } from '../../torii/json.ts';
import { proposalSchema } from './decision-form.ts';

export interface PersonTool {
  readonly name: 'review_mapping' | 'propose_decision';
  readonly title: string;
  readonly description: string;
  readonly inputSchema: JsonObject;
}

export const personTools: readonly PersonTool[] = [
  {
    name: 'review_mapping',
    title: 'Ask the person about the mapping',
    description:
      'Puts the questions that only a person can answer (units of money, what a status means, who approves) to the ' +
      'person, in a form where the client can show one, else as text for you to ask. Answers move every figure. ' +
      'They are kept in the tenant pack only if the person says so.',
    inputSchema: schemaOf(z.strictObject({})),
  },
  {
    name: 'propose_decision',
    title: 'Propose a decision to the person',
    description:
      'Proposes decisions on findings or edits of the plan. The person sees them and decides; only then are they ' +
      'written, to decisions.json in the tenant pack on this machine. Nothing ever goes to Torii.',
    inputSchema: schemaOf(proposalSchema),
  },
];

export function isPersonTool(name: string): name is PersonTool['name'] {
  return personTools.some((tool) => tool.name === name);
}

function schemaOf(schema: z.ZodMiniType): JsonObject {
  const { $schema: _, ...body } = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
  const json: unknown = JSON.parse(JSON.stringify(body));
  return isJsonObject(json) ? json : {};
}
