/** Checks the arguments of a call against the tool's own schema, and turns the older style into the current. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../skill/torii/json.ts';
import type { Definition } from './definitions.ts';
import { RestError } from './result.ts';
import type { ServerStyle } from './result.ts';
import { textOf } from './values.ts';

type Check = (value: JsonValue, schema: JsonObject) => boolean;

const checks: Readonly<Record<string, Check>> = {
  integer: (value, schema) => Number.isInteger(value) && within(Number(value), schema),
  string: (value, { enum: choice }) =>
    typeof value === 'string' && (!Array.isArray(choice) || choice.includes(value)),
  boolean: (value) => typeof value === 'boolean',
  array: (value, { items }) =>
    Array.isArray(value) && value.every((item) => !isJsonObject(items) || fits(item, items)),
  object: isJsonObject,
};

function fits(value: JsonValue, schema: JsonObject): boolean {
  return checks[textOf(schema['type'])]?.(value, schema) ?? true;
}

/** What the argument must be, in words. */
function demand(schema: JsonObject): string {
  return schema['enum'] === undefined
    ? `of type ${textOf(schema['type'])}`
    : `one of [${textOf(schema['enum'])}]`;
}

function within(value: number, { minimum, maximum }: JsonObject): boolean {
  return (
    (typeof minimum !== 'number' || value >= minimum) && (typeof maximum !== 'number' || value <= maximum)
  );
}

/** Throws a refusal that names the first argument that is unknown, missing or of the wrong type. */
export function checkArguments({ args: known, required }: Definition, args: JsonObject): void {
  for (const [name, value] of Object.entries(args)) {
    const schema = known[name];
    if (schema === undefined) throw new RestError(400, `"${name}" is not allowed`);
    if (!fits(value, schema)) throw new RestError(400, `"${name}" must be ${demand(schema)}`);
  }
  for (const name of required) {
    if (args[name] === undefined) throw new RestError(400, `"${name}" is required`);
  }
}

const jsonArguments = ['filters', 'aggs', 'baseFilters'] as const;

function parsed(name: string, value: JsonValue): JsonValue {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as JsonValue;
  } catch {
    throw new RestError(400, `"${name}" must be a valid JSON string`);
  }
}

/** The older server parses JSON out of strings and asks for everything at once: 1000 rows, or one with `aggs`. */
export function currentArguments(args: JsonObject, style: ServerStyle, lists: boolean): JsonObject {
  if (style === 'current') return args;
  const read = { ...args };
  for (const name of jsonArguments) {
    const value = read[name];
    if (value !== undefined) read[name] = parsed(name, value);
  }
  for (const name of ['idApp', 'idContract'] as const) {
    if (read[name] !== undefined) read[name] = Number(read[name]);
  }
  return lists ? { ...read, size: read['aggs'] === undefined ? 1000 : 1 } : read;
}
