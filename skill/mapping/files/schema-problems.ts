/**
 * Turns the issues of a schema into problems that name the key and the remedy. In: the issues, the
 * schema and what was checked. Out: one problem per issue; nothing is thrown.
 */
import type * as z from 'zod/mini';
import { nearest } from '../base/nearest.ts';
import { pathText, type Problem } from '../base/problem.ts';
import { quoteValue } from '../base/quote-value.ts';

type Issue = z.core.$ZodIssue;

export function schemaProblems(error: z.core.$ZodError, schema: z.ZodMiniType, json: unknown): Problem[] {
  return error.issues.flatMap((issue) => problemsOf(issue, schema, json));
}

function problemsOf(issue: Issue, schema: z.ZodMiniType, json: unknown): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) => unknownKey(issue.path, key, known));
  }
  return [valueAt(json, issue.path) === undefined ? absentKey(issue) : wrongValue(issue, json)];
}

function unknownKey(parent: readonly PropertyKey[], key: string, known: readonly string[]): Problem {
  const close = nearest(key, known);
  return {
    path: pathText([...parent, key]),
    message: `"${key}" is not a known key${close === null ? '' : `; the nearest is "${close}"`}.`,
    remedy: close === null ? `Remove it, or use one of: ${known.join(', ')}.` : `Rename it to "${close}".`,
  };
}

function absentKey(issue: Issue): Problem {
  const key = String(issue.path.at(-1) ?? '');
  const owner = pathText(issue.path.slice(0, -1));
  const need = `${owner === '(file)' ? 'The file' : owner} needs "${key}": ${expectation(issue)}`;
  return { path: pathText(issue.path), message: `${need}.`, remedy: `Add "${key}" to it.` };
}

function wrongValue(issue: Issue, json: unknown): Problem {
  const found = issue.code === 'invalid_key' ? issue.path.at(-1) : valueAt(json, issue.path);
  const close =
    issue.code === 'invalid_value' && typeof found === 'string'
      ? nearest(found, issue.values.map(String))
      : null;
  const wanted = close === null ? expectation(issue) : `"${close}"`;
  return {
    path: pathText(issue.path),
    message: `${quoteValue(found)} is not ${expectation(issue)}.`,
    remedy: `Write ${wanted}.`,
  };
}

function expectation(issue: Issue): string {
  if (issue.code === 'invalid_value') return issue.values.map((value) => JSON.stringify(value)).join(' or ');
  if (issue.code === 'invalid_type') return nouns[issue.expected] ?? String(issue.expected);
  if (issue.code === 'invalid_union') return eitherOf(issue);
  if (issue.code === 'invalid_key') return issue.issues.map(expectation).join(', ');
  if (issue.code === 'too_big') return `a number of at most ${issue.maximum}`;
  if (issue.code !== 'too_small') return issue.message;
  if (issue.origin === 'string') return 'a text with at least one letter';
  return `a number ${issue.inclusive === false ? 'above' : 'of at least'} ${issue.minimum}`;
}

/** The forms of which one is wanted; what is wrong inside one of them is said by its first words. */
function eitherOf({ errors }: Extract<Issue, { code: 'invalid_union' }>): string {
  return (
    [...new Set(errors.flatMap(([first]) => (first ? [expectation(first)] : [])))].join(' or ') ||
    'of another form'
  );
}

const nouns: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let value = json;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/** Keys that an object of the schema may have, found by walking the path through wrappers. */
function keysAt(schema: z.ZodMiniType, path: readonly PropertyKey[]): string[] {
  let at: unknown = unwrapped(schema);
  for (const key of path) at = unwrapped(member(at, key));
  return Object.keys(shapeOf(at) ?? {});
}

function member(schema: unknown, key: PropertyKey): unknown {
  const definition = definitionOf(schema);
  const shape = shapeOf(schema);
  return shape ? Reflect.get(shape, key) : (definition?.['valueType'] ?? definition?.['element']);
}

function unwrapped(schema: unknown): unknown {
  const inner = definitionOf(schema)?.['innerType'];
  return inner === undefined ? schema : unwrapped(inner);
}

function shapeOf(schema: unknown): object | undefined {
  const shape = definitionOf(schema)?.['shape'];
  return typeof shape === 'object' && shape !== null ? shape : undefined;
}

/** What a schema is made of; zod publishes it as `def` on every schema. */
function definitionOf(schema: unknown): Record<string, unknown> | undefined {
  if (typeof schema !== 'object' || schema === null || !('def' in schema)) return undefined;
  const { def } = schema;
  return typeof def === 'object' && def !== null ? { ...def } : undefined;
}
