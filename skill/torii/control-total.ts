/**
 * Torii's own count and sum beside ours: one aggregation query per source, as a witness that does not
 * depend on paging.
 *
 * Source of the query form: Torii's reference on aggregations (`metric` with a metric function, and
 * `groupBy`, at most 100 buckets).
 */
import { isJsonObject, type JsonObject, type JsonValue } from './json.ts';
import type { Completeness, ControlTotal } from './records.ts';

/** Sums one field where a key is given, else counts by a field that every record has. */
export function aggregation(sumKey: string | null, groupKey: string): JsonObject {
  if (sumKey === null) return { field: groupKey, aggregationType: 'groupBy', options: { size: 100 } };
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

function bucketCount(bucket: JsonValue): number {
  const count = isJsonObject(bucket) ? (bucket['groupCount'] ?? bucket['count']) : null;
  return typeof count === 'number' ? count : 0;
}

/** Torii's numbers in an aggregation reply; empty when it gives none. */
export function theirTotals(body: JsonObject, sumKey: string | null): Record<string, number> {
  const { total, aggregations } = body;
  const buckets = Array.isArray(aggregations) && sumKey === null ? aggregations : [];
  const counted = buckets.reduce((sum: number, bucket) => sum + bucketCount(bucket), 0);
  const count =
    typeof total === 'number' ? total : buckets.length > 0 && buckets.length < 100 ? counted : null;
  const metric = Array.isArray(aggregations) ? aggregations[0] : aggregations;
  const sum = sumKey === null ? null : amountIn(metric);
  return { ...(count !== null && { count }), ...(sumKey !== null && sum !== null && { [sumKey]: sum }) };
}

/** Our numbers for the same keys. */
export function ourTotals(
  rows: readonly JsonObject[],
  theirs: Readonly<Record<string, number>>,
): Record<string, number> {
  const sumOf = (key: string): number => rows.reduce((sum, row) => sum + (amountIn(row[key]) ?? 0), 0);
  const keys = Object.keys(theirs);
  return Object.fromEntries(keys.map((key) => [key, key === 'count' ? rows.length : sumOf(key)]));
}

/** Sums of floating-point amounts depend on their order in the last digits. */
function agree(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

/** Compares both sides; null when Torii gave nothing to compare with. */
export function controlTotal(
  rows: readonly JsonObject[],
  body: JsonObject,
  sumKey: string | null,
): ControlTotal | null {
  const theirs = theirTotals(body, sumKey);
  if (Object.keys(theirs).length === 0) return null;
  const ours = ourTotals(rows, theirs);
  return { theirs, ours, equal: Object.keys(theirs).every((key) => agree(theirs[key] ?? 0, ours[key] ?? 0)) };
}

/** A certificate with its control: Torii's own count settles what paging could not. */
export function withControl(certificate: Completeness, control: ControlTotal | null): Completeness {
  const count = control?.theirs['count'];
  const settles = certificate.status === 'possibly-capped' || certificate.status === 'complete';
  if (control === null || count === undefined || !settles) return { ...certificate, control };
  if (count === certificate.rows) {
    const capped = certificate.status === 'possibly-capped';
    return { ...certificate, control, status: 'complete', ...(capped && { reason: null }) };
  }
  const reason = `Torii's own count is ${count}; ${certificate.rows} were read.`;
  return { ...certificate, control, status: 'partial', reason };
}
