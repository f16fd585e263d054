/**
 * Checks JSON against a published JSON Schema and fills in its defaults. In: the schema and JSON of any
 * shape. Out: the value with every default written out, and one problem for each thing that is wrong,
 * with its key and remedy. Nothing is thrown.
 *
 * Knows the part of JSON Schema that zod writes for the files of the tenant pack. The page uses it in
 * zod's place, because the schema and this reader together are a fifth of zod's size.
 */
import { isJsonObject } from '../../torii/json.ts';
import { nearest } from '../base/nearest.ts';
import { pathText, type Problem } from '../base/problem.ts';
import { shown } from '../base/shown.ts';

export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  /** Says in words what a pattern asks for. */
  readonly description?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly items?: JsonSchema;
  readonly properties?: { readonly [key: string]: JsonSchema };
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly propertyNames?: JsonSchema;
  /** Without a type beside it: a value, or null. With one: rules between keys, which code checks. */
  readonly anyOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  readonly default?: unknown;
}

export interface Checked {
  readonly value: unknown;
  readonly problems: readonly Problem[];
}

export function checkAgainst(schema: JsonSchema, json: unknown): Checked {
  const problems: Problem[] = [];
  return { value: filled(schema, json, [], problems), problems };
}

type Path = readonly string[];

function filled(schema: JsonSchema, json: unknown, path: Path, problems: Problem[]): unknown {
  if (isNullable(schema) && json === null) return null;
  const all = alternatives(schema);
  const one = all.find((each) => expectation(each, json) === null);
  if (one === undefined) {
    const wanted = all.map((each) => expectation(each, json)).join(' or ');
    problems.push(wrongValue(path, json, wanted, all.length > 1 ? [] : all[0]?.enum));
    return json;
  }
  if (Array.isArray(json)) {
    const { items = {} } = one;
    return json.map((item, index) => filled(items, item, [...path, String(index)], problems));
  }
  return isJsonObject(json) ? filledObject(one, json, path, problems) : json;
}

function filledObject(schema: JsonSchema, json: object, path: Path, problems: Problem[]): object {
  const { properties = {}, required = [], additionalProperties: other, propertyNames = {} } = schema;
  const given = new Map<string, unknown>(Object.entries(json));
  const entries: [string, unknown][] = [];
  for (const [key, property] of Object.entries(properties)) {
    const value = given.get(key) ?? (given.get(key) === undefined ? property.default : null);
    if (value !== undefined) entries.push([key, filled(property, value, [...path, key], problems)]);
    else if (required.includes(key)) problems.push(absentKey(path, key, property));
    given.delete(key);
  }
  for (const [key, value] of given) {
    const at = [...path, key];
    const wanted = expectation(propertyNames, key);
    if (typeof other !== 'object') problems.push(unknownKey(at, key, Object.keys(properties)));
    else if (wanted !== null) problems.push(wrongValue(at, key, wanted));
    else entries.push([key, filled(other, value, at, problems)]);
  }
  return Object.fromEntries(entries);
}

function isNullable({ type, anyOf = [] }: JsonSchema): boolean {
  return type === undefined && anyOf.some((one) => one.type === 'null');
}

/** The forms a value may have, null aside; mostly one. */
function alternatives(schema: JsonSchema): readonly JsonSchema[] {
  const { type, anyOf = [] } = schema;
  return type === undefined && anyOf.length > 0 ? anyOf.filter((one) => one.type !== 'null') : [schema];
}

/** What a value should be and is not; null when it is right as far as it is looked at alone. */
function expectation(schema: JsonSchema, value: unknown): string | null {
  const { type = [], const: only, enum: values = only === undefined ? undefined : [only] } = schema;
  if (values) return values.includes(value) ? null : values.map((one) => JSON.stringify(one)).join(' or ');
  const types = [type].flat();
  if (types.length > 0 && !types.some((name) => kinds[name]?.is(value))) {
    return kinds[types[0] ?? '']?.noun ?? 'something else';
  }
  if (typeof value === 'string') return textExpectation(schema, value);
  return typeof value === 'number' ? numberExpectation(schema, value) : null;
}

const kinds: Readonly<Record<string, { readonly noun: string; is(value: unknown): boolean }>> = {
  string: { noun: 'a text in quotes', is: (value) => typeof value === 'string' },
  number: { noun: 'a number', is: (value) => Number.isFinite(value) },
  integer: { noun: 'a whole number', is: (value) => Number.isSafeInteger(value) },
  boolean: { noun: 'true or false', is: (value) => typeof value === 'boolean' },
  array: { noun: 'a list', is: (value) => Array.isArray(value) },
  object: { noun: 'an object', is: isJsonObject },
  null: { noun: 'null', is: (value) => value === null },
};

function textExpectation({ pattern, description, minLength = 0 }: JsonSchema, text: string): string | null {
  if (text.length < minLength) return 'a text with at least one letter';
  if (pattern === undefined || new RegExp(pattern).test(text)) return null;
  return description ?? `a text like ${pattern}`;
}

function numberExpectation(schema: JsonSchema, value: number): string | null {
  const { minimum = value, maximum = value, exclusiveMinimum: below = -Infinity } = schema;
  if (value < minimum) return `a number of at least ${minimum}`;
  if (value <= below) return `a number above ${below}`;
  return value > maximum ? `a number of at most ${maximum}` : null;
}

function unknownKey(path: Path, key: string, known: readonly string[]): Problem {
  const close = nearest(key, known);
  return {
    path: pathText(path),
    message: `"${key}" is not a known key${close === null ? '' : `; the nearest is "${close}"`}.`,
    remedy: close === null ? `Remove it, or use one of: ${known.join(', ')}.` : `Rename it to "${close}".`,
  };
}

function absentKey(path: Path, key: string, property: JsonSchema): Problem {
  const owner = path.length === 0 ? 'The file' : pathText(path);
  return {
    path: pathText([...path, key]),
    message: `${owner} needs "${key}": ${alternatives(property)
      .map((one) => expectation(one, undefined))
      .join(' or ')}.`,
    remedy: `Add "${key}" to it.`,
  };
}

function wrongValue(path: Path, found: unknown, wanted: string, values: readonly unknown[] = []): Problem {
  const close = typeof found === 'string' ? nearest(found, values.map(String)) : null;
  return {
    path: pathText(path),
    message: `${shown(found)} is not ${wanted}.`,
    remedy: `Write ${close === null ? wanted : `"${close}"`}.`,
  };
}
