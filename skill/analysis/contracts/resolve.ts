/**
 * Contracts to apps: contracts of a portfolio go in; every contract with its meaning comes out, each judged
 * beside the others of its app, and for each app those that are in force, that are over, and that are still
 * to start.
 */
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { Contract, Day } from '../../mapping/portfolio.ts';
import type { Converter } from '../base/conversion.ts';
import { grouped } from '../base/grouped.ts';
import { uniqueById } from '../base/unique.ts';
import { annualValueOf } from './annual-value.ts';
import {
  assessContract,
  type ContractContext,
  type Place,
  type ResolvedContract,
} from './assess-contract.ts';
import { duplicatesAmong, type Duplicates } from './duplicates.ts';
import { noSequence, sequenceOf, type Sequence, type Valued } from './sequence.ts';
import { termOf } from './term.ts';

export interface AppContracts {
  /** Those that count: in force and not superseded, copies included. */
  readonly inForce: readonly ResolvedContract[];
  readonly ended: readonly ResolvedContract[];
  readonly upcoming: readonly ResolvedContract[];
  /** All that were signed are over, and the renewal of one is still an offer. */
  readonly isBetween: boolean;
}

export interface ResolvedContracts {
  /** Sorted by id. */
  readonly all: readonly ResolvedContract[];
  of(appId: number): AppContracts;
}

const none: AppContracts = { inForce: [], ended: [], upcoming: [], isBetween: false };

export function resolveContracts(
  contracts: readonly Contract[],
  config: AnalysisConfig,
  asOf: Day,
  convert: Converter,
): ResolvedContracts {
  const context: ContractContext = { config, asOf, convert };
  const byApp = new Map<number, AppContracts>();
  const all: ResolvedContract[] = [];
  for (const [appId, group] of grouped(uniqueById(contracts), ({ appId: of }) => of)) {
    const resolved = appId === null ? group.map((one) => alone(one, context)) : together(group, context);
    for (const one of resolved) all.push(one);
    if (appId !== null) byApp.set(appId, placed(resolved));
  }
  return { all: all.toSorted(byId), of: (appId) => byApp.get(appId) ?? none };
}

function byId({ assessed: a }: ResolvedContract, { assessed: b }: ResolvedContract): number {
  return a.contract.id - b.contract.id;
}

const noDuplicates: Duplicates = { copies: new Map(), suspects: new Map() };
const nothing: readonly number[] = [];

/** The contracts of one app. */
function together(contracts: readonly Contract[], context: ContractContext): ResolvedContract[] {
  const [only, ...others] = contracts;
  if (only !== undefined && others.length === 0) return [alone(only, context)];
  const valued = contracts.map((contract) => ({ contract, value: annualValueOf(contract, context.convert) }));
  const duplicates = duplicatesIn(valued, context);
  const originals = valued.filter(({ contract }) => !duplicates.copies.has(contract.id));
  const sequence = sequenceOf(originals, context.config);
  return valued.map((one) => assessContract(one.contract, placeOf(one, duplicates, sequence), context));
}

/** Most apps have one contract, and nothing to compare it with. */
function alone(contract: Contract, context: ContractContext): ResolvedContract {
  const value = annualValueOf(contract, context.convert);
  return assessContract(contract, placeOf({ contract, value }, noDuplicates, noSequence), context);
}

function duplicatesIn(valued: readonly Valued[], { config, asOf }: ContractContext): Duplicates {
  return duplicatesAmong(valued.filter(({ contract }) => termOf(contract, config, asOf).inForce));
}

/** A copy is renewed by whatever renews its original. */
function placeOf(
  { contract: { id }, value }: Valued,
  { copies, suspects }: Duplicates,
  sequence: Sequence,
): Place {
  const original = copies.get(id) ?? id;
  return {
    value,
    copyOf: copies.get(id) ?? null,
    suspectOf: suspects.get(id) ?? null,
    succession: sequence.successions.get(original) ?? null,
    possibleRenewals: sequence.possible.get(original) ?? nothing,
    preparedRenewals: sequence.prepared.get(original) ?? nothing,
  };
}

function placed(contracts: readonly ResolvedContract[]): AppContracts {
  const inForce = contracts.filter((one) => groupOf(one) === 'inForce');
  const ended = contracts.filter((one) => groupOf(one) === 'ended');
  const upcoming = contracts.filter((one) => groupOf(one) === 'upcoming');
  const isOver = inForce.length === 0 && upcoming.length === 0;
  const isOffered = ended.some(({ assessed }) => assessed.preparedRenewals.length > 0);
  return { inForce, ended, upcoming, isBetween: isOver && isOffered };
}

/** Null for what was never signed, and for what was over before it began: neither ends the cost of an app. */
function groupOf({ term, assessed }: ResolvedContract): 'inForce' | 'ended' | 'upcoming' | null {
  if (assessed.contract.statusClass === 'pipeline' || term.neverBegan) return null;
  if (term.ended || assessed.superseded) return 'ended';
  return term.inForce ? 'inForce' : 'upcoming';
}
