/** Money that goes where it should not, or that two records state differently. */
import type { AssessedApp } from '../base/assessed.ts';
import type { FindingType, Minor } from '../base/contract.ts';
import { costFactor, priceFactors, scoreOf } from '../base/confidence.ts';
import type { Gathering } from './gathering.ts';

export function findSpend(app: AssessedApp, gathering: Gathering): void {
  const { cost } = app;
  const { stateClass, isHidden } = app.app;
  const paid = cost.annual ?? 0;
  if (paid > 0 && stateClass === 'unsanctioned') addPaid(app, 'unsanctioned-paid', unsanctioned, gathering);
  if (paid > 0 && stateClass === 'closed') addPaid(app, 'closed-but-paid', closed, gathering);
  if (isHidden) findHiddenSpend(app, gathering);
  if (paid > 0 && cost.basis === 'expenses' && app.inForce.length === 0) {
    addPaid(app, 'bought-outside-contract', outside, gathering);
  }
  const spent = cost.expenses12m ?? 0;
  if (cost.basis === 'none' && app.ended.length > 0 && spent > 0) addEnded(app, spent, gathering);
  addVariance(app, gathering);
}

/** Hidden apps are in no list, so the finding itself is the only fact that states their cost. */
export function findHiddenSpend(app: AssessedApp, { add }: Gathering): void {
  const { id } = app.app;
  const { annual, basis } = app.cost;
  if (annual === null || annual <= 0) return;
  add({
    type: 'hidden-but-paid',
    subject: `app-${id}`,
    rule: 'cost',
    appId: id,
    amount: annual,
    score: scoreOf([costFactor(basis)]),
    evidence: [`finding/hidden-but-paid:app-${id}:cost/amount`],
    action: `Find out why ${app.app.name} is hidden and still paid for.`,
  });
}

const unsanctioned = 'Decide whether to sanction this app or to stop paying for it.';
const closed = 'Find out why a closed app is still paid for.';
const outside = 'Consider a contract: this app is paid for without one.';

function addPaid(app: AssessedApp, type: FindingType, action: string, { add }: Gathering): void {
  const { id } = app.app;
  add({
    type,
    subject: `app-${id}`,
    rule: 'cost',
    appId: id,
    amount: app.cost.annual,
    score: scoreOf([costFactor(app.cost.basis)]),
    evidence: [`app/${id}/costAnnual`, `app/${id}/state`],
    action,
  });
}

function addEnded(app: AssessedApp, spent: Minor, { add }: Gathering): void {
  const { id } = app.app;
  add({
    type: 'ended-with-spend',
    subject: `app-${id}`,
    rule: 'contracts',
    appId: id,
    amount: spent,
    score: scoreOf([priceFactors.expense]),
    evidence: [`app/${id}/expenses12m`, ...app.ended.map(({ contract }) => `renewal/${contract.id}/termEnd`)],
    action: 'Find out whether this app is still paid for: all its contracts have ended.',
  });
}

function addVariance(app: AssessedApp, { add, assessed: { config } }: Gathering): void {
  const { contractAnnual: agreed, contractTerms: terms, expenses12m: spent, leftOut } = app.cost;
  if (agreed === null || spent === null || agreed <= 0) return;
  const percent = config.thresholds.spendVariancePercent;
  if (!isApart(agreed, spent, percent)) return;
  // Paid for the whole term at once: what was spent is the contract.
  if (terms !== null && terms > 0 && !isApart(terms, spent, percent)) return;
  const difference = Math.abs(agreed - spent);
  const sure = config.spendConfirmed && config.spendWindow === 'trailing12m';
  const { id } = app.app;
  add({
    type: 'spend-variance',
    subject: `app-${id}`,
    rule: 'contract-and-spend',
    appId: id,
    amount: difference,
    score: scoreOf([priceFactors.expense]),
    evidence: [`app/${id}/costAnnual`, `app/${id}/expenses12m`],
    blockers: [
      ...(sure ? [] : ['The window of the spend field is unconfirmed.']),
      ...(leftOut.length > 0 ? ['A contract is left out of the cost: it may explain the difference.'] : []),
    ],
    action: 'Compare the contract with what was spent in 12 months.',
  });
}

/** The threshold is in percent of what was agreed. */
function isApart(agreed: Minor, spent: Minor, percent: number): boolean {
  const difference = Math.abs(agreed - spent);
  return difference > 0 && difference * 100 >= agreed * percent;
}
