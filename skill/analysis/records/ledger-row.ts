import type { FieldTable } from './field.ts';
import { confidences } from './finding.ts';
import { id, key, money, yearly, maybeCount, maybeDate, oneOf, keys, sentences } from './rows.ts';

/** Levers in the order in which they are attributed (rule R3); `added-seats` is the cost of R6. */
export const levers = [
  'retire',
  'consolidate',
  'bundle',
  'departed',
  'unassigned',
  'inactive',
  'tier',
  'price',
  'added-seats',
] as const;

/**
 * Where a row counts in the headline. `decidable`: it can still be decided and takes effect at the
 * coming term end, or at once. `locked`: a missed deadline has pushed the exit beyond that term end.
 */
export const rowTimings = ['decidable', 'locked', 'exit-unknown'] as const;

/** When the money of a row leaves: in days, unless a missed deadline locks it or its exit is unknown. */
export const effects = ['now', 'within30', 'within90', 'within365', 'later', 'locked', 'unknown'] as const;

const seats = maybeCount;
const hardAnnual = { ...yearly, label: 'leaves the bill' } as const;
const next12 = {
  ...money,
  label: 'next 12 months',
  how: 'Annual amount × days in effect within the next 365 ÷ 365.',
} as const;
const inYear = {
  ...money,
  label: 'this fiscal year',
  how: 'Annual amount × days in effect until the fiscal year ends ÷ 365.',
} as const;

export const ledgerRowFields = {
  id: key,
  appId: id,
  lever: oneOf(levers),
  seats,
  hardAnnual,
  avoidAnnual: {
    ...yearly,
    label: 'cost avoidance',
    how: 'Seats that need not be bought because free ones are used × price of a seat.',
  },
  oneTime: { ...money, label: 'one-time cost', how: 'As entered with the edit of the plan.' },
  effectiveFrom: { ...maybeDate, how: 'The day after the last day that must be paid for.' },
  timing: oneOf(rowTimings),
  effect: oneOf(effects),
  /** First day by which something must be decided; null = none is known or needed. */
  decideBy: {
    ...maybeDate,
    how: 'The first notice deadline still ahead among the contracts of the app, or the end date of one that does not renew.',
  },
  next12,
  inYear,
  confidence: oneOf(confidences),
  supersededBy: { kind: 'key', nullable: true },
  findingIds: keys,
  assumptions: sentences,
} as const satisfies FieldTable;

/** The sum of the rows of one lever, or of all. */
export const leverSumFields = { seats, hardAnnual, next12, inYear } as const satisfies FieldTable;
