/**
 * What an aggregation asks for: by which fields rows are grouped, and whether a field of each group is summed.
 *
 * In: the `aggs` argument, as an object or as text. Out: the question, or null for one that cannot be compared.
 */
import { isJsonObject, type JsonObject, type JsonValue, parsedJson } from '../../base/json.ts';

export interface TotalQuestion {
  /** Fields to group by, the outermost first. */
  readonly groups: readonly string[];
  /** The field to sum in each group; null where groups are only counted. */
  readonly sum: string | null;
}

/** Torii gives no more groups than this: with as many, some may be missing. */
export const MOST_GROUPS = 100;

export function totalQuestion(aggs: JsonValue): TotalQuestion | null {
  const spec = typeof aggs === 'string' ? parsedJson(aggs) : aggs;
  if (!isJsonObject(spec) || typeof spec['field'] !== 'string') return null;
  const { field, aggregationType: type, options, aggs: inner } = spec;
  if (type === 'metric') {
    const isSum = isJsonObject(options) && options['metricFunction'] === 'sum';
    return isSum ? { groups: [], sum: field } : null;
  }
  if (type !== 'groupBy') return null;
  if (inner === undefined || inner === null) return { groups: [field], sum: null };
  const rest = totalQuestion(inner);
  return rest && { groups: [field, ...rest.groups], sum: rest.sum };
}

/** The argument that asks it. */
export function argumentOf({ groups, sum }: TotalQuestion): JsonObject {
  const [field, ...rest] = groups;
  if (field === undefined)
    return { field: sum, aggregationType: 'metric', options: { metricFunction: 'sum' } };
  const grouped = { field, aggregationType: 'groupBy', options: { size: MOST_GROUPS } };
  return rest.length === 0 && sum === null
    ? grouped
    : { ...grouped, aggs: argumentOf({ groups: rest, sum }) };
}
