/** Deadlines that have passed, that are near, or that cannot be known. */
import type { Contract } from '../../mapping/portfolio.ts';
import type { AssessedContract } from '../base/assessed.ts';
import type { FindingType } from '../base/contract.ts';
import { fieldWords } from '../base/field-words.ts';
import { scoreOf } from '../base/confidence.ts';
import { knownValue } from '../base/known-value.ts';
import type { Gathering } from './gathering.ts';
import { countWords, dateWords, sentencesOf, type CitedFigure, type Wording } from './wording.ts';

/** Only an auto-renewal can be missed; a contract that another one renews raises nothing. */
export function findNotice(assessed: AssessedContract, gathering: Gathering): void {
  const { bucket, deadline, autoRenew, supersededBy } = assessed;
  if (!assessed.inForce || assessed.duplicateOf !== null || supersededBy !== null) return;
  if (assessed.superseded || autoRenew === false) return;
  const { asOf, config } = gathering.assessed;
  if (bucket === 'no-date') addNotice(assessed, 'no-date', 'deadline', noDateAction(assessed), gathering);
  if (deadline === null) return;
  const lastDay = dateWords(deadline, `renewal/${assessed.contract.id}/deadline`);
  if (bucket === 'missed') addMissed(assessed, lastDay, gathering);
  else if (deadline >= asOf && deadline - asOf <= config.thresholds.noticeNearDays) {
    addNotice(assessed, 'notice-near', 'deadline', nearAction(assessed, lastDay), gathering);
  }
}

function addMissed(assessed: AssessedContract, deadline: CitedFigure, gathering: Gathering): void {
  if (assessed.autoRenew === true) {
    addNotice(assessed, 'notice-missed', 'deadline', missedAction(assessed), gathering);
    return;
  }
  const gap = renewalGap(assessed);
  const action = [
    `Find out whether this contract auto-renews, ${gap}: if it does, notice was due by `,
    deadline,
    '.',
  ];
  addNotice(assessed, 'notice-near', 'renewal-unknown', action, gathering);
}

function nearAction(assessed: AssessedContract, deadline: CitedFigure): Wording {
  const { contract, autoRenew, ifMissed } = assessed;
  const said: Wording[] = [
    ['Decide by ', deadline, ', the last day for notice', ...periodWords(contract), '.'],
  ];
  if (autoRenew === null) said.push([`That applies if it auto-renews, ${renewalGap(assessed)}.`]);
  if (ifMissed !== null) {
    const until = `renewal/${contract.id}/ifMissed/committedUntil`;
    said.push(['Missing it commits you until ', dateWords(ifMissed.committedUntil, until), '.']);
  }
  return sentencesOf([...said, ...preparedWords(assessed)]);
}

/** Months are said, since the days they make are not what the contract says. */
function periodWords({ id, noticeDays }: Contract): Wording {
  const notice = knownValue(noticeDays);
  if (notice?.unit !== 'months') return [];
  return ['; the notice period is ', ...countWords(notice.amount, `renewal/${id}/noticeMonths`, 'month')];
}

function missedAction(assessed: AssessedContract): Wording {
  const { contract, earliestExit } = assessed;
  const exit =
    earliestExit === null
      ? ['The deadline has passed; ask the vendor when the contract can be left.']
      : [
          'The deadline has passed; the contract can be left after ',
          dateWords(earliestExit, `renewal/${contract.id}/earliestExit`),
          '.',
        ];
  return sentencesOf([exit, ...preparedWords(assessed)]);
}

function renewalGap({ contract: { autoRenew } }: AssessedContract): string {
  return autoRenew.kind === 'invalid' ? `which is recorded as “${autoRenew.raw}”` : 'which is not recorded';
}

function preparedWords({ preparedRenewals }: AssessedContract): Wording[] {
  return preparedRenewals.length === 0
    ? []
    : [[`A renewal is in preparation: contract ${preparedRenewals.join(' or ')}.`]];
}

const dateFields: ReadonlySet<string> = new Set(['termEnd', 'noticeDays', 'cancelBy']);

/** What is recorded and cannot be read is not missing: its own words are shown. */
function noDateAction({ contract, unreadable }: AssessedContract): string {
  const read = unreadable
    .filter(({ field }) => dateFields.has(field))
    .map(({ field, raw }) => `${fieldWords(field)} “${raw}”`);
  const until = 'until then no last safe date is known.';
  if (read.length > 0) return `Explain in the mapping, or correct in Torii, ${read.join(' and ')}: ${until}`;
  return `Record ${missingDates(contract)}: ${until}`;
}

function missingDates({ termEnd, noticeDays }: Contract): string {
  if (termEnd.kind === 'missing' && noticeDays.kind !== 'missing') return 'the end of the term';
  const notice = 'the notice period or the cancellation deadline';
  return termEnd.kind === 'missing' ? `the end of the term, and ${notice}` : notice;
}

/** An assumed notice period or renewal is a weaker ground than a recorded one. */
export const assumedFactor = 0.6;

function addNotice(
  assessed: AssessedContract,
  type: FindingType,
  rule: string,
  action: string | Wording,
  { add }: Gathering,
): void {
  const { contract, annual, noticeAssumed, autoRenewAssumed } = assessed;
  add({
    type,
    subject: `contract-${contract.id}`,
    rule,
    appId: contract.appId,
    contractId: contract.id,
    amount: annual?.minor ?? null,
    score: scoreOf([noticeAssumed || autoRenewAssumed ? assumedFactor : 1]),
    evidence: evidenceOf(assessed),
    against: assessed.preparedRenewals.map((id) => `renewal/${id}/termStart`),
    blockers: assessed.deadlinesDisagree ? ['Two recorded deadlines disagree; the earlier is used.'] : [],
    action,
  });
}

/** Every date and period that the action names. */
function evidenceOf({ contract, ifMissed, earliestExit }: AssessedContract): string[] {
  const { id } = contract;
  return [
    `renewal/${id}/deadline`,
    `renewal/${id}/termEnd`,
    ...(knownValue(contract.noticeDays)?.unit === 'months' ? [`renewal/${id}/noticeMonths`] : []),
    ...(ifMissed === null ? [] : [`renewal/${id}/ifMissed/committedUntil`]),
    ...(earliestExit === null ? [] : [`renewal/${id}/earliestExit`]),
  ];
}
