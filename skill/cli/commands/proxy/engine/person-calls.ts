/**
 * Asking the person, and keeping what they say. Without a form the questions come back as text, and nothing is
 * kept. Files are written into the folder that was named at the start, by two fixed names, and nowhere else.
 */
import { join } from 'node:path';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { approve, type OpenQuestion, type TenantMapping } from '../../../../mapping/mapping.ts';
import { setValues } from '../../../../mapping/discover.ts';
import { localDate } from '../../../../node/clock.ts';
import { Stop } from '../../../../node/stop.ts';
import {
  decidedFile,
  decisionForm,
  mappingAnswers,
  mappingForm,
  proposalLines,
  readProposal,
  type PersonForm,
  type PersonOutcome,
  type PersonTool,
} from '../../../../server/person.ts';
import type { JsonObject } from '../../../../torii/json.ts';
import { writeWhole } from '../../../files/write-file.ts';
import { openQuestionLines } from '../../../terminal/draft-lines.ts';
import { decisionsName, mappingName, readPack, type HeldPack, type EngineFolder } from './pack-folder.ts';
import type { ReadAndHeld } from './read-held.ts';
import { toolError, toolText } from './results.ts';

/** What the person filled in; null = they declined, or closed it. */
export type AskForm = (form: PersonForm, signal: AbortSignal) => Promise<JsonObject | null>;

/**
 * Takes over what the person said. `answered` is a mapping that is not on the disk, null where it is now;
 * left out where the mapping is not touched.
 */
export type TakeAnswers = (pack: HeldPack, answered?: TenantMapping | null) => void;

export interface PersonCall {
  readonly args: JsonObject;
  readonly signal: AbortSignal;
  /** Null where the client shows no forms. */
  readonly ask: AskForm | null;
}

export async function answerPerson(
  name: PersonTool['name'],
  call: PersonCall,
  value: ReadAndHeld,
  places: EngineFolder,
  take: TakeAnswers,
): Promise<CallToolResult> {
  try {
    return await (name === 'review_mapping'
      ? reviewMapping(call, value, places, take)
      : proposeDecision(call, value, places, take));
  } catch (thrown) {
    if (thrown instanceof Stop) return toolError(thrown.message);
    return toolError('The person could not be asked; nothing was written.');
  }
}

async function reviewMapping(
  { ask, signal }: PersonCall,
  { held, pack }: ReadAndHeld,
  { tenantPack }: EngineFolder,
  take: TakeAnswers,
): Promise<CallToolResult> {
  const { mapping, questions } = held;
  const lines = questions.map(({ text }) => text);
  const end = (text: string, outcome: PersonOutcome['outcome']): CallToolResult =>
    ended(text, { outcome, mapping: mapping.status, written: null, lines });
  if (questions.length === 0 && mapping.status === 'approved') {
    return end('The mapping is approved, and no question is open.', 'nothing-open');
  }
  if (ask === null) return end(questionsText(questions), 'not-asked');
  const filled = await ask(mappingForm(questions, tenantPack), signal);
  if (filled === null) {
    return end('The person did not answer. Nothing was changed and nothing written.', 'declined');
  }
  const { sets, save, approvedBy } = mappingAnswers(questions, filled);
  const next = answeredMapping(mapping, sets, approvedBy);
  if (!next.ok) return toolError(`The answers cannot be taken: ${next.problems.join(' ')}`);
  const isKept = save && tenantPack !== null;
  if (isKept) await writeJson(join(tenantPack, mappingName), next.mapping);
  take({ ...pack, mapping: next.mapping }, isKept ? null : next.mapping);
  const where = isKept
    ? `The mapping was written to ${join(tenantPack, mappingName)}.`
    : 'Nothing was written; the answers hold until this server ends.';
  return ended(
    `${sets.length} places of the mapping were answered; it is ${next.mapping.status}. ${where} Every figure now rests on it: ask again.`,
    {
      outcome: 'taken',
      mapping: next.mapping.status,
      written: isKept ? join(tenantPack, mappingName) : null,
      lines: [],
    },
  );
}

function ended(text: string, outcome: PersonOutcome): CallToolResult {
  return toolText(text, { content: { ...outcome } });
}

type AnsweredMapping =
  | { readonly ok: true; readonly mapping: TenantMapping }
  | { readonly ok: false; readonly problems: readonly string[] };

function answeredMapping(
  before: TenantMapping,
  sets: readonly string[],
  approvedBy: string | null,
): AnsweredMapping {
  const today = localDate();
  const set = sets.length === 0 ? ({ ok: true, mapping: before } as const) : setValues(before, sets, today);
  const done = set.ok && approvedBy !== null ? approve(set.mapping, { by: approvedBy, at: today }) : set;
  if (done.ok) return done;
  return {
    ok: false,
    problems: done.problems.map(({ path, message, remedy }) => `${path}: ${message} ${remedy}`),
  };
}

/** In a conversation, which wraps lines itself. */
const LINE_WIDTH = 200;

function questionsText(questions: readonly OpenQuestion[]): string {
  return [
    'This client cannot show a form. Ask the person these questions one at a time; nothing was written. A person',
    'records an answer with the command below it; the answers then hold from the next reading on.',
    '',
    openQuestionLines(questions, 'saas-rationalization mapping set tenant-mapping.json', LINE_WIDTH),
  ].join('\n');
}

async function proposeDecision(
  { args, ask, signal }: PersonCall,
  { held, pack }: ReadAndHeld,
  places: EngineFolder,
  take: TakeAnswers,
): Promise<CallToolResult> {
  const { tenantPack } = places;
  const read = readProposal(args);
  if (!read.ok) return toolError(read.text);
  const lines = proposalLines(read.proposal, held.analysis);
  const end = (text: string, outcome: PersonOutcome['outcome'], written: string | null = null) =>
    ended(text, { outcome, mapping: held.mapping.status, written, lines });
  const said = lines.join('\n');
  if (tenantPack === null) {
    return end(`${said}\nNothing was written: this server was started without --tenant-pack.`, 'not-asked');
  }
  if (ask === null) {
    return end(
      `${said}\nNothing was written: this client cannot ask the person. They can decide on the dashboard and export decisions.json.`,
      'not-asked',
    );
  }
  const filled = await ask(decisionForm(read.proposal, tenantPack, held.analysis), signal);
  const by = typeof filled?.['by'] === 'string' ? filled['by'].trim() : '';
  if (filled?.['save'] !== true || by === '') {
    return end('The person did not decide so. Nothing was written.', 'declined');
  }
  // As it is on the disk now: another program may have written since the reading.
  const { decisions } = await readPack(places);
  const decided = decidedFile(read.proposal, decisions, { by, at: localDate() }, held.analysis);
  if (!decided.ok) return toolError(`Nothing was written. ${decided.text}`);
  const file = join(tenantPack, decisionsName);
  await writeJson(file, decided.file);
  take({ ...pack, decisions: decided.file });
  return end(`${said}\nDecided by the person and written to ${file}.`, 'taken', file);
}

async function writeJson(file: string, content: object): Promise<void> {
  await writeWhole(file, `${JSON.stringify(content, null, 2)}\n`);
}
