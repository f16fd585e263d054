/** How many records there are of a kind that prose speaks of, so that it can cite the count. */
import type { FieldTable, RecordOf } from '../records/field.ts';
import type { Analysis, Minor, Renewal } from './contract.ts';
import { isLive } from './live.ts';
import { answerQuestions } from './questions.ts';
import { count, yearly } from '../records/rows.ts';

export const countFields = {
  noDate: { ...count, how: 'Contracts that may renew and of which no deadline is known.' },
  missed: { ...count, how: 'Contracts that renew by themselves, or may, and whose deadline has passed.' },
  noticeAssumed: { ...count, how: 'Contracts whose notice period is the default of the mapping.' },
  renewing60: { ...count, how: 'Contracts whose term ends within 60 days.' },
  unknownSeatApps: { ...count, how: 'Apps with seats of unknown usage.' },
  unknownSeats: { ...count, how: 'Seats of unknown usage.' },
  review: { ...count, how: 'Findings that a person must judge.' },
  invalidValues: { ...count, how: 'Records with a value that cannot be read.' },
  leftOutBlank: { ...count, how: 'Contracts in force without an amount.' },
  leftOutUnreadable: { ...count, how: 'Contracts in force with an amount that cannot be read.' },
  leftOutNegative: { ...count, how: 'Contracts in force with a negative amount.' },
  leftOutNoRate: { ...count, how: 'Contracts in force in a currency without a rate.' },
  leftOutNoApp: { ...count, how: 'Contracts in force that belong to no app that was read.' },
  summariesApart: { ...count, how: 'Apps whose license summary and lines are apart in seats or in cost.' },
  edits: { ...count, how: 'Edits of the plan by people.' },
} as const satisfies FieldTable;

/** What contracts cost a year of which something is not known; amounts that nobody can read are in none of it. */
export const gapFields = {
  noDateAnnual: { ...yearly, label: 'value', how: 'Annual value of the contracts without a known deadline.' },
  noAppAnnual: { ...yearly, label: 'value', how: 'Annual value of the contracts of no app that was read.' },
  unreadableAnnual: {
    ...yearly,
    label: 'value',
    how: 'Annual value of the contracts with something that cannot be read.',
  },
} as const satisfies FieldTable;

export interface GapSums extends RecordOf<typeof gapFields, Minor> {}

export function gapsIn(analysis: Analysis): GapSums {
  const { renewals } = analysis;
  return {
    noDateAnnual: valueOf(renewals.filter((one) => isLive(one) && one.bucket === 'no-date')),
    noAppAnnual: valueOf(lostContracts(analysis)),
    unreadableAnnual: valueOf(renewals.filter(({ unreadable }) => unreadable.length > 0)),
  };
}

function valueOf(contracts: readonly Renewal<Minor>[]): Minor {
  return contracts.reduce((sum, { annualValue }) => sum + (annualValue ?? 0), 0);
}

export interface Counts extends RecordOf<typeof countFields, never> {}

export function countsOf(analysis: Analysis): Counts {
  const { apps, renewals, findings, inputs } = analysis;
  const unknown = apps.flatMap(({ seats }) => (seats === null || seats.unknown === 0 ? [] : seats.unknown));
  const live = renewals.filter(isLive);
  return {
    noDate: live.filter(({ bucket }) => bucket === 'no-date').length,
    missed: live.filter(({ bucket }) => bucket === 'missed').length,
    noticeAssumed: live.filter(({ noticeAssumed }) => noticeAssumed).length,
    renewing60: answerQuestions(analysis).renewing60.total,
    unknownSeatApps: unknown.length,
    unknownSeats: unknown.reduce((sum, seats) => sum + seats, 0),
    review: findings.filter(({ queue }) => queue === 'review').length,
    invalidValues: findings.filter(isUnreadable).length,
    ...leftOutCounts(analysis),
    summariesApart: summariesApart(analysis).length,
    edits: inputs.edits.length,
  };
}

export function isUnreadable({ type, id }: Analysis['findings'][number]): boolean {
  return type === 'invalid-value' && id.endsWith(':fields');
}

/** Findings of license summaries that are apart from their lines by a number. */
export function summariesApart({ findings }: Analysis): Analysis['findings'] {
  return findings.filter(
    ({ id, type, seats, amount }) =>
      type === 'seats-disagree' && id.endsWith(':summary') && (seats !== undefined || amount !== null),
  );
}

const reasonCounts = {
  blank: 'leftOutBlank',
  unreadable: 'leftOutUnreadable',
  negative: 'leftOutNegative',
  'no-rate': 'leftOutNoRate',
  'no-app': 'leftOutNoApp',
} as const;

function leftOutCounts(analysis: Analysis): Pick<Counts, (typeof reasonCounts)[keyof typeof reasonCounts]> {
  const counts = {
    leftOutBlank: 0,
    leftOutUnreadable: 0,
    leftOutNegative: 0,
    leftOutNoRate: 0,
    leftOutNoApp: lostContracts(analysis).length,
  };
  for (const { leftOut } of analysis.apps) {
    for (const { reason } of leftOut) counts[reasonCounts[reason]] += 1;
  }
  return counts;
}

/** Contracts in force that belong to no app that was read; each has a finding that says so. */
export function lostContracts({ findings, renewals }: Analysis): readonly Renewal<Minor>[] {
  const lost = new Set(
    findings.flatMap(({ id, contractId }) =>
      contractId !== null && id === withoutAppId(contractId) ? contractId : [],
    ),
  );
  return lost.size === 0 ? [] : renewals.filter(({ contractId }) => lost.has(contractId));
}

export function withoutAppId(contractId: number): string {
  return `invalid-value:contract-${contractId}:app`;
}
