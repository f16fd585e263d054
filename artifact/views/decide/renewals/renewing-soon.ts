import type { Analysis, Minor } from '../../../../skill/analysis/contract.ts';
import type { Results } from '../../../session/state.ts';

type Renewal = Analysis['renewals'][number];

export interface RenewingSoon {
  readonly items: readonly Renewal[];
  /** Sum over the items whose value is known. */
  readonly value: Minor;
  readonly unpriced: number;
  /** Contracts without an end date: whether they renew soon is unknown. */
  readonly undated: number;
  readonly contracts: number;
  /** Items that renew because their notice deadline has passed; those that simply end are not counted. */
  readonly missed: number;
}

/** Contracts whose term ends within 60 days, as every surface counts them. */
export function renewingSoon({ shown: analysis, answers }: Results): RenewingSoon {
  const { items, unknown } = answers.renewing60;
  return {
    items,
    value: items.reduce((sum, { annualValue }) => sum + (annualValue ?? 0), 0),
    unpriced: items.filter(({ annualValue }) => annualValue === null).length,
    undated: unknown,
    contracts: analysis.renewals.length,
    missed: items.filter(({ bucket, autoRenew }) => bucket === 'missed' && autoRenew !== false).length,
  };
}
