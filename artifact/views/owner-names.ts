/** Names of owners, as the records of their apps carry them: looked up when a person asks, and never exported. */
import { bindMapping, ownerNames } from '../../skill/mapping/portfolio.ts';
import type { Results } from '../session/state.ts';

/** By the id that the page shows; owners whose records carry no name are absent. */
export function ownerNamesIn({
  records,
  mapping,
}: Pick<Results, 'records' | 'mapping'>): ReadonlyMap<string, string> {
  return ownerNames({ apps: records.apps, users: [] }, bindMapping(mapping, records));
}
