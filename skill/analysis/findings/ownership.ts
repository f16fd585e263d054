/** No owner, or one who has left. An owner that could not be read is unknown, not absent. */
import type { AssessedApp, AssessedContract } from '../base/assessed.ts';
import type { Owner, Value } from '../../mapping/portfolio.ts';
import { knownValue } from '../base/known-value.ts';
import type { Gathering } from './gathering.ts';

export function findOwnership(app: AssessedApp, { add, departed }: Gathering): void {
  const { id, owner } = app.app;
  const matters = (app.cost.annual ?? 0) > 0 || app.inForce.length > 0;
  if (matters && isUnfilled(owner)) {
    add({
      type: 'no-owner',
      subject: `app-${id}`,
      rule: 'owner',
      appId: id,
      amount: app.cost.annual,
      score: 1,
      evidence: [`app/${id}/owner`],
      action: 'Name an owner who can decide about this app.',
    });
  }
  if (matters && hasLeft(owner, departed)) {
    add({
      type: 'owner-departed',
      subject: `app-${id}`,
      rule: 'owner',
      appId: id,
      amount: app.cost.annual,
      score: 1,
      evidence: [`app/${id}/owner`],
      action: 'Name a new owner: the present one has left.',
    });
  }
}

export function findContractOwner(assessed: AssessedContract, { add, departed }: Gathering): void {
  const { contract, inForce, annual } = assessed;
  if (!inForce || !hasLeft(contract.owner, departed)) return;
  add({
    type: 'owner-departed',
    subject: `contract-${contract.id}`,
    rule: 'owner',
    appId: contract.appId,
    contractId: contract.id,
    amount: annual?.minor ?? null,
    score: 1,
    evidence: [`renewal/${contract.id}/name`],
    action: 'Name a new owner of the contract: the present one has left.',
  });
}

function isUnfilled(owner: Value<Owner>): boolean {
  return owner.kind === 'missing' && (owner.reason === 'absent' || owner.reason === 'empty');
}

function hasLeft(value: Value<Owner>, departed: ReadonlySet<string>): boolean {
  const owner = knownValue(value);
  return owner !== null && (owner.departed === true || departed.has(owner.id));
}
