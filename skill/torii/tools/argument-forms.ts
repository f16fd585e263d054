/**
 * Arguments in the form that a server wants. The reader speaks one dialect (fields as a list, aggs
 * and filters as values); a tool's own schema, or the dialect captured when the tenant was set up,
 * says how each travels. Keys that a tool is known not to take are left out.
 */
import type { ArgumentForm, ArgumentForms } from '../base/bridge.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../base/json.ts';

/** `older`: structured arguments travel as JSON text, as the first Torii server wanted them. */
type DialectStyle = 'current' | 'older';

/** One tool as captured at set-up: pages are never shown schemas. */
export interface CapturedTool {
  readonly name: string;
  readonly args: readonly string[];
  readonly style: DialectStyle;
}

/** Choices inside choices below this say nothing a caller could use. */
const DEEPEST_CHOICE = 4;

export const unknownForm: ArgumentForm = { types: [], values: [], maximum: null, description: '' };
const jsonText: ArgumentForm = { ...unknownForm, types: ['string'] };

/** Keys that mean the same id; a server takes one of them. */
const sameId: readonly (readonly string[])[] = [
  ['idApp', 'id', 'appId'],
  ['idContract', 'id'],
  ['idUser', 'id'],
];

function typesOf(schema: JsonObject, depth = 0): string[] {
  const { type } = schema;
  const own = Array.isArray(type) ? type : [type];
  const choices = ['anyOf', 'oneOf'].flatMap((key) => (Array.isArray(schema[key]) ? schema[key] : []));
  const nested =
    depth < DEEPEST_CHOICE ? choices.filter(isJsonObject).flatMap((one) => typesOf(one, depth + 1)) : [];
  return [...own.filter((name) => typeof name === 'string'), ...nested];
}

function valuesOf(schema: JsonObject, depth = 0): string[] {
  const listed = Array.isArray(schema['enum']) ? schema['enum'] : [schema['const']];
  const choices = ['anyOf', 'oneOf'].flatMap((key) => (Array.isArray(schema[key]) ? schema[key] : []));
  return [
    ...listed.filter((value) => typeof value === 'string'),
    ...(depth < DEEPEST_CHOICE
      ? choices.filter(isJsonObject).flatMap((one) => valuesOf(one, depth + 1))
      : []),
  ];
}

function formOf(schema: JsonValue | undefined): ArgumentForm {
  if (!isJsonObject(schema)) return unknownForm;
  const { maximum, description } = schema;
  return {
    types: typesOf(schema),
    values: valuesOf(schema),
    maximum: typeof maximum === 'number' ? maximum : null,
    description: typeof description === 'string' ? description : '',
  };
}

/** The arguments an input schema declares; null when it declares none in a form we can read. */
export function formsOfSchema(schema: JsonObject | undefined): ArgumentForms | null {
  const properties = schema?.['properties'];
  if (isJsonObject(properties)) {
    return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, formOf(value)]));
  }
  return schema?.['additionalProperties'] === false ? {} : null;
}

/** The arguments of a captured tool; an older server wants text where a value would do elsewhere. */
export function formsOfCaptured(captured: CapturedTool): ArgumentForms {
  const form = captured.style === 'older' ? jsonText : unknownForm;
  const plain = new Set(['size', 'limit', 'cursor', 'includeLicenses', 'idApp', 'id', 'appId', 'idUser']);
  return Object.fromEntries(captured.args.map((key) => [key, plain.has(key) ? unknownForm : form]));
}

function typeName(value: JsonValue): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value;
}

function takes(form: ArgumentForm, value: JsonValue): boolean {
  const name = typeName(value);
  if (name === 'number' && form.types.includes('integer')) return Number.isInteger(value);
  return form.types.includes(name);
}

function asText(key: string, value: JsonValue): string {
  if (typeof value === 'string') return value;
  const plainList = Array.isArray(value) && value.every((item) => typeof item !== 'object');
  return plainList && key !== 'filters' ? value.join(',') : JSON.stringify(value);
}

/** The value in a form the argument accepts; undefined when no form of it fits. */
function fitted(key: string, given: JsonValue, form: ArgumentForm): JsonValue | undefined {
  const value = typeof given === 'number' && form.maximum !== null ? Math.min(given, form.maximum) : given;
  if (form.values.length > 0 && !form.values.includes(asText(key, value))) return undefined;
  // A list of field names travels as text unless a server asks for a list: Torii's own form.
  if (form.types.length === 0) return key === 'fields' ? asText(key, value) : value;
  if (takes(form, value)) return value;
  if (form.types.includes('string')) return asText(key, value);
  if (form.types.includes('array')) return typeof value === 'string' ? value.split(',') : [value];
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  const numeric = form.types.includes('number') || form.types.includes('integer');
  return numeric && Number.isFinite(number) ? number : undefined;
}

/** The key under which this server takes an argument; null when it takes it under none. */
function keyOn(forms: ArgumentForms, key: string, allowed: readonly string[]): string | null {
  if (Object.hasOwn(forms, key)) return key;
  const others = sameId.find((group) => group[0] === key) ?? [];
  return others.find((other) => allowed.includes(other) && Object.hasOwn(forms, other)) ?? null;
}

/** Shapes arguments for the wire; keys the tool does not take, or cannot take so, are left out. */
export function shapeArguments(
  args: JsonObject,
  forms: ArgumentForms | null,
  allowed: readonly string[],
): JsonObject {
  const shaped: JsonObject = {};
  for (const [given, value] of Object.entries(args)) {
    const key = forms === null ? given : keyOn(forms, given, allowed);
    if (key === null) continue;
    const form = forms === null || forms[key] === undefined ? unknownForm : forms[key];
    const fit = fitted(key, value, form);
    if (fit !== undefined) shaped[key] = fit;
  }
  return shaped;
}
