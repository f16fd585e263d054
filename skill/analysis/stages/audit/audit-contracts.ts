import type { Assessed, AssessedApp, AssessedContract } from '../../base/assessed.ts';
import { decimal } from '../../base/money.ts';
import { unequal, type AuditedResult } from './audit-check.ts';

/**
 * From the list of contracts, not from the apps: a contract that no app holds would otherwise be missed.
 * Its money must be found once: in the sums of the apps, as a copy of another, or among those without an app.
 */
export function contractSums({ apps, totals, currency }: AuditedResult, assessed: Assessed): string[] {
  const counted = countedIds(assessed.apps);
  const left = leftOutIds(apps, assessed.withoutApp);
  const inForce = assessed.contracts.filter((contract) => contract.inForce);
  const lost = inForce.filter((one) => {
    const { id } = one.contract;
    const apart = one.duplicateOf !== null || one.superseded;
    return Number(counted.has(id)) + Number(left.has(id)) + Number(apart) !== 1;
  });
  return [
    ...lost.map(({ contract, annual }) => {
      const value = annual === null ? '' : `, ${decimal(annual.minor, currency)} a year,`;
      return `Contract ${contract.id}${value} is in no sum, or in two.`;
    }),
    ...(left.size === totals.leftOutContracts ? [] : ['The contracts left out are miscounted.']),
    ...assessed.apps.flatMap((app) => unlikeItsContracts(app, currency)),
  ];
}

function countedIds(apps: readonly AssessedApp[]): ReadonlySet<number> {
  const ids = new Set<number>();
  for (const { inForce } of apps) {
    for (const one of inForce) if (isCounted(one)) ids.add(one.contract.id);
  }
  return ids;
}

function leftOutIds(
  apps: AuditedResult['apps'],
  withoutApp: readonly AssessedContract[],
): ReadonlySet<number> {
  const ids = new Set(withoutApp.map(({ contract }) => contract.id));
  for (const { leftOut } of apps) for (const { contractId } of leftOut) ids.add(contractId);
  return ids;
}

function isCounted({ annual, duplicateOf }: AssessedContract): boolean {
  return annual !== null && duplicateOf === null;
}

/** The cost is rounded once, its contracts each: they may differ by less than a cent a contract. */
function unlikeItsContracts({ app, cost, inForce }: AssessedApp, currency: string): string[] {
  if (cost.basis !== 'contract') return [];
  const counted = inForce.filter(isCounted);
  const sum = counted.reduce((all, { annual }) => all + (annual?.minor ?? 0), 0);
  if (Math.abs(sum - (cost.annual ?? 0)) <= counted.length) return [];
  return unequal(`App ${app.id}`, cost.annual ?? 0, sum, currency);
}
