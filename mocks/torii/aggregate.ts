/** Aggregations as Torii's API documents them: a number, or at most a hundred buckets. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../skill/torii/json.ts';
import { RestError } from './result.ts';
import { dayText, numberOf, plain, textOf } from './values.ts';

const MOST_BUCKETS = 100;

type Metric = (numbers: readonly number[]) => number;

const metrics: Readonly<Record<string, Metric>> = {
  sum: (numbers) => numbers.reduce((total, number) => total + number, 0),
  avg: (numbers) => (numbers.length === 0 ? 0 : numbers.reduce((a, b) => a + b, 0) / numbers.length),
  max: (numbers) => numbers.reduce((a, b) => Math.max(a, b), -Infinity),
  min: (numbers) => numbers.reduce((a, b) => Math.min(a, b), Infinity),
};

function metric(rows: readonly JsonObject[], field: string, options: JsonObject): number {
  const compute = metrics[textOf(options['metricFunction'])];
  if (compute === undefined) {
    throw new RestError(400, '"metricFunction" must be one of [sum, avg, max, min]');
  }
  const numbers = rows.map((row) => numberOf(row[field])).filter((number) => number !== null);
  const result = compute(numbers);
  return Number.isFinite(result) ? result : 0;
}

/** The bucket of a row: its exact value, or the start of its interval. */
function bucketOf(value: JsonValue | undefined, interval: JsonValue | undefined): string | null {
  if (interval === undefined) return plain(value) === null ? null : String(plain(value));
  const day = dayText(value);
  if (day === null) return null;
  return interval === 'year'
    ? `${day.slice(0, 4)}-01-01`
    : interval === 'day'
      ? day
      : `${day.slice(0, 7)}-01`;
}

function buckets(rows: readonly JsonObject[], spec: JsonObject, interval?: JsonValue): JsonValue {
  const field = textOf(spec['field']);
  const groups = new Map<string, JsonObject[]>();
  for (const row of rows) {
    const key = bucketOf(row[field], interval);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const options = isJsonObject(spec['options'] ?? null) ? (spec['options'] as JsonObject) : {};
  const size = Math.min(numberOf(options['size']) ?? MOST_BUCKETS, MOST_BUCKETS);
  const sorted = [...groups].toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  return sorted.slice(0, size).map(([key, group]) => ({
    key,
    value: group.length,
    groupCount: groups.size,
    aggregations: spec['aggs'] === undefined ? null : answerAggregation(group, spec['aggs']),
  }));
}

/** Answers one aggregation, nested ones included. */
export function answerAggregation(rows: readonly JsonObject[], spec: JsonValue): JsonValue {
  if (!isJsonObject(spec) || typeof spec['field'] !== 'string')
    throw new RestError(400, '"aggs.field" is required');
  const options = isJsonObject(spec['options'] ?? null) ? (spec['options'] as JsonObject) : {};
  const type = spec['aggregationType'];
  if (type === 'metric') return metric(rows, spec['field'], options);
  if (type === 'groupBy') return buckets(rows, spec);
  if (type === 'date_histogram') return buckets(rows, spec, options['interval'] ?? 'month');
  throw new RestError(400, '"aggregationType" must be one of [metric, groupBy, date_histogram]');
}
