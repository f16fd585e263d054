import type { FieldTable } from './field.ts';
import { count, flag, listOf, maybeCount, maybeYearly, oneOf, text } from './rows.ts';

export const inOnePart =
  'Every seat is in one part; the parts of each license line sum to the larger of its purchased and assigned seats.';

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
  overAssigned: { ...count, label: 'over-assigned' },
} as const satisfies FieldTable;

export const seatFields = {
  basis: { ...oneOf(['summary', 'users']), fact: false },
  ...seatCounts,
} as const satisfies FieldTable;

/** Where the price of a line's seat comes from; the two of `contract-…` are assumptions. */
const priceBases = ['licence', 'free', 'contract', 'contract-seats', 'contract-single', 'none'] as const;

/** One license line; of an unlimited one the counts are as recorded, null where that is no number. */
export const seatLineFields = {
  name: text,
  purchased: maybeCount,
  assigned: maybeCount,
  unassigned: maybeCount,
  departed: count,
  inactive: maybeCount,
  unknown: count,
  active: maybeCount,
  overAssigned: count,
  unitPrice: maybeYearly,
  priceBasis: oneOf(priceBases),
  unlimited: flag,
} as const satisfies FieldTable;

export const appSeatFields = {
  ...seatFields,
  contracted: {
    ...maybeCount,
    label: 'contracted',
    how: 'Sum of the seats that the contracts in force record.',
  },
  lines: listOf(seatLineFields),
} as const satisfies FieldTable;

/** What can be cited besides: sums of parts. */
export const seatSums = {
  idle: { ...count, sumOf: idleParts, how: 'Unassigned + departed + inactive seats.' },
} as const satisfies FieldTable;
