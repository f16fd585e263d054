/** Where things are in the workbook, so that the formulas of one sheet can name cells of another. */

import { appFields, findingFields, ledgerRowFields, renewalFields } from '../../analysis/contract.ts';
import { columnOrder } from '../base/columns.ts';

/** Row of the totals of a sheet with records; the header is below it. */
export const totalRow = 1;
/** Number of the first row with a record. */
export const firstRow = 3;

/** A sheet without records keeps one empty row, so that a range is a range. */
export function lastRowOf(count: number): number {
  return firstRow + Math.max(1, count) - 1;
}

export const appColumns = columnOrder(
  appFields,
  [
    'id',
    'name',
    'state',
    'category',
    'vendor',
    'costBasis',
    'costAnnual',
    'hardSavingAnnual',
    'projectedAnnual',
    'costComplete',
    'action',
    'expenses12m',
    'activeUsers',
    'costPerActiveUser',
    'lastUsedAt',
    'seats/purchased',
    'seats/assigned',
    'seats/unassigned',
    'seats/departed',
    'seats/inactive',
    'seats/unknown',
    'seats/active',
  ],
  [
    'stateClass',
    'unusableMoney',
    'native/amount',
    'native/currency',
    'seats/basis',
    'seats/exempt',
    'seats/grace',
    'seats/lowerTier',
    'seats/overAssigned',
  ],
);

export const planColumns = columnOrder(
  ledgerRowFields,
  [
    'id',
    'appId',
    'app',
    'lever',
    'seats',
    'price',
    'hardAnnual',
    'avoidAnnual',
    'oneTime',
    'net',
    'effectiveFrom',
    'timing',
    'decideBy',
    'next12',
    'inYear',
    'confidence',
    'findingIds',
    'assumptions',
  ],
  // Said among the assumptions.
  ['supersededBy'],
);

export const renewalColumns = columnOrder(
  renewalFields,
  [
    'contractId',
    'name',
    'appName',
    'status',
    'statusClass',
    'termStart',
    'termEnd',
    'noticeDays',
    'noticeMonths',
    'noticeAssumed',
    'deadline',
    'daysLeft',
    'autoRenew',
    'renewalTermMonths',
    'bucket',
    'supersededBy',
    'duplicateOf',
    'annualValue',
    'savingAnnual',
    'earliestExit',
    'flags',
  ],
  ['appId'],
);

export const findingColumns = columnOrder(
  findingFields,
  [
    'id',
    'type',
    'queue',
    'app',
    'contractId',
    'apps',
    'amount',
    'low',
    'high',
    'confidence',
    'score',
    'action',
    'blockers',
    'evidence',
    'against',
    'decision',
  ],
  ['appId'],
);

/** Dates that formulas ask for; they are in this order from the fourth row of the summary. */
export const summaryDates = ['asOf', 'next12End', 'yearEnd'] as const;
const firstDateRow = 4;

export function summaryDate(name: (typeof summaryDates)[number]): string {
  return `Summary!$B$${firstDateRow + summaryDates.indexOf(name)}`;
}

/** The cells of a column that hold records, such as "Apps!$G$3:$G$80". */
export function rangesIn<Key extends string>(
  sheet: string,
  columns: readonly Key[],
  count: number,
): (key: Key) => string {
  return (key) => {
    const letter = letterOf(columns.indexOf(key));
    return `${sheet}!$${letter}$${firstRow}:$${letter}$${lastRowOf(count)}`;
  };
}

/** "A", "Z", "AA" */
export function letterOf(index: number): string {
  const own = String.fromCharCode(65 + (index % 26));
  return index < 26 ? own : letterOf(Math.floor(index / 26) - 1) + own;
}
