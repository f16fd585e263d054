import type { Analysis } from '../../skill/analysis/contract.ts';

type App = Analysis['apps'][number];
type Seats = NonNullable<App['seats']>;

export interface SeatSums {
  /** Apps with seat counts. */
  readonly apps: number;
  readonly purchased: number;
  readonly idle: number;
  readonly active: number;
  /** Assigned, but nobody knows whether they are used. */
  readonly unknown: number;
  readonly other: number;
  /** Assigned beyond what was bought; part of the seats above. */
  readonly overAssigned: number;
}

/** Unassigned, left behind by people who are gone, or unused. */
export function idleIn({ unassigned, departed, inactive }: Seats): number {
  return unassigned + departed + inactive;
}

/** Seats over all apps that have counts; apps without are left out, not counted as zero. */
export function idleSeats(apps: readonly App[]): SeatSums {
  const sums = { apps: 0, purchased: 0, idle: 0, active: 0, unknown: 0, other: 0, overAssigned: 0 };
  for (const { seats } of apps) {
    if (seats === null) continue;
    sums.apps += 1;
    sums.purchased += seats.purchased;
    sums.idle += idleIn(seats);
    sums.active += seats.active;
    sums.unknown += seats.unknown;
    sums.overAssigned += seats.overAssigned;
    sums.other += seats.exempt + seats.grace + seats.lowerTier;
  }
  return sums;
}
