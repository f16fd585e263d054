/**
 * The exclusive partition of seats: every seat is in one class, and the classes sum to
 * max(purchased, assigned).
 */
import type { LineSeats } from '../base/assessed.ts';
import type { SeatPartition } from '../base/contract.ts';

/** How many assigned seats are in each class; the rest of the partition follows from them. */
export type AssignedClasses = Pick<
  SeatPartition,
  'departed' | 'exempt' | 'grace' | 'unknown' | 'inactive' | 'lowerTier' | 'active'
>;

/** Seats of which nothing but this is known. */
export function seatsInUse(active: number, inactive: number, unknown: number): AssignedClasses {
  return { departed: 0, exempt: 0, grace: 0, unknown, inactive, lowerTier: 0, active };
}

/** Counters to add to. */
export function noSeats(): Record<keyof AssignedClasses, number> {
  return seatsInUse(0, 0, 0);
}

export function assignedIn(classes: AssignedClasses): number {
  const { departed, exempt, grace, unknown, inactive, lowerTier, active } = classes;
  return departed + exempt + grace + unknown + inactive + lowerTier + active;
}

/**
 * The lines of an app together, as one partition: what one line lacks, another's spare seats cover.
 * Per line both stay visible.
 */
export function totalOf(lines: readonly LineSeats[], basis: SeatPartition['basis']): SeatPartition {
  const sum = noSeats();
  let purchased = 0;
  for (const line of lines) {
    purchased += line.purchased;
    sum.departed += line.departed;
    sum.exempt += line.exempt;
    sum.grace += line.grace;
    sum.unknown += line.unknown;
    sum.inactive += line.inactive;
    sum.lowerTier += line.lowerTier;
    sum.active += line.active;
  }
  const assigned = assignedIn(sum);
  const unassigned = Math.max(0, purchased - assigned);
  // Assigned seats beyond the purchased ones are a liability, never negative waste.
  return {
    basis,
    purchased,
    assigned,
    unassigned,
    departed: sum.departed,
    exempt: sum.exempt,
    grace: sum.grace,
    unknown: sum.unknown,
    inactive: sum.inactive,
    lowerTier: sum.lowerTier,
    active: sum.active,
    overAssigned: Math.max(0, assigned - purchased),
  };
}
