import { toJson } from '../../analysis/facts.ts';
import type { Analysis } from '../../analysis/contract.ts';
import type { Baseline } from './baseline.ts';

/** The aggregates of an analysis, without people, so that the next run can say what changed. */
export function baselineOf(analysis: Analysis): Baseline {
  const { asOf, currency, inputs, totals, apps, renewals, findings } = toJson(analysis);
  return {
    schemaVersion: 1,
    tenant: inputs.mapping.tenant,
    asOf,
    currency,
    inputs: inputs.hash,
    totals,
    apps: apps.map(({ id, name, stateClass, costAnnual, costBasis, costComplete, seats }) => {
      return {
        id,
        name,
        stateClass,
        costAnnual,
        costBasis,
        costComplete,
        purchased: seats?.purchased ?? null,
      };
    }),
    renewals: renewals.map(({ contractId, appId, name, termEnd, deadline, annualValue }) => {
      return { contractId, appId, name, termEnd, deadline, annualValue };
    }),
    findings: findings.map(({ id, appId, amount }) => ({ id, appId, amount })),
  };
}
