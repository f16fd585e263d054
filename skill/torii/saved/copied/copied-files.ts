/**
 * Files that a model wrote from what only its conversation holds: the replies with rows, and, each asked for by a
 * call of its own, Torii's totals.
 *
 * In: files of any name. A total says what was asked: `{"tool", "input", "reply"}`; a reply with rows may. Out: the
 * replies as files like any other, and the totals. Nothing is checked here.
 */
import { isJsonObject, type JsonObject, type JsonValue, parsedObject } from '../../base/json.ts';
import { readToolNamed, splitWireName } from '../../base/wire-name.ts';
import { openEnvelope } from '../../reply/envelope.ts';
import { isFiltered } from '../current-pages.ts';
import type { SavedFile } from '../saved-file.ts';
import { totalQuestion, type TotalQuestion } from './total-question.ts';

/** A list whose rows can be confirmed. */
export type ConfirmableSource = 'apps' | 'contracts';

/** Torii's answer to one question about a whole list. */
export interface CopiedTotal {
  readonly name: string;
  readonly source: ConfirmableSource;
  readonly question: TotalQuestion;
  readonly answer: JsonValue;
  /** Torii's count of the list, where the reply states it. */
  readonly count: number | null;
}

export interface CopiedFiles {
  readonly replies: readonly SavedFile[];
  readonly totals: readonly CopiedTotal[];
  readonly unread: readonly { readonly name: string; readonly problem: string }[];
}

const sources: Readonly<Partial<Record<string, ConfirmableSource>>> = {
  list_apps: 'apps',
  list_contracts: 'contracts',
};

export function copiedFiles(files: readonly SavedFile[]): CopiedFiles {
  const read = files.map(copiedFile);
  return {
    replies: read.flatMap((file) => ('text' in file ? [file] : [])),
    totals: read.flatMap((file) => ('question' in file ? [file] : [])),
    unread: read.flatMap((file) => ('problem' in file ? [file] : [])),
  };
}

function copiedFile(file: SavedFile): SavedFile | CopiedTotal | CopiedFiles['unread'][number] {
  const call = callIn(file);
  if (call === null) return file;
  const { name } = file;
  const { tool, input, reply } = call;
  const asked = { tool, input, server: 'copied', session: 'copied' };
  if (input['aggs'] === undefined) return { name, text: textOf(reply), asked };
  const source = sources[tool];
  const question = totalQuestion(input['aggs']);
  if (source === undefined || question === null)
    return { name, problem: 'This total cannot be compared: ask for one that this command names.' };
  if (isFiltered({ ...nothing, source, input: { ...input, aggs: null } }))
    return { name, problem: 'This total counts a part of the list: ask for it without a filter.' };
  const body = openEnvelope(textOf(reply)).bodies.find(isJsonObject) ?? {};
  const { aggregations: answer, total } = body;
  if (answer === undefined) return { name, problem: 'No aggregation is in this reply.' };
  return { name, source, question, answer, count: typeof total === 'number' ? total : null };
}

const nothing = { rows: [], counters: {}, idApp: null, entity: null };

interface Call {
  readonly tool: NonNullable<ReturnType<typeof readToolNamed>>;
  readonly input: JsonObject;
  readonly reply: JsonValue;
}

function callIn({ text }: SavedFile): Call | null {
  const parsed = parsedObject(text);
  if (parsed === null) return null;
  const { tool: name, input, reply } = parsed;
  if (typeof name !== 'string' || reply === undefined) return null;
  const tool = readToolNamed(splitWireName(name).name);
  return tool === null ? null : { tool, input: isJsonObject(input) ? input : {}, reply };
}

function textOf(reply: JsonValue): string {
  return typeof reply === 'string' ? reply : JSON.stringify(reply);
}
