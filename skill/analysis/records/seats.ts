import type { FieldTable } from './field.ts';

export const inOnePart =
  'Every seat is in one part; the parts sum to the larger of purchased and assigned seats.';
const part = { kind: 'count' } as const;

/** Where a seat can be; every seat is in exactly one of them, the first that fits. */
export const seatParts = {
  unassigned: part,
  departed: part,
  exempt: part,
  grace: part,
  unknown: part,
  inactive: part,
  lowerTier: part,
  active: part,
} as const satisfies FieldTable;

/** The parts that are paid for and used by no one. */
export const idleParts = [
  'unassigned',
  'departed',
  'inactive',
] as const satisfies readonly (keyof typeof seatParts)[];

/** What is counted of an app and of each of its license lines. */
export const seatCounts = {
  purchased: part,
  assigned: part,
  ...seatParts,
  overAssigned: part,
} as const satisfies FieldTable;

export const seatFields = {
  basis: { kind: 'enum', values: ['summary', 'users'], fact: false },
  ...seatCounts,
} as const satisfies FieldTable;

/** What can be cited besides: sums of parts. */
export const seatSums = {
  idle: { kind: 'count', sumOf: idleParts, how: 'Unassigned + departed + inactive seats.' },
} as const satisfies FieldTable;
