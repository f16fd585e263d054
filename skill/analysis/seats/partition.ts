/**
 * The exclusive partition of seats: every seat is in one class, and the classes sum to
 * max(purchased, assigned).
 */
import type { LineSeats } from '../assessed.ts';
import type { SeatPartition } from '../contract.ts';

/** How many assigned seats are in each class; the rest of the partition follows from them. */
export type AssignedClasses = Pick<
  SeatPartition,
  'departed' | 'exempt' | 'grace' | 'unknown' | 'inactive' | 'lowerTier' | 'active'
>;

export const noneAssigned: AssignedClasses = {
  departed: 0,
  exempt: 0,
  grace: 0,
  unknown: 0,
  inactive: 0,
  lowerTier: 0,
  active: 0,
};

export type Partition = Omit<SeatPartition, 'basis'>;

/** Assigned seats beyond the purchased ones are a liability, never negative waste. */
export function partitionOf(purchased: number, classes: AssignedClasses): Partition {
  const { departed, exempt, grace, unknown, inactive, lowerTier, active } = classes;
  const assigned = departed + exempt + grace + unknown + inactive + lowerTier + active;
  return {
    purchased,
    assigned,
    unassigned: Math.max(0, purchased - assigned),
    departed,
    exempt,
    grace,
    unknown,
    inactive,
    lowerTier,
    active,
    overAssigned: Math.max(0, assigned - purchased),
  };
}

const assignedClasses = [
  'departed',
  'exempt',
  'grace',
  'unknown',
  'inactive',
  'lowerTier',
  'active',
] as const satisfies readonly (keyof AssignedClasses)[];

/**
 * The lines of an app together, as one partition: what one line lacks, another's spare seats cover.
 * Per line both stay visible.
 */
export function totalOf(lines: readonly LineSeats[], basis: SeatPartition['basis']): SeatPartition {
  const classes: { -readonly [Class in keyof AssignedClasses]: number } = { ...noneAssigned };
  let purchased = 0;
  for (const line of lines) {
    purchased += line.purchased;
    for (const name of assignedClasses) classes[name] += line[name];
  }
  return { basis, ...partitionOf(purchased, classes) };
}
