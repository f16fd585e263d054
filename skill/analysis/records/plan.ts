import { planActions } from './app.ts';
import type { FieldTable } from './field.ts';
import { verdicts } from './finding.ts';
import { id, key, text, date, count, money, yearly, maybeId, oneOf, listOf } from './rows.ts';

export const planEntryFields = {
  appId: id,
  action: oneOf(planActions),
  survivorId: maybeId,
  seatTargets: listOf({ line: text, from: count, to: count }),
  source: oneOf(['rules', 'person']),
} as const satisfies FieldTable;

/** What a person changed in the plan, or asked in a what-if. */
export const planEditFields = {
  appId: id,
  action: oneOf(planActions),
  survivorId: { ...id, optional: true },
  seatTarget: { ...count, optional: true },
  /** New price of one seat a year, for the seats that remain. */
  tierPrice: { ...money, optional: true },
  /** Price ask in percent of the residual cost. */
  pricePercent: { kind: 'number', optional: true },
  /** What the survivor or the renegotiated app will cost a year, when a quote is known. */
  projectedAnnual: { ...yearly, optional: true },
  oneTime: { ...money, optional: true },
  by: text,
  at: date,
  note: { ...text, optional: true },
} as const satisfies FieldTable;

/**
 * What a person decided about a finding, by its id, or about every finding of an app, by `app/<id>`.
 * Rejected, accepted as a risk, or snoozed beyond the analysis date: the finding leaves the rules' plan.
 */
export const decisionFields = {
  id: key,
  verdict: oneOf(verdicts),
  until: { ...date, optional: true },
} as const satisfies FieldTable;
