/**
 * What a server teaches about its arguments by refusing them, where no schema says it beforehand:
 * "expected string, received array" makes the next call send text, and the first
 * call of the next tool too.
 */
import { unknownForm } from '../tools/argument-forms.ts';
import type { ArgumentForm, ArgumentForms, ToolReply } from '../base/bridge.ts';
import type { ReadTool } from '../base/catalog.ts';
import type { ToolFailure } from '../base/failure.ts';
import type { JsonObject } from '../base/json.ts';

const EXPECTED =
  /expected"?:?\s*"?(string|array|object|number|boolean)|must be (?:an? |of type )?(string|array|object|number|boolean)/i;

function formOf(type: string): ArgumentForm {
  return { ...unknownForm, types: [type.toLowerCase()] };
}

export interface LearnedArguments {
  /** The forms known beforehand, with what was learnt in place of what is not said. */
  apply(tool: ReadTool, forms: ArgumentForms | null, args: JsonObject): ArgumentForms | null;
  /** Notes the form a refusal asks for, and marks the refusal as worth one more try. */
  learn(reply: ToolReply | ToolFailure, sent: JsonObject): ToolReply | ToolFailure;
}

export function createLearnedArguments(): LearnedArguments {
  const learnt = new Map<ReadTool, Record<string, ArgumentForm>>();
  /** Of any tool: one server speaks one way, so what one tool refused the next is not asked. */
  const ofAnyTool: Record<string, ArgumentForm> = {};
  return {
    apply(tool, forms, args) {
      const taught = learnt.get(tool);
      if (forms !== null) return taught === undefined ? forms : { ...forms, ...taught };
      const guessed = Object.keys(args).map((key) => [key, ofAnyTool[key] ?? unknownForm]);
      return { ...Object.fromEntries(guessed), ...taught };
    },
    learn(reply, sent) {
      if (reply.ok || reply.kind !== 'bad-arguments' || reply.tool === null) return reply;
      const [, expected, wanted] = EXPECTED.exec(reply.message) ?? [];
      const type = expected ?? wanted;
      const { field } = reply;
      if (type === undefined || field === null || !Object.hasOwn(sent, field)) return reply;
      const taught = learnt.get(reply.tool) ?? {};
      if (Object.hasOwn(taught, field)) return reply;
      ofAnyTool[field] = formOf(type);
      learnt.set(reply.tool, { ...taught, [field]: formOf(type) });
      return { ...reply, retryable: true };
    },
  };
}
