import type { FieldTable } from './field.ts';

export const totalsFields = {
  baselineAnnual: {
    kind: 'money',
    per: 'year',
    how: 'Sum of the annual cost of every app whose cost is known.',
  },
  projectedAnnual: { kind: 'money', per: 'year', how: 'Sum of what every app will cost under the plan.' },
  hardSavingAnnual: {
    kind: 'money',
    per: 'year',
    how: 'Baseline − projected = sum of the hard savings of the ledger rows that apply.',
  },
  decidableAnnual: { kind: 'money', per: 'year', how: 'Sum of the ledger rows that can still be decided.' },
  lockedAnnual: {
    kind: 'money',
    per: 'year',
    how: 'Sum of the ledger rows that a missed deadline has pushed beyond the coming term end.',
  },
  exitUnknownAnnual: {
    kind: 'money',
    per: 'year',
    how: 'Sum of the ledger rows of apps whose exit date is unknown.',
  },
  avoidanceAnnual: {
    kind: 'money',
    per: 'year',
    how: 'Sum of costs that need not arise; never part of the projected cost.',
  },
  oneTime: { kind: 'money', how: 'Sum of the one-time costs of the plan.' },
  liabilityAnnual: {
    kind: 'money',
    per: 'year',
    how: 'Seats assigned beyond those purchased × price of a seat; shown, not netted.',
  },
  wasteAnnual: {
    kind: 'money',
    per: 'year',
    how: '(Unassigned + departed + inactive seats) × price of a seat, line by line.',
  },
  unknownSeatValueAnnual: {
    kind: 'money',
    per: 'year',
    how: 'Seats of unknown usage × price of a seat: what waste may hold besides.',
  },
  apps: { kind: 'count', how: 'Apps listed: neither hidden nor excluded.' },
  pricedApps: { kind: 'count', how: 'Listed apps whose annual cost is known.' },
  unpricedApps: {
    kind: 'count',
    how: 'Listed apps whose annual cost is not known; they are in no total.',
  },
  hiddenApps: { kind: 'count', how: 'Hidden apps, counted apart.' },
  /** True when any source behind these totals is not complete: every use must say so. */
  partial: { kind: 'flag' },
} as const satisfies FieldTable;

/** Apps that share a category, a vendor or an owner. */
export const groupFields = {
  /** Null = the apps that name none. */
  value: { kind: 'text', nullable: true },
  apps: { kind: 'count' },
  /** Apps whose cost is unknown, and which the cost below leaves out. */
  unpricedApps: { kind: 'count' },
  /** Null where not one app of the group has a known cost. */
  costAnnual: { kind: 'money', per: 'year', nullable: true },
} as const satisfies FieldTable;
