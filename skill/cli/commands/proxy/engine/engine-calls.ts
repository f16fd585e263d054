/**
 * Calls of the engine's tools: one reading behind all of them, answers from memory.
 *
 * In: the connection of the proxy, and where the tenant pack lies. Out: tool results, failures among them as
 * readable texts. What is logged names the tool and how it ended, never an argument or a record.
 */
import type { CallToolResult, Tool } from '@modelcontextprotocol/sdk/types.js';
import { asksRefresh, engineToolNamed, engineTools } from '../../../../server/engine.ts';
import { createHeldReading, type HeldReading, type TellProgress } from '../../../../server/held.ts';
import type { JsonObject } from '../../../../torii/json.ts';
import { readHeld, type HeldReadingInputs, type ReadAndHeld } from './read-held.ts';

export interface EngineCall {
  readonly name: string;
  readonly args: JsonObject;
  readonly signal: AbortSignal;
  readonly tell: TellProgress;
}

export interface Engine {
  /** The engine's tools, as they are listed. */
  readonly tools: readonly Tool[];
  /** Null for a name that is not one of them. Never rejects. */
  answer(call: EngineCall): Promise<CallToolResult> | null;
  close(): void;
}

export interface EngineInputs extends HeldReadingInputs {
  readonly maxAgeMs: number;
}

export function createEngine(inputs: EngineInputs): Engine {
  const { clock, maxAgeMs } = inputs;
  const reading = createHeldReading<ReadAndHeld>({
    read: (signal, tell) => readHeld(inputs, signal, tell),
    clock,
    maxAgeMs,
  });
  return {
    tools: engineTools.map(listedTool),
    answer(call) {
      return engineToolNamed(call.name) === null ? null : answerFrom(reading, call);
    },
    close: () => reading.close(),
  };
}

function listedTool({ name, title, description, inputSchema, outputSchema }: (typeof engineTools)[number]): Tool {
  return {
    name,
    title,
    description,
    inputSchema: { ...inputSchema, type: 'object' },
    outputSchema: { ...outputSchema, type: 'object' },
    annotations: { title, readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  };
}

async function answerFrom(
  reading: HeldReading<ReadAndHeld>,
  { name, args, signal, tell }: EngineCall,
): Promise<CallToolResult> {
  const got = await reading.get({ fresh: asksRefresh(args), signal, tell });
  if (!got.ok) return errorResult(got.sentence);
  const { held } = got.value;
  if (held.doubts.length > 0) return errorResult(doubtText(held.doubts));
  const answer = engineToolNamed(name)?.answer(held, args);
  if (answer === undefined) return errorResult(`${name} is not a tool of the engine.`);
  if (!answer.ok) return errorResult(answer.text);
  const note =
    got.notRenewed === null ? [] : [{ type: 'text' as const, text: `Torii could not be read again: ${got.notRenewed}` }];
  return { content: [{ type: 'text', text: answer.text }, ...note], structuredContent: answer.content };
}

function errorResult(text: string): CallToolResult {
  return { content: [{ type: 'text', text }], isError: true };
}

/** A first figure that other records contradict ten times over is not said but asked. */
function doubtText(doubts: readonly string[]): string {
  return [
    'No figure can be said yet: the unit of money is in doubt.',
    ...doubts.map((doubt) => `- ${doubt}`),
    'Call review_mapping: it asks the person to compare one figure with Torii or an invoice.',
  ].join('\n');
}
