import { isJsonObject, type JsonObject } from '../../torii/json.ts';
import type { PageConfiguration } from './configured-page.ts';

/** The block at the top of the React module; it ends with the first brace at the start of a line. */
const block = /^((?:const|let|var) configuration = )(\{[\s\S]*?^\})/m;

/**
 * The React module with its configuration replaced; keys not given keep their value. Returns null when
 * there is no such block, or one that was edited into something unreadable.
 */
export function configuredModule(source: string, configuration: PageConfiguration): string | null {
  const held = moduleConfiguration(source);
  if (held === null) return null;
  const merged = JSON.stringify({ ...held, ...configuration }, null, 2);
  return source.replace(block, (_, open: string) => open + asciiJson(merged));
}

/** What the module's block holds; null when it cannot be told. */
export function moduleConfiguration(source: string): JsonObject | null {
  const literal = block.exec(source)?.[2];
  if (literal === undefined) return null;
  try {
    const value: unknown = JSON.parse(jsonOf(literal));
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}

const text = String.raw`"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'`;
const commented = new RegExp(String.raw`(${text})|/\*[\s\S]*?\*/|//[^\n]*`, 'g');
const looser = new RegExp(String.raw`(${text})|([A-Za-z_$][\w$]*)(?=\s*:)|,(?=\s*[}\]])`, 'g');

/** A literal as people write it, comments, bare keys, single quotes and all, as JSON. */
function jsonOf(literal: string): string {
  const bare = literal.replace(commented, (_, kept: string | undefined) => kept ?? '');
  return bare.replace(looser, (_, kept: string | undefined, key: string | undefined) => {
    if (kept !== undefined) return doubleQuoted(kept);
    return key === undefined ? '' : `"${key}"`;
  });
}

function doubleQuoted(quoted: string): string {
  if (quoted.startsWith('"')) return quoted;
  return `"${quoted
    .slice(1, -1)
    .replaceAll("\\'", "'")
    .replace(/(?<!\\)"/g, '\\"')}"`;
}

/** Survives any re-encoding; JSON is a subset of JavaScript. */
function asciiJson(json: string): string {
  return json.replace(/[<>]|[^\0-\x7f]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
