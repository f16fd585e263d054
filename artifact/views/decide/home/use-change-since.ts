import { nearDate, wholeMoney } from '../../../parts/text.ts';
import type { ComparedTotal } from '../../../session/state.ts';
import { useResults } from '../../page-context.ts';
import { useSessionState } from '../../../session/session.ts';

/**
 * How a total has moved since the run that the page carries. Nothing where that run is of another tenant or
 * currency, and for a slice, which an earlier run does not know.
 */
export function useChangeSince(total: ComparedTotal): string[] {
  const earlier = useSessionState((state) => state.baselineTotals);
  const { shown: analysis, full } = useResults();
  const before = earlier?.totals[total];
  if (before === undefined || earlier === null || analysis !== full) return [];
  const { inputs, currency, asOf, totals } = analysis;
  if (earlier.tenant !== inputs.mapping.tenant || earlier.currency !== currency) return [];
  const now = totals[total];
  const then = nearDate(earlier.asOf, asOf);
  // What was unknown was not zero: nothing has risen or fallen.
  if (now === null || before === null)
    return now === before ? [] : [`${before === null ? 'unknown' : 'known'} on ${then}`];
  const change = now - before;
  const since = `since ${then}`;
  if (change === 0) return [`unchanged ${since}`];
  return [`${change > 0 ? '+' : '−'}${wholeMoney(Math.abs(change), currency)} ${since}`];
}
