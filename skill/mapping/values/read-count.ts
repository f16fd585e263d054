/** Whole numbers of seats or people; a text may say what it counts ("120 seats"). */
import type { JsonValue } from '../../torii/json.ts';
import { isGroupOrFraction } from '../base/decimal-text.ts';
import type { Value } from '../base/portfolio.ts';
import { plainWord } from '../base/plain-text.ts';
import { invalid, known, missing } from '../base/value.ts';

export function readCount(raw: JsonValue): Value<number> {
  const count = typeof raw === 'number' ? raw : typeof raw === 'string' ? countOfText(raw) : null;
  return count !== null && Number.isSafeInteger(count) && count >= 0 ? known(count + 0) : invalid(raw);
}

/** A number of seats; text that means "unlimited" is not a number. */
export function readSeats(raw: JsonValue): Value<number> {
  return readsUnlimited(raw) ? missing('placeholder') : readCount(raw);
}

const boundless = new Set(
  'unlimited unbegrenzt unbeschrankt illimite illimitee ilimitado ilimitada illimitato illimitata onbeperkt infinite sitelicense sitelicence ∞'.split(
    ' ',
  ),
);

/** -1, or the word itself. */
export function saysUnlimited(raw: JsonValue): boolean {
  if (typeof raw === 'number') return raw === -1;
  if (typeof raw !== 'string') return false;
  const text = raw.trim();
  return text === '-1' || text === '∞' || boundless.has(plainWord(text));
}

/** Five or more nines mean the same. */
export function readsUnlimited(raw: JsonValue): boolean {
  return saysUnlimited(raw) || (typeof raw !== 'object' && isNines(String(raw).replace(/[,.\s']/g, '')));
}

function isNines(text: string): boolean {
  return /^9{5,}$/.test(text);
}

const written = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.0+)?(?:[\s-]*(?:seat|user|licen[cs]e)s?)?$/i;

/** "1.000 seats" is one in one country and a thousand in the next. */
function countOfText(text: string): number | null {
  const [, digits] = isGroupOrFraction(text) ? [] : (written.exec(text.trim()) ?? []);
  return digits === undefined ? null : Number(digits.replaceAll(',', ''));
}
