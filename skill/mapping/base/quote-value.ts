import { cutDeeperThan } from '../../torii/json.ts';

/** Deeper than this, a value says nothing more in one sentence. */
const DEEPEST_SHOWN = 4;

/** What was found in a file, short enough for a sentence about it. */
export function quoteValue(value: unknown): string {
  const text = JSON.stringify(cutDeeperThan(value, DEEPEST_SHOWN)) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
