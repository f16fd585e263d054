import type { ReactNode } from 'react';
import { nearDate } from '../../parts/date.ts';
import { wholeMoney } from '../../parts/money.ts';
import type { ComparedTotal } from '../../session/earlier.ts';
import type { ViewProps } from '../view-props.ts';

/**
 * How a total has moved since the run that the page carries. Nothing where that run is of another tenant or
 * currency, and for a slice, which an earlier run does not know.
 */
export function changeSince({ state, picture }: ViewProps, total: ComparedTotal): ReactNode[] {
  const { earlier } = state;
  const { analysis, whole } = picture;
  const before = earlier?.totals[total];
  if (before === undefined || earlier === null || analysis !== whole) return [];
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
