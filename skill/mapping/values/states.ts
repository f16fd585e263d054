import { fold } from '../base/fold.ts';
import type { StateClass } from '../base/portfolio.ts';

/** Torii's own states, plus the plain words for the classes that it has no state for. */
const builtIn: ReadonlyMap<string, StateClass> = new Map([
  ['discovered', 'pending'],
  ['inreview', 'pending'],
  ['evaluationperiod', 'pending'],
  ['sanctioned', 'sanctioned'],
  ['costoptimization', 'sanctioned'],
  ['costoptimisation', 'sanctioned'],
  ['unsanctioned', 'unsanctioned'],
  ['notsanctioned', 'unsanctioned'],
  ['needtoclose', 'closing'],
  ['closed', 'closed'],
  ['hidden', 'hidden'],
]);

/**
 * The class of an app state, in label form ("In Review") or key form ("inReview").
 * The tenant's own word goes before the built-in one; an unknown state is `unmapped`.
 */
export function classifyState(state: string, overrides: Readonly<Record<string, StateClass>>): StateClass {
  const folded = fold(state);
  const own = Object.keys(overrides).find((name) => fold(name) === folded);
  return (own === undefined ? builtIn.get(folded) : overrides[own]) ?? 'unmapped';
}
