/** An amount as people write it: with a sign, in parentheses, with its currency before or after it. */
import { currencyNamed } from './currency-words.ts';
import { decimalOf } from './decimal-text.ts';

export interface WrittenAmount {
  readonly amount: number;
  /** Null where the text names none. */
  readonly currency: string | null;
}

/** No amount is written longer. The pattern below tries every way to part a text, which takes for ever in a long one. */
const LONGEST = 120;

/** The text before the number, the number, and the text after it. */
const parts = /^([^\d(+−–-]*)([(+−–-]?)\s*([^\d.,'’]*)(\d(?:[\d.,\s'’]*\d)?)([^\d]*)$/u;

/** Null for a text with two meanings, or with a word that is no currency. */
export function writtenAmount(text: string, expected: string | null): WrittenAmount | null {
  if (text.length > LONGEST) return null;
  const [, before = '', sign = '', inside = '', number = '', after = ''] = parts.exec(text.trim()) ?? [];
  const ending = endingOf(after);
  if (ending === null || number === '') return null;
  if ((sign === '(') !== ending.isClosed || (sign !== '' && ending.isNegative)) return null;
  const amount = decimalOf(tidy(number, ending.mark));
  const named = [before, inside, ending.word].map((word) => word.trim()).filter((word) => word !== '');
  const codes = named.map((word) => currencyNamed(word, expected));
  if (amount === null || codes.includes(null) || new Set(codes).size > 1) return null;
  const isNegative = ending.isNegative || (sign !== '' && sign !== '+');
  return { amount: isNegative ? -amount : amount, currency: codes[0] ?? null };
}

interface Ending {
  readonly word: string;
  readonly isClosed: boolean;
  readonly isNegative: boolean;
  /** The mark before a dash that means no cents: "1.200,-". */
  readonly mark: string;
}

/** "EUR", ")", "-" for a sign at the end, ".-" and ",--" for no cents. */
function endingOf(after: string): Ending | null {
  const [, mark = '', dash = '', first = '', close = '', second = ''] =
    /^\s*([.,]?)([-−–—]*)\s*([^)]*?)\s*(\)?)\s*([^)]*)$/u.exec(after) ?? [];
  if (first !== '' && second !== '') return null;
  if (mark !== '' && dash === '') return null;
  return { word: first || second, isClosed: close !== '', isNegative: dash !== '' && mark === '', mark };
}

/** "1.200,-" has its decimal mark before the dash, so the other one groups. */
function tidy(number: string, mark: string): string {
  return mark === '' ? number : `${number}${mark}00`;
}
