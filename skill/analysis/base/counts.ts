/** How many records there are of a kind that prose speaks of, so that it can cite the count. */
import type { FieldTable, RecordOf } from '../records/field.ts';
import type { Analysis } from './contract.ts';
import { answerQuestions } from './questions.ts';
import { count } from '../records/rows.ts';

export const countFields = {
  noDate: { ...count, how: 'Contracts in force of which no deadline is known.' },
  missed: { ...count, how: 'Contracts in force whose deadline has passed.' },
  noticeAssumed: { ...count, how: 'Contracts whose notice period is the default of the mapping.' },
  renewing60: { ...count, how: 'Contracts whose term ends within 60 days.' },
  unknownSeatApps: { ...count, how: 'Apps with seats of unknown usage.' },
  unknownSeats: { ...count, how: 'Seats of unknown usage.' },
  review: { ...count, how: 'Findings that a person must judge.' },
  invalidValues: { ...count, how: 'Records with a value that cannot be read.' },
  edits: { ...count, how: 'Edits of the plan by people.' },
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
