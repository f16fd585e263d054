/**
 * Contracts that were renegotiated: they, or those that renew them, cost less a year than in the earlier run.
 * A baseline holds what contracts cost and not their seats, so it says how much was saved and not by what.
 */
import { type Analysis, isLive, type IsoDate, type Minor } from '../../analysis/contract.ts';
import { minorOf } from '../../analysis/units.ts';
import type { EarlierRun } from './earlier-run.ts';

export interface SavedContract {
  readonly contractId: number;
  readonly name: string;
  /** Minor units of the tenant currency, a year. */
  readonly from: Minor;
  readonly to: Minor;
  readonly annual: Minor;
}

/** Largest saving first. */
export function savedContracts(analysis: Analysis, baseline: EarlierRun): SavedContract[] {
  const before = new Map(baseline.renewals.map(({ contractId, annualValue }) => [contractId, annualValue]));
  const predecessors = predecessorsIn(analysis, before);
  const converted = new Set(analysis.apps.flatMap(({ id, native }) => (native === null ? [] : id)));
  return analysis.renewals
    .filter((renewal) => isLive(renewal) && hasBegun(renewal.termStart, analysis.asOf))
    .flatMap((renewal) => {
      const { contractId, appId, appName, name, annualValue: to } = renewal;
      const isNew = renewal.termStart !== null && renewal.termStart > baseline.asOf;
      const earlier = isNew || !before.has(contractId) ? predecessors.get(contractId) : undefined;
      const text = before.get(earlier ?? contractId);
      const from = text === undefined || text === null ? null : minorOf(text, baseline.currency);
      // A rate of exchange that has changed is no saving.
      const isConverted = appId !== null && converted.has(appId);
      if (from === null || to === null || to >= from || isConverted) return [];
      return [{ contractId, name: appName ?? name, from, to, annual: from - to }];
    })
    .toSorted((a, b) => b.annual - a.annual || a.contractId - b.contractId);
}

function hasBegun(start: IsoDate | null, asOf: IsoDate): boolean {
  return start === null || start <= asOf;
}

/** By the contract that renews it, the one contract of the earlier run that it renews. */
function predecessorsIn(
  { renewals }: Analysis,
  before: ReadonlyMap<number, unknown>,
): ReadonlyMap<number, number> {
  return new Map(
    renewals.flatMap(({ contractId, supersededBy }): [number, number][] =>
      supersededBy !== null && before.has(contractId) ? [[supersededBy, contractId]] : [],
    ),
  );
}
