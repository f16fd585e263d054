/**
 * Finds the list or record that a tool promises inside a reply body, through the wrappers that
 * servers and hosts put around it, and brings its counters under one spelling.
 *
 * In: an opened body. Out: the content with its counters, or null when it is not there.
 */
import { entryOf, type ReadTool } from '../base/catalog.ts';
import { openEnvelope } from './envelope.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../base/json.ts';

export interface Counters {
  readonly total?: number;
  readonly count?: number;
  /** Present and null where the server says that this was the last page. */
  readonly nextCursor?: string | null;
  /** The server says that there is more, whether or not it gives a cursor. */
  readonly hasMore?: boolean;
  readonly aggregations?: JsonValue;
  readonly truncated?: boolean;
}

export interface Found {
  readonly content: JsonValue[] | JsonObject;
  readonly counters: Counters;
}

const wrappers = ['data', 'result', 'raw', 'response', 'items', 'results', 'body', 'payload', 'output'];
const asides = ['meta', 'pagination', 'paging', 'pageInfo', 'page_info'];
const DEEPEST = 6;

const otherNames: Readonly<Partial<Record<string, readonly string[]>>> = {
  org: ['organization', 'organisation'],
  users: ['appUsers', 'app_users'],
};

const singles: ReadonlySet<ReadTool> = new Set(['get_app', 'get_contract', 'get_organization']);

/** True for tools that answer with one record instead of a list. */
function isSingle(tool: ReadTool): boolean {
  return singles.has(tool);
}

function firstOf(body: JsonObject, keys: readonly string[]): JsonValue | undefined {
  const key = keys.find((name) => Object.hasOwn(body, name));
  return key === undefined ? undefined : body[key];
}

/** Counts may come as text; anything that is not a whole number is as good as absent. */
function countIn(body: JsonObject, keys: readonly string[]): number | undefined {
  const value = firstOf(body, keys);
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 ? number : undefined;
}

/** An empty, null or false cursor is the end; a number is as good a cursor as a text. */
function cursorIn(body: JsonObject): string | null | undefined {
  const value = firstOf(body, ['nextCursor', 'next_cursor', 'nextPageToken', 'next_page_token']);
  if (value === undefined) return undefined;
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : null;
}

function countersOf(body: JsonObject, depth = 0): Counters {
  const total = countIn(body, ['total', 'totalCount', 'total_count', 'totalResults', 'total_results']);
  const count = countIn(body, ['count', 'pageCount']);
  const nextCursor = cursorIn(body);
  const more = firstOf(body, ['hasMore', 'has_more', 'hasNextPage', 'has_next_page']);
  const aggregations = firstOf(body, ['aggregations', 'aggs']);
  return {
    ...asideCounters(body, depth),
    ...(total !== undefined && { total }),
    ...(count !== undefined && { count }),
    ...(nextCursor !== undefined && { nextCursor }),
    ...(typeof more === 'boolean' && { hasMore: more }),
    ...(aggregations !== undefined && { aggregations }),
    ...(body['truncated'] === true && { truncated: true }),
  };
}

function asideCounters(body: JsonObject, depth: number): Counters {
  const aside = firstOf(body, asides);
  return isJsonObject(aside) && depth < DEEPEST ? countersOf(aside, depth + 1) : {};
}

/** The field tools of the metadata form keep two lists; deleted custom fields are not wanted. */
function metadataFields(body: JsonObject): JsonValue[] | null {
  const lists = [body['predefinedFields'], body['customFields']].filter(Array.isArray);
  if (lists.length === 0) return null;
  return lists.flat().filter((row) => !isJsonObject(row) || row['isDeleted'] !== true);
}

function listIn(body: JsonObject, container: string): JsonValue[] | null {
  const found = firstOf(body, [container, ...(otherNames[container] ?? [])]);
  if (Array.isArray(found)) return found;
  return container === 'fields' ? metadataFields(body) : null;
}

function recordIn(body: JsonObject, container: string, wrapped: boolean): JsonObject | null {
  const found = firstOf(body, [container, ...(otherNames[container] ?? [])]);
  if (isJsonObject(found)) return found;
  const bare = 'id' in body || (wrapped && 'name' in body);
  return bare && !('error' in body) && !('statusCode' in body) ? body : null;
}

/** A list of scalars is not a list of rows; an empty list is one. */
function isRows(value: unknown): value is JsonValue[] {
  return Array.isArray(value) && (value.length === 0 || value.some(isJsonObject));
}

function search(body: unknown, container: string, single: boolean, depth: number): Found | null {
  if (!single && isRows(body)) return { content: body, counters: {} };
  if (!isJsonObject(body) || depth > DEEPEST) return null;
  const counters = countersOf(body);
  const content = single ? recordIn(body, container, depth > 0) : listIn(body, container);
  if (content !== null) return { content, counters };
  const inner = searchWrappers(body, container, single, depth);
  return inner === null ? null : { content: inner.content, counters: { ...counters, ...inner.counters } };
}

function searchWrappers(body: JsonObject, container: string, single: boolean, depth: number): Found | null {
  for (const key of wrappers) {
    if (!Object.hasOwn(body, key)) continue;
    for (const inner of openEnvelope(body[key]).bodies) {
      const found = search(inner, container, single, depth + 1);
      if (found !== null) return found;
    }
  }
  return null;
}

/** The content that `tool` promises, with its counters; null when the body does not hold it. */
export function findContainer(body: unknown, tool: ReadTool): Found | null {
  return search(body, entryOf(tool).container, isSingle(tool), 0);
}

/** Aggregation answers may leave the list out. */
export function aggregationsIn(body: unknown): Counters | null {
  if (!isJsonObject(body)) return null;
  const counters = countersOf(body);
  return counters.aggregations === undefined ? null : counters;
}
