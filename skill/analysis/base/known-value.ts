import type { Value } from '../../mapping/portfolio.ts';

/** The value where it is known; null for missing and invalid alike, never a stand-in such as 0. */
export function knownValue<T>(value: Value<T>): T | null {
  return value.kind === 'known' ? value.value : null;
}
