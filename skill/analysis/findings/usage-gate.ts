import type { AssessedApp } from '../base/assessed.ts';
import type { Day } from '../../mapping/portfolio.ts';
import { gateIdlePercent } from '../base/confidence.ts';
import { knownValue } from '../base/known-value.ts';

/** Why usage data of an app cannot carry a saving, in words; null when it can. */
export function usageGate(app: AssessedApp, asOf: Day, staleUsageDays: number): string | null {
  if (app.lastUsedAt === null) return 'Verify data: no usage record of the app is known.';
  const age = asOf - app.lastUsedAt;
  if (age > staleUsageDays) return `Verify data: the newest usage record is ${age} days old.`;
  const { inactive, assigned } = app.seats?.total ?? { inactive: 0, assigned: 0 };
  const indirect = knownValue(app.app.usageSource) !== 'direct';
  return indirect && inactive * 100 > assigned * gateIdlePercent
    ? `Verify data: more than ${gateIdlePercent} % of the assigned seats seem idle, and usage is not read from the app itself.`
    : null;
}
