import type { AssessedApp } from '../base/assessed.ts';
import type { Day } from '../../mapping/portfolio.ts';
import { gateIdlePercent } from '../base/confidence.ts';
import { knownValue } from '../base/known-value.ts';
import { renderDate } from '../facts/render.ts';

export interface UsageGate {
  readonly sentence: string;
  /** What the sentence rests on. */
  readonly facts: readonly string[];
}

/** Why usage data of an app cannot carry a saving; null when it can. */
export function usageGate(app: AssessedApp, asOf: Day, staleUsageDays: number): UsageGate | null {
  if (app.lastUsedAt === null)
    return { sentence: 'Verify data: no usage record of the app is known.', facts: [] };
  if (asOf - app.lastUsedAt > staleUsageDays) {
    return {
      sentence: `Verify data: the newest usage record is from ${renderDate(app.lastUsedAt)}.`,
      facts: [`app/${app.app.id}/lastUsedAt`],
    };
  }
  const { inactive, assigned } = app.seats?.total ?? { inactive: 0, assigned: 0 };
  const indirect = knownValue(app.app.usageSource) !== 'direct';
  return indirect && inactive * 100 > assigned * gateIdlePercent
    ? {
        sentence: `Verify data: more than ${gateIdlePercent}% of the assigned seats seem idle, and usage is not read from the app itself.`,
        facts: ['assumption/gateIdleShare', `app/${app.app.id}/seats/assigned`],
      }
    : null;
}
