/** How many records there are of a kind that prose speaks of, so that it can cite the count. */
import type { Analysis } from './contract.ts';
import { answerQuestions } from './questions.ts';

export const countNames = [
  'noDate',
  'missed',
  'noticeAssumed',
  'renewing60',
  'unknownSeatApps',
  'unknownSeats',
  'review',
  'invalidValues',
  'edits',
] as const;
export type Counts = Readonly<Record<(typeof countNames)[number], number>>;

export function countsOf(analysis: Analysis): Counts {
  const { apps, renewals, findings, inputs } = analysis;
  const unknown = apps.flatMap(({ seats }) => (seats === null || seats.unknown === 0 ? [] : seats.unknown));
  return {
    noDate: renewals.filter(({ bucket }) => bucket === 'no-date').length,
    missed: renewals.filter(({ bucket }) => bucket === 'missed').length,
    noticeAssumed: renewals.filter(({ noticeAssumed }) => noticeAssumed).length,
    renewing60: answerQuestions(analysis).renewing60.total,
    unknownSeatApps: unknown.length,
    unknownSeats: unknown.reduce((sum, seats) => sum + seats, 0),
    review: findings.filter(({ queue }) => queue === 'review').length,
    invalidValues: findings.filter(({ type }) => type === 'invalid-value').length,
    edits: inputs.edits.length,
  };
}
