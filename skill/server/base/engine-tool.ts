/**
 * What a tool of the engine is: words for a model, schemas made from zod, and a pure answer.
 *
 * In: the held analysis and arguments that were checked. Out: a text that is complete in itself and the same
 * as data. What is wrong with the arguments comes back as a text, never as a rejection.
 */
import * as z from 'zod/mini';
import { checkFile } from '../../mapping/tenant-files.ts';
import { isJsonObject, type JsonObject } from '../../torii/json.ts';
import { frameFields, frameOf } from './frame.ts';
import type { HeldAnalysis } from './held-analysis.ts';

export interface EngineAnswer {
  readonly ok: true;
  readonly text: string;
  readonly content: JsonObject;
}

/** Why there is no answer, and what would help; for the model to act on. */
export interface NoAnswer {
  readonly ok: false;
  readonly text: string;
}

/** Told to hosts: every one of these tools only reads, and reads nothing but what the server holds. */
export interface EngineTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: JsonObject;
  readonly outputSchema: JsonObject;
  /** @param args as the client sent them */
  readonly answer: (held: HeldAnalysis, args: JsonObject) => EngineAnswer | NoAnswer;
}

interface ToolSpec<Input extends z.ZodMiniType, Content extends z.core.$ZodLooseShape> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** A strict object; `refresh` is added by itself. */
  readonly input: Input;
  /** Fields beside the frame that every answer has. */
  readonly content: Content;
  readonly answer: (
    held: HeldAnalysis,
    input: z.output<Input>,
  ) =>
    | { readonly ok: true; readonly text: string; readonly content: z.input<z.ZodMiniObject<Content>> }
    | NoAnswer;
}

/** Whether a call asks for a new reading before its answer. */
export function asksRefresh(args: JsonObject): boolean {
  return args['refresh'] === true;
}

const refresh = z
  .optional(z.boolean())
  .check(z.describe('Read Torii again first. Leave it out: all answers then rest on one reading.'));

export function defineTool<Input extends z.ZodMiniObject, Content extends z.core.$ZodLooseShape>(
  spec: ToolSpec<Input, Content>,
): EngineTool {
  const { name, title, description, input } = spec;
  const output = z.object({ ...frameFields, ...spec.content });
  return {
    name,
    title,
    description,
    inputSchema: schemaOf(z.extend(input, { refresh }), 'input'),
    outputSchema: schemaOf(output, 'output'),
    answer(held, args) {
      const { refresh: _, ...own } = args;
      const checked = checkFile(input, own, { name: 'The arguments' });
      if (!checked.ok) return { ok: false, text: problemText(name, checked.problems) };
      const answer = spec.answer(held, checked.value);
      if (!answer.ok) return answer;
      return { ok: true, text: answer.text, content: asJson({ ...frameOf(held), ...answer.content }) };
    },
  };
}

/** Draft 7 without `$schema`, which every validator of a client takes. */
export function schemaOf(schema: z.ZodMiniType, io: 'input' | 'output'): JsonObject {
  const { $schema: _, ...body } = z.toJSONSchema(schema, { io, target: 'draft-7' });
  return asJson(body);
}

/** As it will travel: without what is undefined. */
export function asJson(value: object): JsonObject {
  const json: unknown = JSON.parse(JSON.stringify(value));
  return isJsonObject(json) ? json : {};
}

/** More than these say that another tool was meant. */
const MOST_PROBLEMS = 6;

function problemText(
  name: string,
  problems: readonly { readonly path: string; readonly message: string; readonly remedy: string }[],
): string {
  const lines = problems
    .slice(0, MOST_PROBLEMS)
    .map(({ path, message, remedy }) => `- ${path || 'arguments'}: ${message} ${remedy}`.trimEnd());
  return [`${name} could not follow the arguments:`, ...lines].join('\n');
}
