import type { AssessedApp } from '../base/assessed.ts';
import { knownValue } from '../base/known-value.ts';
import { countWords, seatWords, type Wording } from './wording.ts';

export interface UsageAgainst {
  /** Reconciles both counts. */
  readonly sentence: Wording;
  readonly facts: readonly string[];
}

/**
 * Two counts of use that cannot both hold: more people use the app than its seats in use, of unknown use
 * and without a limit can seat. Some of them must hold a seat that counts as inactive, or none at all.
 */
export function findUsageAgainst({ app, seats }: AssessedApp): UsageAgainst | null {
  const people = knownValue(app.activeUsers);
  if (people === null || seats === null) return null;
  const { active, exempt, grace, unknown, lowerTier } = seats.total;
  const unlimited = seats.unlimited.reduce((sum, line) => sum + (line.active ?? 0), 0);
  if (people <= active + exempt + grace + unknown + lowerTier + unlimited) return null;
  const [counted, inUse] = [`app/${app.id}/activeUsers`, `app/${app.id}/seats/active`];
  return {
    sentence: [
      'Torii counts ',
      ...countWords(people, counted, 'active person', 'active people'),
      ' and ',
      ...seatWords(active, inUse),
      ' in use: find out whether the others hold one of these seats or none.',
    ],
    facts: [counted, inUse],
  };
}
