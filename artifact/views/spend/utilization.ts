import type { Analysis } from '../../../skill/analysis/contract.ts';

type App = Analysis['apps'][number];

/** How much of what was bought is in use, as shares of 1; `high` counts the seats of unknown use too. */
export interface Utilization {
  readonly low: number;
  readonly high: number;
}

/** Null where nothing is known of the use of a single seat: that is not no use. */
export function utilizationOf({ seats }: App): Utilization | null {
  if (seats === null || seats.purchased <= 0) return null;
  const { active, unknown, purchased } = seats;
  if (unknown >= seats.assigned && active === 0) return null;
  const share = (part: number): number => Math.min(1, part / purchased);
  return { low: share(active), high: share(active + unknown) };
}
