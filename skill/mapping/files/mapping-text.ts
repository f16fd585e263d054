/**
 * Checks a mapping as the text of a file. JSON keeps only the last of two equal keys and says nothing,
 * so a threshold or an override could be lost unseen; here it is a problem like any other.
 */
import { parseMapping, type ParsedMapping } from './check.ts';
import type { Problem } from '../base/problem.ts';
import { errorMessage } from '../../torii/failure.ts';

export function parseMappingText(text: string): ParsedMapping {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { ok: false, problems: [notJson(error)] };
  }
  const parsed = parseMapping(json);
  const repeated = repeatedKeys(text);
  if (repeated.length === 0) return parsed;
  return { ok: false, problems: parsed.ok ? repeated : [...repeated, ...parsed.problems] };
}

function notJson(error: unknown): Problem {
  const why = errorMessage(error);
  return {
    path: '(file)',
    message: `This is not JSON: ${why}.`,
    remedy: 'Look for a missing comma, quote or bracket near that place; comments are not allowed.',
  };
}

interface Level {
  readonly keys: Set<string>;
  /** Where in the object or list the scan is. */
  at: string | number;
}

/** Strings (a key when a colon follows), brackets and commas; everything else is no structure. */
const token = /("(?:[^"\\]|\\.)*")(\s*:)?|[{}[\],]/g;

/** Keys that occur twice in one object of a text that is JSON. */
function repeatedKeys(text: string): Problem[] {
  const problems: Problem[] = [];
  const levels: Level[] = [];
  for (const [mark, string, colon] of text.matchAll(token)) {
    const level = levels.at(-1);
    if (mark === '{' || mark === '[') levels.push({ keys: new Set(), at: 0 });
    else if (mark === '}' || mark === ']') levels.pop();
    else if (mark === ',' && typeof level?.at === 'number') level.at += 1;
    else if (level && string !== undefined && colon !== undefined) {
      level.at = String(JSON.parse(string));
      if (level.keys.has(level.at)) problems.push(repeatedKey(levels));
      level.keys.add(level.at);
    }
  }
  return problems;
}

function repeatedKey(levels: readonly Level[]): Problem {
  const path = levels.map(({ at }) => at).join('.');
  const key = String(levels.at(-1)?.at ?? '');
  return {
    path,
    message: `"${key}" occurs twice in the same object; only the last would count.`,
    remedy: 'Keep one of them.',
  };
}
