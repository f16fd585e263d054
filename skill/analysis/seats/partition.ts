/**
 * The exclusive partition of seats: every seat is in one class, and the classes of a line sum to
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
 * The lines of an app together: sums, never netted. What one line lacks is a liability and what another
 * has spare is waste, so the parts sum to purchased + over-assigned seats.
 */
export function totalOf(lines: readonly LineSeats[], basis: SeatPartition['basis']): SeatPartition {
  const sum = { ...noSeats(), purchased: 0, assigned: 0, unassigned: 0, overAssigned: 0 };
  for (const line of lines) {
    sum.purchased += line.purchased;
    sum.assigned += line.assigned;
    sum.unassigned += line.unassigned;
    sum.overAssigned += line.overAssigned;
    sum.departed += line.departed;
    sum.exempt += line.exempt;
    sum.grace += line.grace;
    sum.unknown += line.unknown;
    sum.inactive += line.inactive;
    sum.lowerTier += line.lowerTier;
    sum.active += line.active;
  }
  const { purchased, assigned, unassigned, overAssigned } = sum;
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
    overAssigned,
  };
}
