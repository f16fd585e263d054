import type { AssessedApp } from '../base/assessed.ts';
import type { Day } from '../../mapping/portfolio.ts';
import { gateIdlePercent } from '../base/confidence.ts';
import { knownValue } from '../base/known-value.ts';
import { renderPercent } from '../facts/render.ts';
import { dateWords, type Wording } from './wording.ts';

export interface UsageGate {
  readonly sentence: Wording;
  /** What the sentence rests on. */
  readonly facts: readonly string[];
}

const idleShare = 'assumption/gateIdleShare';

/** Why usage data of an app cannot carry a saving; null when it can. */
export function usageGate(app: AssessedApp, asOf: Day, staleUsageDays: number): UsageGate | null {
  if (app.lastUsedAt === null)
    return { sentence: ['Verify data: no usage record of the app is known.'], facts: [] };
  if (asOf - app.lastUsedAt > staleUsageDays) {
    const fact = `app/${app.app.id}/lastUsedAt`;
    return {
      sentence: ['Verify data: the newest usage record is from ', dateWords(app.lastUsedAt, fact), '.'],
      facts: [fact],
    };
  }
  const { inactive, assigned } = app.seats?.total ?? { inactive: 0, assigned: 0 };
  const indirect = knownValue(app.app.usageSource) !== 'direct';
  return indirect && inactive * 100 > assigned * gateIdlePercent
    ? {
        sentence: [
          'Verify data: more than ',
          { text: renderPercent(gateIdlePercent / 100), fact: idleShare },
          ' of the assigned seats seem idle, and usage is not read from the app itself.',
        ],
        facts: [idleShare, `app/${app.app.id}/seats/assigned`],
      }
    : null;
}
