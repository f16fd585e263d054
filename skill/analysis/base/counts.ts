/** How many records there are of a kind that prose speaks of, so that it can cite the count. */
import type { FieldTable, RecordOf } from '../records/field.ts';
import type { Analysis } from './contract.ts';
import { answerQuestions } from './questions.ts';

export const countFields = {
  noDate: { kind: 'count', how: 'Contracts in force of which no deadline is known.' },
  missed: { kind: 'count', how: 'Contracts in force whose deadline has passed.' },
  noticeAssumed: { kind: 'count', how: 'Contracts whose notice period is the default of the mapping.' },
  renewing60: { kind: 'count', how: 'Contracts whose term ends within 60 days.' },
  unknownSeatApps: { kind: 'count', how: 'Apps with seats of unknown usage.' },
  unknownSeats: { kind: 'count', how: 'Seats of unknown usage.' },
  review: { kind: 'count', how: 'Findings that a person must judge.' },
  invalidValues: { kind: 'count', how: 'Records with a value that cannot be read.' },
  edits: { kind: 'count', how: 'Edits of the plan by people.' },
} as const satisfies FieldTable;

export interface Counts extends RecordOf<typeof countFields, never> {}

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
