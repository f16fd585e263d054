/**
 * The difference of two files for a person to read, also in the log of a build: what is somebody else's in it is
 * shown by its keys alone, because a configuration of servers holds their tokens, in any place and form.
 *
 * In: the file's name, both texts and what of it is ours. Out: the lines that change, with their neighbors.
 */
import { createScanner } from 'jsonc-parser';
import { difference } from './difference.ts';

export interface Texts {
  readonly before: string;
  readonly after: string;
  /** What would be written into an empty folder. */
  readonly ours: string;
}

const HIDDEN = '"…"';

export function shownDifference(file: string, { before, after, ours }: Texts): string[] {
  const hide = /\.json$/i.test(file) ? hiddenValues(ours) : hiddenWords;
  return difference(hide(before), hide(after));
}

/** Every string that is a value, except those that we write ourselves. */
function hiddenValues(ours: string): (text: string) => string {
  const own = new Set(stringsIn(ours).map(({ value }) => value));
  return (text) => {
    const strings = stringsIn(text).filter(({ isKey, value }) => !isKey && !own.has(value));
    return strings.reduceRight((now, { from, to }) => now.slice(0, from) + HIDDEN + now.slice(to), text);
  };
}

interface StringAt {
  readonly from: number;
  readonly to: number;
  readonly value: string;
  readonly isKey: boolean;
}

function stringsIn(text: string): StringAt[] {
  const scanner = createScanner(text, true);
  const found: StringAt[] = [];
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    const from = scanner.getTokenOffset();
    const to = from + scanner.getTokenLength();
    const last = found.at(-1);
    if (text.charAt(from) === '"') found.push({ from, to, value: scanner.getTokenValue(), isKey: false });
    else if (text.charAt(from) === ':' && last !== undefined)
      found[found.length - 1] = { ...last, isKey: true };
  }
  return found;
}

/** In a text: where passwords and tokens are written. */
function hiddenWords(text: string): string {
  return text
    .replaceAll(/(\/\/)[^\s/@]+@/g, '$1…@')
    .replaceAll(/(https?:\/\/[^\s?#)"'`]+\?)[^\s)"'`]+/g, '$1…')
    .replaceAll(/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi, '$1 …')
    .replaceAll(
      /((?:token|secret|password|passwd|api[-_]?key|authorization|cookie)["'`]?\s*[:=]\s*["'`]?)(?!(?:Bearer|Basic)\b)[^\s"'`,}]+/gi,
      '$1…',
    );
}
