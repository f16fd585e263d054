/**
 * Adds our server to a file with `mcpServers`, keeping every other byte that means something.
 *
 * The file is written anew by its structure, so it is first made sure that nothing would get lost that
 * way: a key that stands twice, or a number too long for JavaScript, is a reason to leave it alone.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../torii/json.ts';
import type { Merged } from './merged.ts';

const BYTE_ORDER_MARK = '\uFEFF';

export function mergeServers(existing: string, ours: string): Merged {
  const text = existing.startsWith(BYTE_ORDER_MARK) ? existing.slice(1) : existing;
  if (text.trim() === '') return { ok: true, text: ours };
  const json = parsed(text);
  if (!json.ok) return json;
  if (compact(text) !== JSON.stringify(json.value)) {
    return {
      ok: false,
      why: 'not-kept',
      detail: 'a key stands twice, or a number or an escape would change',
    };
  }
  if (!isJsonObject(json.value)) return { ok: false, why: 'no-servers', detail: 'it is not an object' };
  return withServers(json.value, serversIn(ours), text);
}

type Parsed = { readonly ok: true; readonly value: unknown } | (Merged & { readonly ok: false });

function parsed(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, why: 'not-json', detail: error instanceof Error ? error.message : String(error) };
  }
}

/** The text without the white space between its parts: what `JSON.stringify` would have written. */
function compact(text: string): string {
  return text.replaceAll(/("(?:[^"\\]|\\.)*")|\s+/g, (_all, string: string | undefined) => string ?? '');
}

/** Our own files are made a few lines away, so they have this shape. */
function serversIn(ours: string): JsonObject {
  const value: unknown = JSON.parse(ours);
  const servers = isJsonObject(value) ? value['mcpServers'] : undefined;
  return isJsonObject(servers) ? servers : {};
}

function withServers(file: JsonObject, ours: JsonObject, text: string): Merged {
  const theirs = file['mcpServers'] ?? {};
  if (!isJsonObject(theirs))
    return { ok: false, why: 'no-servers', detail: 'its mcpServers is not an object' };
  for (const [name, entry] of Object.entries(ours)) {
    const old = theirs[name];
    if (old !== undefined && !isJsonObject(old)) return elsewhere(name, JSON.stringify(old));
    const place = old === undefined ? null : otherPlace(old, entry);
    if (place !== null) return elsewhere(name, place);
  }
  const servers = Object.entries(ours).map(([name, entry]) => [name, over(theirs[name], entry)] as const);
  const mcpServers = { ...theirs, ...Object.fromEntries(servers) };
  return { ok: true, text: asWritten({ ...file, mcpServers }, text) };
}

function elsewhere(name: string, place: string): Merged {
  return { ok: false, why: 'other-server', detail: `its entry "${name}" points to ${place}` };
}

/** Ours wins key by key; what only they have stays, such as a time limit or environment variables. */
function over(old: JsonValue | undefined, ours: JsonValue): JsonValue {
  return isJsonObject(old) && isJsonObject(ours) ? { ...old, ...ours } : ours;
}

/** Where an entry points that does not point to our address; null where it does. */
function otherPlace(old: JsonObject, ours: unknown): string | null {
  const addresses = addressesIn(ours);
  const theirs = addressesIn(old);
  if (theirs.some((address) => addresses.includes(address))) return null;
  return theirs[0] ?? JSON.stringify(old['command'] ?? old);
}

/** The addresses of an entry, in its `url` or among its arguments. */
function addressesIn(entry: unknown): string[] {
  if (!isJsonObject(entry)) return [];
  const { url, args } = entry;
  const words: unknown[] = [url, ...(Array.isArray(args) ? args : [])];
  return words.flatMap((word) =>
    typeof word === 'string' && /^https?:/.test(word) && URL.canParse(word) ? [new URL(word).href] : [],
  );
}

/** With the file's own indentation, line ends and end. */
function asWritten(value: JsonObject, text: string): string {
  const indent = /^\s*\{\r?\n([ \t]+)/.exec(text)?.[1] ?? '  ';
  const lines =
    JSON.stringify(value, null, indent) + (/\n\s*$/.test(text) || !text.includes('\n') ? '\n' : '');
  return text.includes('\r\n') ? lines.replaceAll('\n', '\r\n') : lines;
}
