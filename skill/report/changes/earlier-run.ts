/** The run before, from whatever kept it: a baseline, a record of the history, or its date alone. */
import type { CostComplete, IsoDate } from '../../analysis/contract.ts';
import type { PastRun } from '../history/run-record.ts';
import type { Baseline } from '../snapshot/baseline.ts';
import type { VerifiedSaving } from './verified-savings.ts';

/** What a comparison asks of an earlier run. */
export interface EarlierRun extends Pick<Baseline, 'tenant' | 'asOf' | 'currency' | 'totals'> {
  readonly apps: readonly Pick<Baseline['apps'][number], 'id' | 'name' | 'costAnnual' | 'costComplete'>[];
  readonly renewals: readonly Pick<Baseline['renewals'][number], 'contractId' | 'annualValue'>[];
  readonly findings: readonly Pick<Baseline['findings'][number], 'id' | 'appId'>[];
  /** Only its largest apps are known, and no findings: what is missing from it is not new. */
  readonly isCut?: boolean;
  /** What its baseline can be called, where its apps do not say. */
  readonly complete?: CostComplete;
}

/** The run before, as far as it is known. */
export interface Previous {
  readonly since: IsoDate;
  /** Null where nothing but the date of the earlier run is known: then only deadlines can be compared. */
  readonly baseline: EarlierRun | null;
  /** From two snapshots; empty where there is only a baseline. */
  readonly verified: readonly VerifiedSaving[];
}

export function previousRun(
  baseline: Baseline,
  verified: readonly VerifiedSaving[] = [],
  since: IsoDate = baseline.asOf,
): Previous {
  return { since, baseline, verified };
}

/** The same from a small record of `history/`. */
export function previousFromHistory(run: PastRun): Previous {
  const { tenant, asOf, currency, totals, apps, baselineComplete: complete } = run;
  const cut = { renewals: [], findings: [], isCut: true, complete };
  const baseline = { tenant, asOf, currency, totals, apps, ...cut };
  return { since: asOf, baseline, verified: [] };
}
