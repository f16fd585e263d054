/** Contracts of one app with the same period and the same amount: suspected to be one, entered twice. */
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { Contract, Day } from '../../mapping/portfolio.ts';
import { knownValue } from '../base/known-value.ts';
import { termOf } from './term.ts';

/**
 * @param contracts sorted by id; the lowest id of a group is the one that counts
 * @returns for each duplicate the id that is counted instead
 */
export function suspectedDuplicates(
  contracts: readonly Contract[],
  config: AnalysisConfig,
  asOf: Day,
): Map<number, number> {
  const first = new Map<string, number>();
  const duplicates = new Map<number, number>();
  for (const contract of contracts) {
    const key = signature(contract);
    if (key === null || !termOf(contract, config, asOf).inForce) continue;
    const counted = first.get(key);
    if (counted === undefined) first.set(key, contract.id);
    else duplicates.set(contract.id, counted);
  }
  return duplicates;
}

/** Null without an app, a period or an amount: two unknowns are not the same. */
function signature(contract: Contract): string | null {
  const start = knownValue(contract.termStart);
  const end = knownValue(contract.termEnd);
  const annual = knownValue(contract.annualValue);
  const money = annual ?? knownValue(contract.totalValue);
  if (contract.appId === null || money === null || (start === null && end === null)) return null;
  const kind = annual === null ? 'total' : 'annual';
  return [contract.appId, start, end, kind, money.minor, money.currency].join('|');
}
