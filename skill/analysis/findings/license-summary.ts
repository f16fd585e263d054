/** Torii's own license summary is a control total of the lines: by how much the two are apart is said, never money. */
import type { AssessedApp } from '../base/assessed.ts';
import { renderMoney } from '../facts/render.ts';
import type { Gathering } from './gathering.ts';
import { seatWords, type Wording } from './wording.ts';

const counts =
  'The license summary and its lines count seats differently, as where a person is on two lines; the lines are used.';

export function findLicenseSummary(app: AssessedApp, { add, assessed: { config } }: Gathering): void {
  const { id } = app.app;
  const seats = app.seats?.summaryApart ?? 0;
  const amount = app.cost.summaryApart;
  if (seats === 0 && amount === 0 && app.seats?.summaryDiffers !== true) return;
  const own = `finding/seats-disagree:app-${id}:summary`;
  const money = { text: renderMoney(amount, config.tenant.currency), fact: `${own}/amount` };
  const apart: Wording = [
    ...(seats === 0 ? [] : seatWords(seats, `${own}/seats`)),
    ...(seats === 0 || amount === 0 ? [] : [' and ']),
    ...(amount === 0 ? [] : [money, ' a year']),
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
      ...apart.flatMap((part) => (typeof part === 'string' ? [] : [part.fact])),
      ...(app.seats === null ? [] : [`app/${id}/seats/purchased`, `app/${id}/seats/assigned`]),
    ],
    action: apart.length === 0 ? counts : actionOf(apart),
    informs: true,
  });
}

function actionOf(apart: Wording): Wording {
  return [
    'Find out which is right: the license summary and its lines are ',
    ...apart,
    ' apart, as where a line is recorded twice or is missing. The lines are used.',
  ];
}
