import '../../theme/over-time.css';
import type { ReactNode } from 'react';
import type { Minor } from '../../../skill/analysis/contract.ts';
import { minorOf } from '../../../skill/analysis/units.ts';
import { nearDate, wholeMoney } from '../../parts/text.ts';
import { useResults } from '../page-context.ts';
import { useCompared } from './use-compared.ts';

export interface DeltaSinceProps {
  readonly total: MoneyTotal;
}

/** Totals that are one amount. */
type MoneyTotal =
  | 'baselineAnnual'
  | 'projectedAnnual'
  | 'hardSavingAnnual'
  | 'decidableAnnual'
  | 'avoidanceAnnual'
  | 'wasteAnnual'
  | 'unknownSeatValueAnnual';

/** How a total has moved since the run that is compared with; nothing for a slice, which no earlier run knows. */
export function DeltaSince({ total }: DeltaSinceProps): ReactNode {
  const compared = useCompared();
  const { shown, full } = useResults();
  const baseline = compared?.previous.baseline ?? null;
  if (compared === null || baseline === null || shown !== full || compared.changes.incomparable !== null)
    return null;
  const before = baseline.totals[total];
  const from = before === null ? null : minorOf(before, baseline.currency);
  return (
    <span className="delta">
      {deltaWords(from, full.totals[total], full.currency)} since {nearDate(baseline.asOf, full.asOf)}
    </span>
  );
}

/** What was unknown was not zero: nothing has risen or fallen. */
function deltaWords(from: Minor | null, to: Minor | null, currency: string): string {
  if (from === null || to === null) {
    return from === to
      ? 'still unknown'
      : from === null
        ? 'was unknown, now known'
        : 'was known, now unknown';
  }
  const change = to - from;
  if (change === 0) return 'unchanged';
  return `${change > 0 ? '+' : '\u2212'}${wholeMoney(Math.abs(change), currency)}`;
}
