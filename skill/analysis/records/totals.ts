import type { FieldTable, RecordField } from './field.ts';
import type { effects } from './ledger-row.ts';
import { completeValues, knownCompleteValues } from './cost.ts';
import { count, flag, money, oneOf, yearly, maybeText, maybeYearly, recordOf } from './rows.ts';

const leaving = (days: string) =>
  ({
    ...yearly,
    how: `Sum of the ledger rows that can still be decided and take effect in ${days}.`,
  }) as const;

/** The hard saving by when its money leaves; the parts add up to it. */
const byEffect = {
  now: {
    ...yearly,
    label: 'can start any day',
    how: 'Sum of the ledger rows of apps without a contract: their money can leave any day.',
  },
  within30: { ...leaving('30 days'), label: 'leaves within 30 days' },
  within90: { ...leaving('31 to 90 days'), label: 'leaves in 31 to 90 days' },
  within365: { ...leaving('91 to 365 days'), label: 'leaves in 91 to 365 days' },
  later: { ...leaving('more than 365 days'), label: 'leaves later' },
  locked: {
    ...yearly,
    how: 'Sum of the ledger rows that a missed deadline has pushed beyond the coming term end.',
  },
  unknown: {
    ...yearly,
    label: 'no date to leave is recorded',
    how: 'Sum of the ledger rows of apps whose exit date is unknown.',
  },
} as const satisfies Readonly<Record<(typeof effects)[number], RecordField>>;

export const totalsFields = {
  baselineAnnual: { ...yearly, how: 'Sum of the annual cost of every app whose cost is known.' },
  /** In an analysis narrowed to a slice of the Organizational View: what of the baseline is the slice's own. */
  partAnnual: {
    ...yearly,
    optional: true,
    label: 'own part of the baseline',
    how: "Sum of the slice's own part of the annual cost of every app with a part in it.",
  },
  /** Money is left out of the baseline, so it is at least this. */
  baselineIsFloor: flag,
  /** The same with credits: what the baseline can be called, by all money that no sum holds. */
  baselineComplete: { ...oneOf(knownCompleteValues), optional: true, fact: false },
  /** Those of apps that were not read are among them. */
  leftOutContracts: { ...count, how: 'Contracts in force whose money is in no sum.' },
  projectedAnnual: { ...yearly, how: 'Sum of what every app will cost under the plan.' },
  /** Null where no app carries seat counts and there are no decisions (rule R11). */
  hardSavingAnnual: {
    ...maybeYearly,
    label: 'leaves the bill',
    how: 'Baseline − projected = sum of what leaves the bill by the ledger rows that apply.',
  },
  decidableAnnual: { ...yearly, how: 'Sum of the ledger rows that can still be decided.' },
  lockedAnnual: {
    ...yearly,
    how: 'Sum of the ledger rows that a missed deadline has pushed beyond the coming term end.',
  },
  exitUnknownAnnual: {
    ...yearly,
    label: 'saving without a date to leave',
    how: 'Sum of the ledger rows of apps whose exit date is unknown.',
  },
  byEffect: recordOf(byEffect),
  avoidanceAnnual: { ...yearly, how: 'Sum of costs that need not arise; never part of the projected cost.' },
  oneTime: { ...money, label: 'one-time cost', how: 'Sum of the one-time costs of the plan.' },
  liabilityAnnual: {
    ...yearly,
    how: 'Seats assigned beyond those purchased × price of a seat; shown, not netted.',
  },
  /** Null where no app carries seat counts. */
  wasteAnnual: {
    ...maybeYearly,
    how: '(Unassigned + departed + inactive seats) × price of a seat, line by line.',
  },
  unknownSeatValueAnnual: {
    ...maybeYearly,
    how: 'Seats of unknown usage × price of a seat: what waste may hold besides.',
  },
  apps: { ...count, how: 'Apps listed: neither hidden nor excluded.' },
  pricedApps: { ...count, how: 'Listed apps whose annual cost is known whole.' },
  partlyPricedApps: {
    ...count,
    how: 'Listed apps whose annual cost is a sum of what is known: money is left out of it.',
  },
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
  costComplete: { ...oneOf(completeValues), fact: false },
} as const satisfies FieldTable;
