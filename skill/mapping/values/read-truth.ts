import type { JsonValue } from '../../torii/json.ts';
import type { Value } from '../base/portfolio.ts';
import { invalid, known } from '../base/value.ts';

const truths: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['true', true],
  ['1', true],
  ['on', true],
  ['auto', true],
  ['no', false],
  ['false', false],
  ['0', false],
  ['off', false],
  ['manual', false],
]);

const yes = known(true);
const no = known(false);

/** Yes or no in the words that tenants use, in any case; every other word is Invalid. */
export function readTruth(raw: JsonValue): Value<boolean> {
  if (typeof raw === 'boolean') return raw ? yes : no;
  const truth = typeof raw === 'string' || typeof raw === 'number' ? wordTruth(String(raw)) : undefined;
  return truth === undefined ? invalid(raw) : truth ? yes : no;
}

function wordTruth(text: string): boolean | undefined {
  return truths.get(text.trim().toLowerCase());
}

/** A flag that Torii itself sets; anything but a clear yes is no. */
export function isSet(raw: JsonValue | undefined): boolean {
  return raw === true || raw === 1 || raw === 'true';
}
