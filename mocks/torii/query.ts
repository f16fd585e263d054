/**
 * One list request over rows: base filters, filters and search narrow, sort orders, aggregations count,
 * a cursor pages, fields project. Cursors are opaque and belong to the request that made them.
 */
import type { JsonObject, JsonValue } from '../../skill/torii/json.ts';
import { answerAggregation } from './aggregate.ts';
import { compileFilters } from './filters.ts';
import { RestError } from './result.ts';
import { plain, textOf } from './values.ts';

export interface RecordListing {
  /** Key of the rows in the reply. */
  readonly container: string;
  readonly rows: readonly JsonObject[];
  /** Keys that may be asked for, filtered by and sorted by; null = any. */
  readonly keys: ReadonlySet<string> | null;
  /** The tool that lists the keys, for the advice in a refusal. */
  readonly fieldTool: string;
}

const DEFAULT_PAGE = 100;

function refuseUnknown(listing: RecordListing): (key: string) => void {
  return (key) => {
    if (listing.keys === null || listing.keys.has(key)) return;
    throw new RestError(
      400,
      `Invalid field: "${key}"`,
      `Use the ${listing.fieldTool} tool to get the list of available fields.`,
    );
  };
}

function matches(row: JsonObject, words: string): boolean {
  return ['name', 'email', 'fullName', 'vendor'].some((key) =>
    textOf(row[key]).toLowerCase().includes(words.toLowerCase()),
  );
}

/** `name`, `name:desc` and `-name` are understood; rows that compare equal keep Torii's order. */
function sorted(rows: readonly JsonObject[], sort: string, known: (key: string) => void): JsonObject[] {
  const [key = '', order] = sort.replace(/^-/, '').split(':');
  known(key);
  const direction = sort.startsWith('-') || order === 'desc' ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [x, y] = [plain(a[key]), plain(b[key])];
    if (x === y) return 0;
    // Rows without the value come last in either order.
    if (x === null) return 1;
    if (y === null) return -1;
    return (x < y ? -1 : 1) * direction;
  });
}

export function keyList(fields: JsonValue | undefined): string[] | null {
  if (fields === undefined || fields === null) return null;
  const keys = Array.isArray(fields) ? fields.map((key) => textOf(key)) : textOf(fields).split(',');
  return keys.map((key) => key.trim()).filter((key) => key !== '');
}

/** The wanted keys of a row; its id always comes along. */
export function project(row: JsonObject, keys: readonly string[] | null): JsonObject {
  if (keys === null) return row;
  const kept: JsonObject = { id: row['id'] ?? null };
  for (const key of keys) if (row[key] !== undefined) kept[key] = row[key];
  return kept;
}

function fingerprint(args: JsonObject): string {
  const { size: _size, cursor: _cursor, ...rest } = args;
  const text = JSON.stringify(Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return (hash >>> 0).toString(36);
}

function offsetOf(cursor: JsonValue | undefined, mark: string): number {
  if (cursor === undefined || cursor === null) return 0;
  const [offset = '', owner] = typeof cursor === 'string' ? atob(safe(cursor)).split('.') : [];
  if (!/^\d+$/.test(offset) || owner !== mark) throw new RestError(400, 'Invalid cursor');
  return Number(offset);
}

/** Text that is not base64 becomes text that decodes to none of our cursors. */
function safe(cursor: string): string {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(cursor) && cursor.length % 4 === 0 ? cursor : '';
}

/** Answers a list request with `{[container], count, total, nextCursor, aggregations?}`. */
export function answer(listing: RecordListing, args: JsonObject): JsonObject {
  const known = refuseUnknown(listing);
  const keys = keyList(args['fields']);
  for (const key of keys ?? []) known(key);
  let rows = listing.rows;
  for (const name of ['baseFilters', 'filters']) {
    const filters = args[name];
    if (filters !== undefined) rows = rows.filter(compileFilters(filters, known));
  }
  const { q, sort } = args;
  if (typeof q === 'string' && q !== '') rows = rows.filter((row) => matches(row, q));
  if (typeof sort === 'string') rows = sorted(rows, sort, known);
  const mark = fingerprint(args);
  const offset = offsetOf(args['cursor'], mark);
  const size = typeof args['size'] === 'number' ? args['size'] : DEFAULT_PAGE;
  const page = rows.slice(offset, offset + size);
  const next = offset + size;
  return {
    [listing.container]: page.map((row) => project(row, keys)),
    ...(args['aggs'] === undefined ? {} : { aggregations: answerAggregation(rows, args['aggs']) }),
    count: page.length,
    total: rows.length,
    nextCursor: next < rows.length ? btoa(`${next}.${mark}`) : null,
  };
}
