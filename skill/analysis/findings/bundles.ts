import type { AssessedApp } from '../base/assessed.ts';
import { costFactor, scoreOf } from '../base/confidence.ts';
import type { Minor } from '../base/contract.ts';
import type { Gathering } from './gathering.ts';

/** Paid for apart although a suite that is paid for includes it; what has no price of its own is not paid apart. */
export function findBundleCovered(app: AssessedApp, gathering: Gathering): void {
  const { annual } = app.cost;
  if (app.isBundled) return;
  if (app.coveredBy.length > 0 && annual !== null && annual > 0) addCovered(app, annual, gathering);
}

function addCovered(app: AssessedApp, annual: Minor, { add, assessed }: Gathering): void {
  const { id } = app.app;
  const names = app.coveredBy.map((suite) => assessed.byId.get(suite)?.app.name ?? 'a hidden app');
  const listed = app.coveredBy.filter((suite) => assessed.byId.has(suite));
  add({
    type: 'bundle-covered',
    subject: `app-${id}`,
    rule: 'suite',
    appId: id,
    amount: annual,
    low: 0,
    score: scoreOf([costFactor(app.cost.basis)]),
    evidence: [`app/${id}/costAnnual`, ...listed.map((suite) => `app/${suite}/costAnnual`)],
    action: `Check whether ${names.join(', ')} already includes this app.`,
  });
}
