import { formatNearDate, formatWholeMoney } from '../../../parts/text.ts';
import { minorOf } from '../../../../skill/analysis/units.ts';
import { useCompared } from '../../over-time/use-compared.ts';
import { useResults } from '../../page-context.ts';

type MovingTotal = 'baselineAnnual' | 'hardSavingAnnual' | 'avoidanceAnnual' | 'unknownSeatValueAnnual';

/**
 * How a total has moved since the run that is compared with: the last that the page carries, or one that the
 * reader chose. Nothing where that run is of another tenant or
 * currency, and for a slice, which an earlier run does not know.
 */
export function useChangeSince(total: MovingTotal): string[] {
  const earlier = useCompared()?.previous.baseline ?? null;
  const { shown: analysis, full } = useResults();
  if (earlier === null || analysis !== full) return [];
  const { inputs, currency, asOf, totals } = analysis;
  if (earlier.tenant !== inputs.mapping.tenant || earlier.currency !== currency) return [];
  const text = earlier.totals[total];
  const before = text === null ? null : minorOf(text, currency);
  const now = totals[total];
  const then = formatNearDate(earlier.asOf, asOf);
  // What was unknown was not zero: nothing has risen or fallen.
  if (now === null || before === null)
    return now === before ? [] : [`${before === null ? 'unknown' : 'known'} on ${then}`];
  const change = now - before;
  const since = `since ${then}`;
  if (change === 0) return [`unchanged ${since}`];
  return [`${change > 0 ? '+' : '−'}${formatWholeMoney(Math.abs(change), currency)} ${since}`];
}
