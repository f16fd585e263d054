import type { FieldTable } from './field.ts';
import { confidences } from './finding.ts';

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
 * Where a row stands in the headline. `decidable`: it can still be decided and takes effect at the
 * coming term end, or at once. `locked`: a missed deadline has pushed the exit beyond that term end.
 */
export const rowTimings = ['decidable', 'locked', 'exit-unknown'] as const;

const seats = { kind: 'count', nullable: true } as const;
const hardAnnual = { kind: 'money', per: 'year', label: 'hard saving' } as const;
const next12 = {
  kind: 'money',
  label: 'next 12 months',
  how: 'Annual amount × days in effect within the next 365 ÷ 365.',
} as const;
const inYear = {
  kind: 'money',
  label: 'this fiscal year',
  how: 'Annual amount × days in effect until the fiscal year ends ÷ 365.',
} as const;

export const ledgerRowFields = {
  id: { kind: 'key' },
  appId: { kind: 'id' },
  lever: { kind: 'enum', values: levers },
  seats,
  hardAnnual,
  avoidAnnual: {
    kind: 'money',
    per: 'year',
    label: 'avoidance',
    how: 'Seats that need not be bought because free ones are used × price of a seat.',
  },
  oneTime: { kind: 'money', how: 'As entered with the edit of the plan.' },
  effectiveFrom: {
    kind: 'date',
    nullable: true,
    how: 'The day after the last day that must be paid for.',
  },
  timing: { kind: 'enum', values: rowTimings },
  /** First notice deadline that must be met; null = none is known or needed. */
  decideBy: {
    kind: 'date',
    nullable: true,
    how: 'The first notice deadline still ahead among the contracts of the app.',
  },
  next12,
  inYear,
  confidence: { kind: 'enum', values: confidences },
  supersededBy: { kind: 'key', nullable: true },
  findingIds: { kind: 'list', of: { kind: 'key' } },
  assumptions: { kind: 'list', of: { kind: 'prose' } },
} as const satisfies FieldTable;

/** The sum of the rows of one lever, or of all. */
export const leverSumFields = { seats, hardAnnual, next12, inYear } as const satisfies FieldTable;
