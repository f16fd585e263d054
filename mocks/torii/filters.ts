/**
 * Filters as Torii's API reads them: an array means AND, an array of `{id, filters}` means OR of its
 * groups. Operations on relative dates and nested records have no public shape and are refused.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../skill/torii/json.ts';
import { RestError } from './result.ts';
import { dayText, plain, textOf } from './values.ts';

export type Test = (row: JsonObject) => boolean;

function items(value: JsonValue | undefined): string[] {
  const flat = plain(value);
  if (flat === null || flat === '') return [];
  return String(flat)
    .split(',')
    .map((item) => item.trim().toLowerCase());
}

const isEmpty = (value: JsonValue | undefined) => plain(value) === null || plain(value) === '';
const lower = (value: JsonValue | undefined) => textOf(value).toLowerCase();
const list = (value: JsonValue | undefined) =>
  (Array.isArray(value) ? value : [value ?? null]).flatMap(items);

/** Numbers compare as numbers, everything else as text, so that ISO instants sort. */
function compare(a: JsonValue | undefined, b: JsonValue | undefined): number | null {
  const [x, y] = [plain(a), plain(b)];
  if (x === null || y === null) return null;
  if (typeof x === 'number' && typeof y === 'number') return x - y;
  return String(x) < String(y) ? -1 : String(x) > String(y) ? 1 : 0;
}

function days(a: JsonValue | undefined, b: JsonValue | undefined): number | null {
  const [x, y] = [dayText(a), dayText(b)];
  return x === null || y === null ? null : x < y ? -1 : x > y ? 1 : 0;
}

type Operation = (held: JsonValue | undefined, wanted: JsonValue | undefined) => boolean;

const operations: Readonly<Record<string, Operation>> = {
  equals: (held, wanted) => lower(held) === lower(wanted),
  notEquals: (held, wanted) => lower(held) !== lower(wanted),
  contains: (held, wanted) => lower(held).includes(lower(wanted)),
  notContains: (held, wanted) => !lower(held).includes(lower(wanted)),
  anyOf: (held, wanted) => list(wanted).some((item) => items(held).includes(item)),
  noneOf: (held, wanted) => !list(wanted).some((item) => items(held).includes(item)),
  allOf: (held, wanted) => list(wanted).every((item) => items(held).includes(item)),
  isExactly: (held, wanted) => list(wanted).toSorted().join() === items(held).toSorted().join(),
  isSet: (held) => !isEmpty(held),
  isNotSet: isEmpty,
  exists: (held) => !isEmpty(held),
  notExists: isEmpty,
  gt: (held, wanted) => (compare(held, wanted) ?? 0) > 0,
  gte: (held, wanted) => (compare(held, wanted) ?? -1) >= 0,
  lt: (held, wanted) => (compare(held, wanted) ?? 0) < 0,
  lte: (held, wanted) => (compare(held, wanted) ?? 1) <= 0,
  dayAfter: (held, wanted) => (days(held, wanted) ?? 0) > 0,
  dayOnOrAfter: (held, wanted) => (days(held, wanted) ?? -1) >= 0,
  dayBefore: (held, wanted) => (days(held, wanted) ?? 0) < 0,
  dayOnOrBefore: (held, wanted) => (days(held, wanted) ?? 1) <= 0,
};

const operationNames = Object.keys(operations);

/** Compiles a filter argument; `known` refuses keys that the entity does not have. */
export function compileFilters(filters: JsonValue, known: (key: string) => void): Test {
  if (!Array.isArray(filters)) throw new RestError(400, '"filters" must be an array');
  const groups = filters.filter((filter) => isJsonObject(filter) && Array.isArray(filter['filters']));
  if (groups.length > 0 && groups.length === filters.length) {
    const tests = groups.map((group) => compileFilters((group as JsonObject)['filters'] ?? [], known));
    return (row) => tests.some((test) => test(row));
  }
  const tests = filters.map((filter) => compileOne(filter, known));
  return (row) => tests.every((test) => test(row));
}

function compileOne(filter: JsonValue, known: (key: string) => void): Test {
  if (!isJsonObject(filter)) throw new RestError(400, '"filters" must hold objects with key, op and value');
  const { key, op, value } = filter;
  if (typeof key !== 'string' || typeof op !== 'string') {
    throw new RestError(400, '"key" and "op" of a filter are required');
  }
  known(key);
  const operation = operations[op];
  if (operation === undefined) throw new RestError(400, `"op" must be one of [${operationNames.join(', ')}]`);
  return (row) => operation(row[key], value);
}
