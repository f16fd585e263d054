import type { Known, Value } from '../base/portfolio.ts';

/**
 * One object for each known text and number of a tenant: ten thousand apps are in a dozen states and
 * were last used on a few hundred days. Values are never changed, so sharing them shows in nothing but
 * memory. Owners and amounts are left out: nearly every record has its own.
 */
export class SharedValues {
  private readonly texts = new Map<string, Known<string>>();
  private readonly numbers = new Map<number, Known<number>>();

  text(value: Value<string>): Value<string> {
    return value.kind === 'known' ? sharedBy(this.texts, value) : value;
  }

  /** Counts and days. */
  number(value: Value<number>): Value<number> {
    return value.kind === 'known' ? sharedBy(this.numbers, value) : value;
  }
}

function sharedBy<T>(met: Map<T, Known<T>>, value: Known<T>): Known<T> {
  const before = met.get(value.value);
  if (before === undefined) met.set(value.value, value);
  return before ?? value;
}
