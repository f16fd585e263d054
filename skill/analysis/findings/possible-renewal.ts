import type { AssessedContract } from '../base/assessed.ts';
import type { Gathering } from './gathering.ts';

/** What may be the renewal of a contract, and may as well be a contract of its own: both count until somebody says. */
export function findPossibleRenewal(
  { contract, annual, inForce, superseded, possibleRenewals }: AssessedContract,
  { add, assessed: { byContract } }: Gathering,
): void {
  if (!inForce || superseded) return;
  const others = possibleRenewals.flatMap((id) => byContract.get(id) ?? []);
  const open = others.filter((other) => other.bucket !== 'ended' && !other.superseded);
  if (open.length === 0) return;
  add({
    type: 'possible-renewal',
    subject: `contract-${contract.id}`,
    rule: 'sequence',
    appId: contract.appId,
    contractId: contract.id,
    amount: annual?.minor ?? null,
    score: 0.5,
    evidence: [
      `renewal/${contract.id}/annualValue`,
      ...open.flatMap((other) => [
        `renewal/${other.contract.id}/annualValue`,
        `renewal/${other.contract.id}/termStart`,
      ]),
    ],
    action: `Say whether ${open.map((other) => other.contract.name).join(' or ')} renews ${contract.name}: both are counted until then.`,
  });
}
