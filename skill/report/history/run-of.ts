import { inboxOf } from '../../analysis/analyze.ts';
import type { Analysis } from '../../analysis/contract.ts';
import { baselineComplete, toJson } from '../../analysis/facts.ts';
import { decimal } from '../../analysis/units.ts';
import { RUN_KIND, type PastRun } from './run-record.ts';

const mostApps = 50;
const mostDecisions = 40;

/** The small record of a run. @param verified what was saved since the run before, in minor units; null = unknown */
export function runOf(analysis: Analysis, verified: number | null = null): PastRun {
  const { asOf, currency, inputs, totals, completeness } = toJson(analysis);
  const open = inboxOf(analysis);
  return {
    kind: RUN_KIND,
    schemaVersion: 1,
    tenant: inputs.mapping.tenant,
    asOf,
    currency,
    inputs: inputs.hash,
    draft: inputs.mapping.status === 'draft',
    completeness: completeness.map(({ source, status, rows, total }) => ({ source, status, rows, total })),
    totals,
    baselineComplete: baselineComplete(analysis),
    verifiedAnnual: verified === null ? null : decimal(verified, currency),
    open: open.length,
    decisions: open.slice(0, mostDecisions).map(({ id, contractName, name, lastSafeDate, hardAnnual }) => ({
      id,
      name: contractName ?? name,
      by: lastSafeDate,
      saves: hardAnnual === null ? null : decimal(hardAnnual, currency),
    })),
    apps: largestApps(analysis),
  };
}

function largestApps({ apps, currency }: Analysis): PastRun['apps'] {
  return apps
    .filter(({ costAnnual }) => costAnnual !== null)
    .toSorted((a, b) => (b.costAnnual ?? 0) - (a.costAnnual ?? 0) || a.id - b.id)
    .slice(0, mostApps)
    .map(({ id, name, costAnnual, costComplete, seats }) => ({
      id,
      name,
      costAnnual: costAnnual === null ? null : decimal(costAnnual, currency),
      costComplete,
      purchased: seats?.purchased ?? null,
    }));
}
