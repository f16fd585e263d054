/**
 * From a raw reply to its meaning. In: the tool that was called and whatever the host returned. Out:
 * the decoded body under its container key with counters in one spelling (`total`, `count`,
 * `nextCursor`, `aggregations`), or a failure. Text that is not the expected container is a failure
 * with an excerpt, never an empty list. Never throws.
 */
import type { ToolReply } from '../base/bridge.ts';
import { entryOf, type ReadTool } from '../base/catalog.ts';
import { classifyMessage, kindOfStatus } from './classify.ts';
import { aggregationsIn, findContainer, type Counters, type Found } from './container.ts';
import { openEnvelope, type Opened } from './envelope.ts';
import { noticedPlace } from './notice.ts';
import { failure, type FailureKind, type ToolFailure } from '../base/failure.ts';
import { isJsonObject, type JsonObject } from '../base/json.ts';

const NOTICE = /\btruncat(?:ed|ion)\b|\bcut off\b|showing (?:only )?(?:the )?first \d|output too large/i;
const HTML = /^\s*<(?:!doctype html|html|head|body)\b/i;
const SPEAKS_OF_ERROR = /^\W{0,4}(?:http |mcp |api |request |tool )?(?:error|fail)/i;

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Validators list many issues; the first ones are enough to act on. */
const MOST_ISSUES = 20;
/** Errors inside errors below this add nothing a person could use. */
const DEEPEST_ERROR = 6;

/** The argument that a validator points at, and the type it expected there. */
function fieldWords({ field, path, expected }: JsonObject): string {
  const named = Array.isArray(path) ? path[0] : field;
  if (typeof named !== 'string') return '';
  return `"field":"${named}"${typeof expected === 'string' ? ` expected ${expected}` : ''}`;
}

/** The words of an error body, in an order that the message table can read; empty when it is none. */
function errorWords(body: unknown, depth = 0): string {
  if (depth > DEEPEST_ERROR) return '';
  const inside = (inner: unknown) => errorWords(inner, depth + 1);
  if (Array.isArray(body)) return body.slice(0, MOST_ISSUES).map(inside).join(' ').trim();
  if (!isJsonObject(body)) return '';
  const inner = body['error'];
  const listed = inside(body['errors']);
  const status = textOf(body['statusCode'] ?? body['status']);
  const named = isJsonObject(inner) ? inside(inner) : textOf(inner);
  const retry = textOf(body['retryAfter'] ?? body['retry_after']);
  const words = [
    /^[45]\d\d$/.test(status) ? `status ${status}` : '',
    textOf(body['code']),
    named,
    textOf(body['message'] ?? body['detail'] ?? body['title']),
    listed,
    retry === '' ? '' : `retry-after: ${retry}`,
    fieldWords(body),
  ];
  return words.filter((word) => word !== '').join(' ');
}

/** A container beside an error status is an error all the same. */
function statedError(body: unknown): boolean {
  if (!isJsonObject(body)) return false;
  const status = body['statusCode'] ?? body['status'];
  return typeof status === 'number' && kindOfStatus(status) !== null;
}

/** Makes a failure from foreign words; `otherwise` is the kind when the words are not known. */
export function failureFromWords(words: string, tool: ReadTool | null, otherwise: FailureKind): ToolFailure {
  const said = classifyMessage(words);
  return failure(said?.kind ?? otherwise, tool, words.trim(), said ?? {});
}

/** A page where data should be: a sign-in form, a gateway's apology, or simply another site. */
function htmlFailure(html: string, tool: ReadTool): ToolFailure {
  const visible = html
    .slice(0, 4000)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const said = classifyMessage(visible.slice(0, 300));
  const likely = /sign in|log in|login/i.test(visible) ? 'needs-sign-in' : 'wrong-shape';
  return failure(said?.kind ?? likely, tool, `An HTML page: ${visible}`, said ?? {});
}

function bodyOf(tool: ReadTool, content: Found['content'], counters: Counters): JsonObject {
  const { total, count, nextCursor, hasMore, aggregations } = counters;
  return {
    [entryOf(tool).container]: content,
    ...(total !== undefined && { total }),
    ...(count !== undefined && { count }),
    ...(nextCursor !== undefined && { nextCursor }),
    ...(hasMore !== undefined && { hasMore }),
    ...(aggregations !== undefined && { aggregations }),
  };
}

/** Several texts may each carry a part of the list; the last counters are those of the whole. */
function joined(all: readonly Found[]): Found | null {
  const [first, ...rest] = all;
  if (first === undefined || !Array.isArray(first.content)) return first ?? null;
  const content = rest.reduce(
    (rows, found) => (Array.isArray(found.content) ? [...rows, ...found.content] : rows),
    first.content,
  );
  return { content, counters: Object.assign({}, ...all.map(({ counters }) => counters)) };
}

/** Structured content repeats the text, so only the first witness counts unless texts are in pieces. */
function foundIn(opened: Opened, raw: unknown, tool: ReadTool): Found | null {
  const all = opened.bodies.map((body) => findContainer(body, tool)).filter((found) => found !== null);
  const repeated =
    isJsonObject(raw) && (raw['structuredContent'] !== undefined || raw['payload'] !== undefined);
  return repeated ? (all[0] ?? null) : joined(all);
}

function failureOf(opened: Opened, tool: ReadTool): ToolFailure {
  const words = opened.bodies
    .map((body) => errorWords(body))
    .filter((text) => text !== '')
    .join(' ');
  const all = [opened.prose, words].filter((text) => text.trim() !== '').join(' ');
  if (HTML.test(opened.prose)) return htmlFailure(opened.prose, tool);
  // The host kept the result to itself: it says where, and a page cannot go there.
  if (noticedPlace(opened.prose) !== null) return cutShort(tool, opened.prose);
  const said = classifyMessage(all);
  if (said !== null && !opened.cut) return failure(said.kind, tool, all.trim(), said);
  if (opened.cut && said !== null && SPEAKS_OF_ERROR.test(opened.prose)) {
    return failure(said.kind, tool, all.trim(), said);
  }
  if (opened.cut || NOTICE.test(opened.prose)) return cutShort(tool, all);
  return failure('wrong-shape', tool, all.trim() === '' ? excerptOf(opened.bodies[0]) : all.trim());
}

function cutShort(tool: ReadTool, words: string): ToolFailure {
  return failure('truncated', tool, `The list is cut short. ${words}`.trim());
}

function excerptOf(body: unknown): string {
  if (body === undefined) return 'An empty answer.';
  return isJsonObject(body)
    ? `An object with ${Object.keys(body).slice(0, 12).join(', ')}`
    : 'A list of no records';
}

function success(tool: ReadTool, raw: unknown, found: Found): ToolReply {
  return { ok: true, tool, body: bodyOf(tool, found.content, found.counters), raw, storedAt: null };
}

/** Decodes any reply of any host for `tool`; `storedAt` is left to the bridge, which knows the host. */
export function decodeReply(tool: ReadTool, raw: unknown): ToolReply | ToolFailure {
  if (raw === undefined || raw === null)
    return failure('host-fault', tool, 'The host answered with nothing.');
  // A message without parts, not a list without rows: that would come with its total or its cursor.
  if (Array.isArray(raw) && raw.length === 0) return failure('wrong-shape', tool, 'An empty answer.');
  const opened = openEnvelope(raw);
  if (opened.isError) return errorReply(opened, tool);
  const found = foundIn(opened, raw, tool);
  if (found === null) {
    const totals = opened.bodies.map(aggregationsIn).find((counters) => counters !== null);
    return totals === undefined
      ? failureOf(opened, tool)
      : success(tool, raw, { content: [], counters: totals });
  }
  if (opened.bodies.some(statedError) || SPEAKS_OF_ERROR.test(opened.prose)) return failureOf(opened, tool);
  if (opened.cut || found.counters.truncated === true || NOTICE.test(opened.prose)) {
    return cutShort(tool, opened.prose);
  }
  return success(tool, raw, found);
}

/** The sender said "error"; unknown words then mean that Torii could not answer, not a wrong list. */
function errorReply(opened: Opened, tool: ReadTool): ToolFailure {
  const words = [opened.prose, ...opened.bodies.map((body) => errorWords(body))].join(' ').trim();
  if (HTML.test(opened.prose)) return htmlFailure(opened.prose, tool);
  return failureFromWords(words === '' ? 'An error without a message.' : words, tool, 'unavailable');
}
