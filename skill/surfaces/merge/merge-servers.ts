/** Adds our server to a file with `mcpServers`, and leaves every other byte as it was. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../torii/json.ts';
import { isSame, openJsonFile, type JsonChange } from './json-file.ts';
import type { Merged } from './merged-text.ts';

export function mergeServers(existing: string, ours: string): Merged {
  if (existing.replace(/^\uFEFF/, '').trim() === '') return { ok: true, text: ours };
  const opened = openJsonFile(existing);
  if (!opened.ok) return opened;
  const theirs = opened.file.value['mcpServers'];
  if (theirs !== undefined && !isJsonObject(theirs)) {
    return { ok: false, why: 'no-servers', detail: 'its mcpServers is not an object' };
  }
  const servers = Object.entries(serversIn(ours));
  const problem = servers
    .map(([name, entry]) => conflict(name, theirs?.[name], entry))
    .find((one) => one !== null);
  if (problem !== undefined) return problem;
  const changes = servers.flatMap(([name, entry]) => changesFor(name, theirs?.[name], entry));
  return { ok: true, text: opened.file.with(changes) };
}

/** Our own files are made a few lines away, so they have this shape. */
function serversIn(ours: string): JsonObject {
  const value: unknown = JSON.parse(ours);
  const servers = isJsonObject(value) ? value['mcpServers'] : undefined;
  return isJsonObject(servers) ? servers : {};
}

/** Ours wins key by key; what only they have stays, such as a time limit or environment variables. */
function changesFor(name: string, old: JsonValue | undefined, entry: JsonValue): JsonChange[] {
  const path = ['mcpServers', name];
  if (!isJsonObject(old) || !isJsonObject(entry)) return [{ path, value: entry }];
  const differing = Object.entries(entry).filter(([key, value]) => !isSame(old[key], value));
  return differing.map(([key, value]) => ({ path: [...path, key], value }));
}

function conflict(
  name: string,
  old: JsonValue | undefined,
  entry: JsonValue,
): (Merged & { ok: false }) | null {
  if (old === undefined) return null;
  const place = isJsonObject(old) ? otherPlace(old, entry) : 'something that is no entry';
  if (place === null) return null;
  return { ok: false, why: 'other-server', detail: `its entry "${name}" points to ${place}` };
}

/** Where an entry points that does not point to our address; null where it does. */
function otherPlace(old: JsonObject, ours: unknown): string | null {
  const addresses = addressesIn(ours).map(({ href }) => href);
  const theirs = addressesIn(old);
  if (theirs.some(({ href }) => addresses.includes(href))) return null;
  const [first] = theirs;
  if (first !== undefined) return withoutCredentials(first);
  const { command } = old;
  return typeof command === 'string' ? `the command ${command}` : 'a server of another kind';
}

/** What an address says of a place, without whom and with what it is asked. */
function withoutCredentials({ origin, pathname }: URL): string {
  return origin + pathname;
}

/** The addresses of an entry, in its `url` or among its arguments. */
function addressesIn(entry: unknown): URL[] {
  if (!isJsonObject(entry)) return [];
  const { url, args } = entry;
  const words: unknown[] = [url, ...(Array.isArray(args) ? args : [])];
  return words.flatMap((word) =>
    typeof word === 'string' && /^https?:/.test(word) && URL.canParse(word) ? [new URL(word)] : [],
  );
}
