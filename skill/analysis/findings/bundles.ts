import type { AssessedApp } from '../assessed.ts';
import { costFactor, scoreOf } from '../confidence.ts';
import type { Gathering } from './gathering.ts';

/** Paid for apart although a suite that is paid for includes it. */
export function findBundleCovered(app: AssessedApp, { add, assessed }: Gathering): void {
  const { id } = app.app;
  const { annual, basis } = app.cost;
  if (annual === null || annual <= 0 || app.coveredBy.length === 0) return;
  const names = app.coveredBy.map((suite) => assessed.byId.get(suite)?.app.name ?? 'a hidden app');
  const listed = app.coveredBy.filter((suite) => assessed.byId.has(suite));
  add({
    type: 'bundle-covered',
    subject: `app-${id}`,
    rule: 'suite',
    appId: id,
    amount: annual,
    low: 0,
    score: scoreOf([costFactor(basis)]),
    evidence: [`app/${id}/costAnnual`, ...listed.map((suite) => `app/${suite}/costAnnual`)],
    action: `Check whether ${names.join(', ')} already includes this app.`,
  });
}
