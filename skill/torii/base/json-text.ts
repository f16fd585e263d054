/**
 * JSON in text that a model, a server or a shell has wrapped: prose before it, code fences around it,
 * an end that is missing.
 *
 * In: any text. Out: the JSON values found in order, the words outside them, and whether the text
 * stops in the middle of a value. Never throws.
 */
export interface JsonText {
  readonly values: readonly unknown[];
  /** Everything outside the values, for error words and notices. */
  readonly prose: string;
  /** A value begins but its end is missing, or its middle was left out. */
  readonly cut: boolean;
}

/** Deep enough for any reply, short enough that hostile text cannot keep us busy. */
const MOST_VALUES = 10_000;
const MOST_MISSES = 100;
const LOOKS_LIKE_JSON = /^(?:\{\s*(?:["}]|$)|\[\s*(?:[{["\]]|$))/;
const ELIDED = /\.\.\.|…|truncat/i;

function parsed(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

const QUOTE = 34;
const BACKSLASH = 92;

/** Index just past the bracket that closes the one at `start`; -1 when the text ends before it. */
function endOf(text: string, start: number): number {
  let depth = 0;
  let quoted = false;
  for (let index = start; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (quoted) {
      if (code === BACKSLASH) index += 1;
      else if (code === QUOTE) quoted = false;
      continue;
    }
    if (code === QUOTE) quoted = true;
    else if (code === 123 || code === 91) depth += 1;
    else if (code === 125 || code === 93) depth -= 1;
    if (depth === 0) return index + 1;
  }
  return -1;
}

/** Numbers in brackets, as in "Note [1]", are prose. */
function isData(value: unknown): boolean {
  return !Array.isArray(value) || value.every((item) => typeof item === 'object' && item !== null);
}

/** Walks from bracket to bracket; stops at the first value that begins like JSON and does not end. */
function scan(text: string): JsonText {
  const values: unknown[] = [];
  const prose: string[] = [];
  const brackets = /[{[]/g;
  let from = 0;
  let misses = 0;
  let found: RegExpExecArray | null;
  while (values.length < MOST_VALUES && misses < MOST_MISSES && (found = brackets.exec(text)) !== null) {
    const start = found.index;
    const likely = LOOKS_LIKE_JSON.test(text.slice(start, start + 40));
    const end = likely ? endOf(text, start) : -1;
    if (likely && end < 0) return { values, prose: prose.join('') + text.slice(from, start), cut: true };
    const result = likely ? parsed(text.slice(start, end)) : null;
    if (likely && result === null && ELIDED.test(text.slice(start, end))) {
      return { values, prose: prose.join('') + text.slice(from, start), cut: true };
    }
    if (result === null || !isData(result.value)) {
      misses += likely ? 1 : 0;
      continue;
    }
    values.push(result.value);
    prose.push(text.slice(from, start));
    from = end;
    brackets.lastIndex = end;
  }
  return { values, prose: prose.join('') + text.slice(from), cut: false };
}

/** Finds the JSON in a text; a text that is JSON as a whole is parsed once and not walked. */
export function jsonIn(text: string): JsonText {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  const whole = parsed(trimmed);
  if (whole === null) return scan(trimmed);
  if (typeof whole.value === 'object' && whole.value !== null) {
    return { values: [whole.value], prose: '', cut: false };
  }
  // A JSON string may hold the reply once more; any other bare scalar is prose.
  return typeof whole.value === 'string' ? jsonIn(whole.value) : { values: [], prose: trimmed, cut: false };
}
