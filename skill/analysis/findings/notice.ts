/** Deadlines that have passed, that are near, or that nobody recorded. */
import type { AssessedContract } from '../base/assessed.ts';
import type { FindingType } from '../base/contract.ts';
import { isoOf } from '../base/day.ts';
import { scoreOf } from '../base/confidence.ts';
import type { Gathering } from './gathering.ts';

export function findNotice(assessed: AssessedContract, gathering: Gathering): void {
  const { bucket, deadline } = assessed;
  if (!assessed.inForce || assessed.duplicateOf !== null) return;
  const { asOf, config } = gathering.assessed;
  if (bucket === 'missed') addNotice(assessed, 'notice-missed', missedAction(assessed), gathering);
  else if (bucket === 'no-date') addNotice(assessed, 'no-date', noDate, gathering);
  else if (deadline !== null && deadline >= asOf && deadline - asOf <= config.thresholds.noticeNearDays) {
    addNotice(assessed, 'notice-near', `Decide by ${isoOf(deadline)}, the last day for notice.`, gathering);
  }
}

const noDate =
  'Record the notice period or the cancellation deadline: until then no last safe date is known.';

function missedAction({ earliestExit }: AssessedContract): string {
  return earliestExit === null
    ? 'The deadline has passed; ask the vendor when the contract can be left.'
    : `The deadline has passed; the contract can be left after ${isoOf(earliestExit)}.`;
}

/** An assumed notice period or renewal is a weaker ground than a recorded one. */
export const assumedFactor = 0.6;

function addNotice(assessed: AssessedContract, type: FindingType, action: string, { add }: Gathering): void {
  const { contract, annual, noticeAssumed, autoRenewAssumed } = assessed;
  add({
    type,
    subject: `contract-${contract.id}`,
    rule: 'deadline',
    appId: contract.appId,
    contractId: contract.id,
    amount: annual?.minor ?? null,
    score: scoreOf([noticeAssumed || autoRenewAssumed ? assumedFactor : 1]),
    evidence: [`renewal/${contract.id}/deadline`, `renewal/${contract.id}/termEnd`],
    blockers: assessed.deadlinesDisagree ? ['Two recorded deadlines disagree; the earlier is used.'] : [],
    action,
  });
}
