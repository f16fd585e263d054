import { useMemo } from 'react';
import { spendByMonth, type SpendByMonth } from '../../../skill/analysis/analyze.ts';
import { dayOf } from '../../../skill/analysis/units.ts';
import type { Completeness } from '../../../skill/mapping/portfolio.ts';
import { useSessionState } from '../../session/session.ts';
import { useResults } from '../page-context.ts';

export interface PaidByMonth extends SpendByMonth {
  /** How much of the payments has come; null where nothing says. */
  readonly certificate: Completeness | null;
}

/**
 * What was paid in each month; null while no payment has been read. Of a slice: what was paid for its apps, as
 * a whole.
 */
export function useSpendByMonth(): PaidByMonth | null {
  const { shown: analysis, portfolio } = useResults();
  const read = useSessionState(({ payments }) => payments);
  return useMemo(() => {
    const transactions = read?.transactions ?? portfolio.transactions;
    if (read === null && transactions.length === 0) return null;
    const { apps, inputs, asOf } = analysis;
    const ids = inputs.view === undefined ? null : new Set<number | null>(apps.map(({ id }) => id));
    const kept = ids === null ? transactions : transactions.filter(({ appId }) => ids.has(appId));
    const held = portfolio.completeness.find(({ source }) => source === 'transactions') ?? null;
    return {
      ...spendByMonth(kept, dayOf(asOf), inputs.config),
      certificate: read?.certificate ?? held,
    };
  }, [analysis, portfolio, read]);
}
