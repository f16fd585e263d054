import type { FieldTable } from './field.ts';
import { count, oneOf } from './rows.ts';

export const inOnePart =
  'Every seat is in one part; the parts sum to the larger of purchased and assigned seats.';

/** Where a seat can be; every seat is in exactly one of them. */
export const seatParts = {
  unassigned: count,
  departed: count,
  exempt: count,
  grace: count,
  inactive: count,
  unknown: count,
  lowerTier: count,
  active: count,
} as const satisfies FieldTable;

/** The parts that are paid for and used by no one. */
export const idleParts = [
  'unassigned',
  'departed',
  'inactive',
] as const satisfies readonly (keyof typeof seatParts)[];

/** What is counted of an app and of each of its license lines. */
export const seatCounts = {
  purchased: count,
  assigned: count,
  ...seatParts,
  overAssigned: count,
} as const satisfies FieldTable;

export const seatFields = {
  basis: { ...oneOf(['summary', 'users']), fact: false },
  ...seatCounts,
} as const satisfies FieldTable;

/** What can be cited besides: sums of parts. */
export const seatSums = {
  idle: { ...count, sumOf: idleParts, how: 'Unassigned + departed + inactive seats.' },
} as const satisfies FieldTable;
