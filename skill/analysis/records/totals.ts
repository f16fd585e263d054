import type { FieldTable } from './field.ts';
import { count, flag, money, yearly, maybeText, maybeYearly } from './rows.ts';

export const totalsFields = {
  baselineAnnual: { ...yearly, how: 'Sum of the annual cost of every app whose cost is known.' },
  projectedAnnual: { ...yearly, how: 'Sum of what every app will cost under the plan.' },
  hardSavingAnnual: {
    ...yearly,
    how: 'Baseline − projected = sum of the hard savings of the ledger rows that apply.',
  },
  decidableAnnual: { ...yearly, how: 'Sum of the ledger rows that can still be decided.' },
  lockedAnnual: {
    ...yearly,
    how: 'Sum of the ledger rows that a missed deadline has pushed beyond the coming term end.',
  },
  exitUnknownAnnual: { ...yearly, how: 'Sum of the ledger rows of apps whose exit date is unknown.' },
  avoidanceAnnual: { ...yearly, how: 'Sum of costs that need not arise; never part of the projected cost.' },
  oneTime: { ...money, label: 'one-time cost', how: 'Sum of the one-time costs of the plan.' },
  liabilityAnnual: {
    ...yearly,
    how: 'Seats assigned beyond those purchased × price of a seat; shown, not netted.',
  },
  wasteAnnual: {
    ...yearly,
    how: '(Unassigned + departed + inactive seats) × price of a seat, line by line.',
  },
  unknownSeatValueAnnual: {
    ...yearly,
    how: 'Seats of unknown usage × price of a seat: what waste may hold besides.',
  },
  apps: { ...count, how: 'Apps listed: neither hidden nor excluded.' },
  pricedApps: { ...count, how: 'Listed apps whose annual cost is known.' },
  unpricedApps: { ...count, how: 'Listed apps whose annual cost is not known; they are in no total.' },
  hiddenApps: { ...count, how: 'Hidden apps, counted apart.' },
  /** True when any source behind these totals is not complete: every use must say so. */
  partial: flag,
} as const satisfies FieldTable;

/** Apps that share a category, a vendor or an owner. */
export const groupFields = {
  /** Null = the apps that name none. */
  value: maybeText,
  apps: count,
  /** Apps whose cost is unknown, and which the cost below leaves out. */
  unpricedApps: count,
  /** Null where not one app of the group has a known cost. */
  costAnnual: maybeYearly,
} as const satisfies FieldTable;
