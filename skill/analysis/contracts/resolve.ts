/**
 * Contracts to apps: contracts of a portfolio go in; every contract with its meaning comes out, and for
 * each app those that are in force, that have ended, and that are still to start.
 */
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { Contract, Day } from '../../mapping/portfolio.ts';
import type { Converter } from '../base/conversion.ts';
import { uniqueById } from '../base/unique.ts';
import { assessContract, type ResolvedContract } from './assess-contract.ts';
import { suspectedDuplicates } from './duplicates.ts';

export interface AppContracts {
  readonly inForce: readonly ResolvedContract[];
  readonly ended: readonly ResolvedContract[];
  readonly upcoming: readonly ResolvedContract[];
}

export interface ResolvedContracts {
  /** Sorted by id. */
  readonly all: readonly ResolvedContract[];
  of(appId: number): AppContracts;
}

const none: AppContracts = { inForce: [], ended: [], upcoming: [] };

export function resolveContracts(
  contracts: readonly Contract[],
  config: AnalysisConfig,
  asOf: Day,
  convert: Converter,
): ResolvedContracts {
  const sorted = uniqueById(contracts);
  const duplicates = suspectedDuplicates(sorted, config, asOf);
  const all = sorted.map((contract) => assessContract(contract, { config, asOf, convert, duplicates }));
  const byApp = groupedByApp(all);
  return { all, of: (appId) => byApp.get(appId) ?? none };
}

function groupedByApp(all: readonly ResolvedContract[]): Map<number, AppContracts> {
  const byApp = new Map<number, Record<keyof AppContracts, ResolvedContract[]>>();
  for (const resolved of all) {
    const { appId } = resolved.assessed.contract;
    const place = placeOf(resolved);
    if (appId === null || place === null) continue;
    const group = byApp.get(appId) ?? { inForce: [], ended: [], upcoming: [] };
    group[place].push(resolved);
    byApp.set(appId, group);
  }
  return byApp;
}

/** Null for what was never signed. */
function placeOf({ term, assessed }: ResolvedContract): keyof AppContracts | null {
  if (assessed.contract.statusClass === 'pipeline') return null;
  if (term.inForce) return 'inForce';
  if (term.ended) return 'ended';
  return term.upcoming ? 'upcoming' : null;
}
