/**
 * Torii's own count and sum beside ours: one aggregation query per source, as a witness that does not
 * depend on paging.
 *
 * Source of the query form: Torii's reference on aggregations (`metric` with a metric function, and
 * `groupBy`, at most 100 buckets).
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../base/json.ts';
import type { Completeness, ControlTotal } from '../base/records.ts';

const MOST_BUCKETS = 100;

/** Sums one field where a key is given, else counts by a field that nearly every record has. */
export function aggregation({ sumKey, groupKey }: ControlQuery): JsonObject {
  if (sumKey === null)
    return { field: groupKey, aggregationType: 'groupBy', options: { size: MOST_BUCKETS } };
  return { field: sumKey, aggregationType: 'metric', options: { metricFunction: 'sum' } };
}

/** The number in a value: bare, in text, or inside `{value, currency}`; null when there is none. */
export function amountIn(value: JsonValue | undefined): number | null {
  if (typeof value === 'number') return value;
  if (typeof value === 'string' && value.trim() !== '') {
    const number = Number(value);
    return Number.isFinite(number) ? number : null;
  }
  return isJsonObject(value) ? amountIn(value['value']) : null;
}

function numbersOf(buckets: readonly JsonValue[], key: string): number[] {
  const numbers = buckets.map((bucket) => (isJsonObject(bucket) ? bucket[key] : null));
  return numbers.filter((number) => typeof number === 'number');
}

/**
 * Records of each bucket. Whether `groupCount` counts the records of a bucket or the buckets is not
 * published: where it is the number of buckets in each of them, `value` holds the records.
 */
export function bucketCounts(buckets: readonly JsonValue[]): readonly number[] | null {
  const counts = numbersOf(buckets, 'groupCount');
  const countsGroups = counts.every((count) => count === buckets.length);
  const values = numbersOf(buckets, 'value');
  const records = countsGroups && values.length === buckets.length ? values : counts;
  return records.length === buckets.length ? records : null;
}

/** Records over all buckets. */
function bucketTotal(buckets: readonly JsonValue[]): number | null {
  if (buckets.length === 0 || buckets.length >= MOST_BUCKETS) return null;
  return bucketCounts(buckets)?.reduce((sum, count) => sum + count, 0) ?? null;
}

/** What was asked for: the key of a sum, or the key to group by where there is none. */
export interface ControlQuery {
  readonly sumKey: string | null;
  readonly groupKey: string;
}

/** Torii's numbers in an aggregation reply; empty when it gives none. */
function theirTotals(body: JsonObject, { sumKey }: ControlQuery): Record<string, number> {
  const { total, aggregations } = body;
  const buckets = Array.isArray(aggregations) && sumKey === null ? bucketTotal(aggregations) : null;
  const count = typeof total === 'number' ? total : buckets;
  const metric = Array.isArray(aggregations) ? aggregations[0] : aggregations;
  const sum = sumKey === null ? null : amountIn(metric);
  return { ...(count !== null && { count }), ...(sumKey !== null && sum !== null && { [sumKey]: sum }) };
}

/** Buckets leave out the records that lack the key, and so must our count beside them. */
function ourCount(rows: readonly JsonObject[], body: JsonObject, { groupKey }: ControlQuery): number {
  if (typeof body['total'] === 'number') return rows.length;
  return rows.filter((row) => row[groupKey] !== undefined && row[groupKey] !== null).length;
}

function ourTotals(
  rows: readonly JsonObject[],
  body: JsonObject,
  query: ControlQuery,
  keys: readonly string[],
): Record<string, number> {
  const sumOf = (key: string): number => rows.reduce((sum, row) => sum + (amountIn(row[key]) ?? 0), 0);
  return Object.fromEntries(
    keys.map((key) => [key, key === 'count' ? ourCount(rows, body, query) : sumOf(key)]),
  );
}

/** Sums of floating-point amounts depend on their order in the last digits. */
function agree(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

/** Compares both sides; null when Torii gave nothing to compare with. */
export function controlTotal(
  rows: readonly JsonObject[],
  body: JsonObject,
  query: ControlQuery,
): ControlTotal | null {
  const theirs = theirTotals(body, query);
  const keys = Object.keys(theirs);
  if (keys.length === 0) return null;
  const ours = ourTotals(rows, body, query, keys);
  return { theirs, ours, equal: keys.every((key) => agree(theirs[key] ?? 0, ours[key] ?? 0)) };
}

/** A certificate with its control: Torii's own count settles what paging could not. */
export function withControl(certificate: Completeness, control: ControlTotal | null): Completeness {
  const [theirs, ours] = [control?.theirs['count'], control?.ours['count']];
  const settles = certificate.status === 'possibly-capped' || certificate.status === 'complete';
  if (theirs === undefined || ours === undefined || !settles) return { ...certificate, control };
  if (theirs === ours) {
    const capped = certificate.status === 'possibly-capped';
    return { ...certificate, control, status: 'complete', ...(capped && { reason: null }) };
  }
  const reason = `Torii's own count is ${theirs}; ${ours} were read.`;
  return { ...certificate, control, status: 'partial', reason };
}
