/**
 * Calls of the engine's tools: one reading behind all of them, answers from memory.
 *
 * In: the connection of the proxy, and where the tenant pack lies. Out: tool results, failures among them as
 * readable texts. What is logged names the tool and how it ended, never an argument or a record.
 */
import type { CallToolResult, Tool } from '@modelcontextprotocol/sdk/types.js';
import type { TenantMapping } from '../../../../mapping/mapping.ts';
import { asksRefresh, engineToolNamed, engineTools, type EngineTool } from '../../../../server/engine.ts';
import {
  createHeldReading,
  type HeldReading,
  type HeldValue,
  type ReadProblem,
  type TellProgress,
} from '../../../../server/held.ts';
import { isPersonTool, personTools } from '../../../../server/person.ts';
import {
  forViewsAlone,
  heldPart,
  heldProblem,
  heldTool,
  opensDashboard,
  readHeldArguments,
} from '../../../../server/view.ts';
import { isJsonObject } from '../../../../torii/json.ts';
import { neighborhood, type Neighborhood } from './neighbor.ts';
import { answerPerson, type PersonCall, type TakeAnswers } from './person-calls.ts';
import { heldOf, readHeld, type HeldReadingInputs, type ReadAndHeld } from './read-held.ts';
import { toolError, toolText } from './results.ts';

/** Shorter than the minute that most clients wait: one that gave up would ask for the same from nothing. */
const PATIENCE_MS = 50_000;
/** A view asks again, and shows how far the reading is. */
const VIEW_PATIENCE_MS = 2_000;

export interface EngineCall extends PersonCall {
  readonly name: string;
  readonly tell: TellProgress;
}

export interface Engine {
  /** The engine's tools, as they are listed. */
  readonly tools: readonly Tool[];
  /** Null for a name that is not one of them. Never rejects. */
  answer(call: EngineCall): Promise<CallToolResult> | null;
  close(): void;
}

export interface EngineInputs extends Omit<HeldReadingInputs, 'answered' | 'meet'> {
  readonly maxAgeMs: number;
  /** What two servers must have in common to share a reading; null = each reads for itself. */
  readonly sharedBy: readonly (string | null)[] | null;
}

export function createEngine(inputs: EngineInputs): Engine {
  const { clock, maxAgeMs, places } = inputs;
  let answered: TenantMapping | null = null;
  const neighbors = neighborsOf(inputs.sharedBy, (call) => answerView(reading, call));
  const reading: HeldReading<ReadAndHeld> = createHeldReading<ReadAndHeld>({
    read: (turn) =>
      readHeld(
        { ...inputs, answered: () => answered, ...(neighbors && { meet: () => neighbors.meet() }) },
        turn,
      ),
    clock,
    maxAgeMs,
    readAtOf: ({ held }) => Date.parse(held.readAt),
  });

  /** What the person said holds at once, without another reading. */
  const take: TakeAnswers = (pack, mapping) => {
    if (mapping !== undefined) answered = mapping;
    reading.change((before) => {
      const { asOf } = before.held.analysis;
      const next = heldOf({ ...before, pack, asOf, readAt: before.held.readAt });
      return 'ok' in next ? before : next;
    });
  };

  async function answerCall(call: EngineCall): Promise<CallToolResult> {
    const { name, args, signal, tell } = call;
    if (name === heldTool.name) return answerView(reading, call);
    const got = await reading.get({ fresh: asksRefresh(args), signal, tell, patienceMs: PATIENCE_MS });
    if (!got.ok) return toolError(got.sentence);
    const { held } = got.value;
    if (isPersonTool(name)) return answerPerson(name, call, got.value, places, take);
    if (held.doubts.length > 0) return toolError(doubtText(held.doubts));
    const answer = engineToolNamed(name)?.answer(held, args);
    if (answer === undefined) return toolError(`${name} is not a tool of the engine.`);
    if (!answer.ok) return toolError(answer.text);
    return toolText(answer.text, { note: noteOf(got), content: answer.content });
  }

  return {
    tools: [
      ...engineTools.map((tool) => listedTool(tool)),
      // They write a file of this machine once the person says so; without a folder they write nothing.
      ...personTools.map((tool) => listedTool(tool, places.tenantPack === null)),
      { ...listedTool(heldTool), _meta: forViewsAlone },
    ],
    answer: (call) => (isOwn(call.name) ? answerCall(call) : null),
    close() {
      reading.close();
      neighbors?.close();
    },
  };
}

/** Where servers that have all in common meet; what one holds, the others take as a view does. */
function neighborsOf(
  sharedBy: EngineInputs['sharedBy'],
  answer: (call: ViewCall) => Promise<CallToolResult>,
): Neighborhood | null {
  if (sharedBy === null) return null;
  return neighborhood(sharedBy, async (args, signal) => {
    const { structuredContent } = await answer({ args, signal, tell: () => {} });
    return isJsonObject(structuredContent) ? structuredContent : {};
  });
}

type ViewCall = Pick<EngineCall, 'args' | 'signal' | 'tell'>;

/** What the view is made of: the same records, mapping, decisions and day as every answer. */
async function answerView(
  reading: HeldReading<ReadAndHeld>,
  { args, signal, tell }: ViewCall,
): Promise<CallToolResult> {
  const asked = readHeldArguments(args);
  if (!asked.ok) return toolError(asked.text);
  const got = await reading.get({ fresh: asked.refresh, signal, tell, patienceMs: VIEW_PATIENCE_MS });
  if (!got.ok) return problemForView(got);
  const { notRenewed, value } = got;
  const content = heldPart({ ...value, decisions: value.pack.decisions }, asked, notRenewed);
  return toolText('A part of what this server holds, for the dashboard.', { content });
}

function isOwn(name: string): boolean {
  return engineToolNamed(name) !== null || isPersonTool(name) || name === heldTool.name;
}

function noteOf({ notRenewed }: HeldValue<ReadAndHeld>): string {
  return notRenewed === null ? '' : `Torii could not be read again: ${notRenewed.sentence}`;
}

function problemForView(problem: ReadProblem): CallToolResult {
  const content = heldProblem(problem);
  return problem.underWay === undefined
    ? toolError(problem.sentence, content)
    : toolText(problem.sentence, { content });
}

type Described = Omit<EngineTool, 'answer'>;

function listedTool(
  { name, title, description, inputSchema, outputSchema }: Described,
  isReadOnly = true,
): Tool {
  return {
    name,
    title,
    description,
    inputSchema: { ...inputSchema, type: 'object' },
    outputSchema: { ...outputSchema, type: 'object' },
    annotations: {
      title,
      readOnlyHint: isReadOnly,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
    ...(name === 'open_dashboard' && { _meta: opensDashboard }),
  };
}

/** A first figure that other records contradict ten times over is not said but asked. */
function doubtText(doubts: readonly string[]): string {
  return [
    'No figure can be said yet: the unit of money is in doubt.',
    ...doubts.map((doubt) => `- ${doubt}`),
    'Call review_mapping: it asks the person to compare one figure with Torii or an invoice.',
  ].join('\n');
}
