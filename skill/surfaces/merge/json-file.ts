/**
 * A JSON file of somebody else's, changed in places: every byte outside them stays, with the byte order mark,
 * the indentation and the line ends.
 *
 * In: the text. Out: its value and a way to set a path, or why it must be left alone. A key that occurs twice is
 * such a reason: which of the two a host reads is unclear.
 */
import { applyEdits, createScanner, modify, type Edit } from 'jsonc-parser';
import { isJsonObject, type JsonObject, type JsonValue } from '../../torii/json.ts';
import type { Merged } from './merged-text.ts';
import { errorMessage } from '../../torii/failure.ts';

export type JsonPath = readonly (string | number)[];

export interface JsonFile {
  readonly value: JsonObject;
  /** The text with other values at these paths; a path is set in what the ones before it have left. */
  with(changes: readonly JsonChange[]): string;
}

export interface JsonChange {
  readonly path: JsonPath;
  /** Undefined removes what is there. */
  readonly value: unknown;
  /** Put in as an item of an array, after the last one, instead of in the place of one. */
  readonly isNew?: boolean;
}

type Opened = { readonly ok: true; readonly file: JsonFile } | (Merged & { readonly ok: false });

const BYTE_ORDER_MARK = '\uFEFF';

/** No real configuration is deeper, and programs that walk it would overflow. */
const DEEPEST = 200;

export function openJsonFile(existing: string): Opened {
  const mark = existing.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  const text = existing.slice(mark.length);
  if (depthOf(text) > DEEPEST) return { ok: false, why: 'not-kept', detail: 'it is nested too deeply' };
  const parsed = parse(text);
  if (!parsed.ok) return parsed;
  if (!isJsonObject(parsed.value)) return { ok: false, why: 'no-servers', detail: 'it is not an object' };
  if (hasKeyTwice(text)) return { ok: false, why: 'not-kept', detail: 'a key occurs twice in it' };
  const file = {
    value: parsed.value,
    with: (changes: readonly JsonChange[]) => mark + changed(text, changes),
  };
  return { ok: true, file };
}

type Parsed = { readonly ok: true; readonly value: unknown } | (Merged & { readonly ok: false });

/** Strictly: what a host would not read as JSON is not for us to write into. */
function parse(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, why: 'not-json', detail: errorMessage(error) };
  }
}

function depthOf(text: string): number {
  let [depth, deepest] = [0, 0];
  for (const { sign } of tokensOf(text)) {
    if (sign === '{' || sign === '[') depth += 1;
    if (sign === '}' || sign === ']') depth -= 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

interface Token {
  /** Its first character, which tells brackets, colons and strings apart. */
  readonly sign: string;
  /** Of a string, what it says. */
  readonly value: string;
}

/** One after the other, so that no nesting is too deep for it. */
function* tokensOf(text: string): Generator<Token> {
  const scanner = createScanner(text, true);
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    yield { sign: text.charAt(scanner.getTokenOffset()), value: scanner.getTokenValue() };
  }
}

/** A string before a colon is a key of the object that is open. */
function hasKeyTwice(text: string): boolean {
  const open: Set<string>[] = [];
  let before = '';
  for (const { sign, value } of tokensOf(text)) {
    if (sign === '{' || sign === '[') open.push(new Set());
    else if (sign === '}' || sign === ']') open.pop();
    else if (sign === '"') before = value;
    else if (sign === ':') {
      if (open.at(-1)?.has(before) === true) return true;
      open.at(-1)?.add(before);
    }
  }
  return false;
}

function changed(text: string, changes: readonly JsonChange[]): string {
  const layout = layoutOf(text);
  return changes.reduce((now, { path, value, isNew = false }) => {
    // Without options the neighbors stay as they are; with them, the library would format them as well.
    const edits = modify(now, [...path], value, { isArrayInsertion: isNew });
    return applyEdits(
      now,
      value === undefined ? edits : edits.map((edit) => laidOut(edit, now, path, layout)),
    );
  }, text);
}

interface Layout {
  readonly indent: string;
  /** Null where the whole file is one line. */
  readonly eol: string | null;
}

/** The file's own indentation and line ends. */
function layoutOf(text: string): Layout {
  const indent = /^\s*\{\r?\n([ \t]+)/.exec(text)?.[1] ?? '  ';
  return {
    indent,
    eol: text.includes('\r\n') ? '\r\n' : text.trim().includes('\n') || text.trim() === '{}' ? '\n' : null,
  };
}

/** What the library puts in: a comma after another entry, a key where there was none, the value. */
const PUT_IN = /^(,?)("(?:[^"\\]|\\.)*":)?([^]*)$/;

function laidOut(edit: Edit, text: string, path: JsonPath, { indent, eol }: Layout): Edit {
  if (eol === null) return edit;
  const depth = depthIn(JSON.parse(text), path);
  const line = eol + indent.repeat(depth);
  const [, comma = '', key = '', json = ''] = PUT_IN.exec(edit.content) ?? [];
  const value = JSON.stringify(JSON.parse(json), null, indent).replaceAll('\n', line);
  // In the place of an old value.
  if (edit.length > 0 && key === '') return { ...edit, content: value };
  const end = comma === '' && /^[}\]]/.test(text.slice(edit.offset)) ? eol + indent.repeat(depth - 1) : '';
  return { ...edit, content: `${comma}${line}${key === '' ? '' : `${key} `}${value}${end}` };
}

/** How many of the objects and arrays on the way are there already. */
function depthIn(value: unknown, path: JsonPath): number {
  let [depth, now] = [0, value];
  for (const step of path) {
    if (typeof now !== 'object' || now === null) break;
    depth += 1;
    const next: unknown = Reflect.get(now, step);
    now = next;
  }
  return depth;
}

/** The same value, in whatever order its keys are. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isJsonObject(value)) return value;
  const entries: [string, JsonValue][] = Object.entries(value);
  return Object.fromEntries(
    entries.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, ordered(v)]),
  );
}
