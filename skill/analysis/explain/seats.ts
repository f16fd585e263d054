/** Facts of the seats of one app, and of when it was last used. */
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { AssessedApp } from '../base/assessed.ts';
import { policyText } from '../ledger/assumptions.ts';
import { appFields } from '../records/app.ts';
import { idleParts, inOnePart, seatSums } from '../records/seats.ts';
import { policyOf } from '../seats/right-sizing.ts';
import type { Derivation } from './explanation.ts';

export function explainSeats(
  { app, seats, inForce }: AssessedApp,
  field: string,
  config: AnalysisConfig,
): Derivation {
  const isDeep = seats?.total.basis === 'users';
  const { inactiveDays, graceDays, perApp } = config.thresholds;
  const own = Object.hasOwn(perApp, app.id) ? perApp[app.id]?.inactiveDays : undefined;
  return {
    formula: field === 'seats/idle' ? seatSums.idle.how : inOnePart,
    assumptions: [
      isDeep
        ? `Inactive after ${own ?? inactiveDays} days without use; new accounts have ${graceDays} days of grace.`
        : 'Counts of the license record; inactive by the threshold of Torii.',
      policyText(policyOf(config, app.id)),
    ],
    from: field === 'seats/idle' ? idleParts.map((part) => `app/${app.id}/seats/${part}`) : [],
    sources: [
      { source: 'apps', id: app.id, fields: ['licenses'] },
      ...inForce.map(({ contract }) => ({
        source: 'contracts' as const,
        id: contract.id,
        fields: ['seats', 'commitSeats', 'unitPrice'],
      })),
      ...(isDeep
        ? [
            {
              source: 'appUsers' as const,
              id: app.id,
              fields: ['status', 'lastUsedAt', 'createdInApp', 'departed'],
            },
          ]
        : []),
    ],
  };
}

export function explainLastUse({ app, users }: AssessedApp): Derivation {
  return {
    formula: appFields.lastUsedAt.how,
    assumptions: [],
    from: [],
    sources: [
      { source: 'apps', id: app.id, fields: ['lastUsedAt'] },
      ...(users === null ? [] : [{ source: 'appUsers' as const, id: app.id, fields: ['lastUsedAt'] }]),
    ],
  };
}
