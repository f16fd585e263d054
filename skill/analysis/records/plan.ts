import { planActions } from './app.ts';
import type { FieldTable } from './field.ts';
import { verdicts } from './finding.ts';

export const planEntryFields = {
  appId: { kind: 'id' },
  action: { kind: 'enum', values: planActions },
  survivorId: { kind: 'id', nullable: true },
  seatTargets: {
    kind: 'list',
    of: {
      kind: 'record',
      fields: { line: { kind: 'text' }, from: { kind: 'count' }, to: { kind: 'count' } },
    },
  },
  source: { kind: 'enum', values: ['rules', 'person'] },
} as const satisfies FieldTable;

/** What a person changed in the plan, or asked in a what-if. */
export const planEditFields = {
  appId: { kind: 'id' },
  action: { kind: 'enum', values: planActions },
  survivorId: { kind: 'id', optional: true },
  seatTarget: { kind: 'count', optional: true },
  /** New price of one seat a year, for the seats that remain. */
  tierPrice: { kind: 'money', optional: true },
  /** Price ask in percent of the residual cost. */
  pricePercent: { kind: 'number', optional: true },
  /** What the survivor or the renegotiated app will cost a year, when a quote is known. */
  projectedAnnual: { kind: 'money', per: 'year', optional: true },
  oneTime: { kind: 'money', optional: true },
  by: { kind: 'text' },
  at: { kind: 'date' },
  note: { kind: 'text', optional: true },
} as const satisfies FieldTable;

/**
 * What a person decided about a finding, by its id, or about every finding of an app, by `app/<id>`.
 * Rejected, accepted as a risk, or snoozed beyond the analysis date: the finding leaves the rules' plan.
 */
export const decisionFields = {
  id: { kind: 'key' },
  verdict: { kind: 'enum', values: verdicts },
  until: { kind: 'date', optional: true },
} as const satisfies FieldTable;
