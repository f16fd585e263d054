/** JSON as it crosses the border: nothing about its shape is trusted until a decoder has looked. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;

export type JsonObject = { [key: string]: JsonValue };

/**
 * No Torii record, schema or configuration nests this deep. What does is cut before anything walks it:
 * a walk that follows a hostile value to its end overflows the stack.
 */
export const DEEPEST_VALUE = 24;

/** Replaces a part that is nested too deeply: a text, so that it reads as a value that cannot be read. */
export const TOO_DEEP = '[nested too deeply to read]';

/** Whether a value nests deeper than `most` levels. Walks no further than that. */
export function isDeeperThan(value: unknown, most: number = DEEPEST_VALUE): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return most === 0 || Object.values(value).some((inner) => isDeeperThan(inner, most - 1));
}

/** The value with every part below `most` levels replaced by a text. */
export function cutDeeperThan(value: unknown, most: number = DEEPEST_VALUE): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (most === 0) return TOO_DEEP;
  if (Array.isArray(value)) return value.map((inner) => cutDeeperThan(inner, most - 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, cutDeeperThan(inner, most - 1)]),
  );
}

/** True for a plain JSON object; arrays and null are not objects here. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value that a text is; null where it is no JSON, too. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The object that a text is; null where it is anything else. */
export function parsedObject(text: string): JsonObject | null {
  const value = parsedJson(text);
  return isJsonObject(value) ? value : null;
}
