/** What was called, when, and how it went: the evidence behind "read only" and behind every failure. */
import type { ReadTool } from '../base/catalog.ts';
import type { FailureKind } from '../base/failure.ts';
import { isJsonObject, type JsonObject } from '../base/json.ts';

export interface CallLogEntry {
  readonly tool: ReadTool;
  readonly wireName: string;
  /** As sent. */
  readonly args: JsonObject;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly ms: number;
  readonly outcome: 'ok' | FailureKind;
  /** The beginning of the reply, or the message of the failure. */
  readonly excerpt: string;
}

const EXCERPT = 300;

/** The beginning of a raw reply, without turning all of it into text. */
export function excerptOf(raw: unknown): string {
  return copied(beginningOf(raw).slice(0, EXCERPT));
}

/** A part of a text keeps the whole text in memory, and a reply can be half a megabyte. */
function copied(text: string): string {
  return Array.from(text).join('');
}

function beginningOf(raw: unknown): string {
  if (typeof raw === 'string') return raw;
  if (Array.isArray(raw)) return raw.length === 0 ? '[]' : beginningOf(raw[0]);
  if (!isJsonObject(raw)) return String(raw);
  if (typeof raw['text'] === 'string') return raw['text'];
  if (Array.isArray(raw['content']) && raw['content'].length > 0) return beginningOf(raw['content'][0]);
  if ('result' in raw) return beginningOf(raw['result']);
  return `{${Object.keys(raw).slice(0, 12).join(', ')}}`;
}
