/** Torii's own license summary is a control total of the lines: by how much the two are apart is said, never money. */
import type { AssessedApp } from '../base/assessed.ts';
import { renderMoney } from '../facts/render.ts';
import type { Gathering } from './gathering.ts';
import { seatsText } from './seats-text.ts';

const counts =
  'The license summary and its lines count seats differently, as where a person is on two lines; the lines are used.';

export function findLicenseSummary(app: AssessedApp, { add, assessed: { config } }: Gathering): void {
  const { id } = app.app;
  const seats = app.seats?.summaryApart ?? 0;
  const amount = app.cost.summaryApart;
  if (seats === 0 && amount === 0 && app.seats?.summaryDiffers !== true) return;
  const own = `finding/seats-disagree:app-${id}:summary`;
  const apart = [
    ...(seats === 0 ? [] : [{ text: seatsText(seats), fact: `${own}/seats` }]),
    ...(amount === 0
      ? []
      : [{ text: `${renderMoney(amount, config.tenant.currency)} a year`, fact: `${own}/amount` }]),
  ];
  add({
    type: 'seats-disagree',
    subject: `app-${id}`,
    rule: 'summary',
    appId: id,
    amount: amount === 0 ? null : amount,
    ...(seats > 0 && { seats }),
    score: 1,
    evidence: [
      ...apart.map(({ fact }) => fact),
      ...(app.seats === null ? [] : [`app/${id}/seats/purchased`, `app/${id}/seats/assigned`]),
    ],
    action: apart.length === 0 ? counts : actionOf(apart.map(({ text }) => text).join(' and ')),
    informs: true,
  });
}

function actionOf(apart: string): string {
  return `Find out which is right: the license summary and its lines are ${apart} apart, as where a line is recorded twice or is missing. The lines are used.`;
}
