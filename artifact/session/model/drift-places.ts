import { recordDrift } from '../../../skill/mapping/drift.ts';
import type { Results } from './state.ts';

/** Where the mapping no longer fits the records, notes left out; null for a draft that was made of them. */
export function driftPlaces({ mapping, records, origin }: Results): string[] | null {
  if (origin === 'discovered') return null;
  const items = recordDrift(mapping, records).filter(({ severity }) => severity !== 'note');
  return [...new Set(items.map(({ path }) => path))];
}
