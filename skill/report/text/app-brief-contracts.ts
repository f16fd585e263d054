/** What the brief of an app says of its contracts: each in a sentence, how it is left, by when to act. */
import { fieldWords, type Analysis, type Minor, type Renewal } from '../../analysis/contract.ts';
import type { Sentence } from '../base/sentence.ts';
import { missedWords } from '../decisions/decide.ts';

export function contractSentence(renewal: Renewal<Minor>, analysis: Analysis): Sentence {
  const { contractId, name, annualValue, termEnd, autoRenew } = renewal;
  return [
    { name },
    ': ',
    ...(annualValue === null
      ? ['annual value unknown']
      : [{ money: annualValue, fact: `renewal/${contractId}/annualValue` }, ' a year']),
    ...(termEnd === null
      ? [isUnreadable(renewal, 'termEnd') ? ', term end unreadable' : ', no term end']
      : [', term ends on ', { date: termEnd, fact: `renewal/${contractId}/termEnd` }]),
    autoRenew === null
      ? ', whether it renews by itself is unknown'
      : `, ${autoRenew ? 'renews' : 'does not renew'} by itself`,
    ...deadlineWords(renewal),
    ...missedWords(renewal),
    ...recordWords(renewal, analysis),
    '.',
  ];
}

function isUnreadable({ unreadable }: Renewal<Minor>, field: string): boolean {
  return unreadable.some((one) => one.field === field);
}

/** What renews it, and what is recorded in words that cannot be read. */
function recordWords({ supersededBy, unreadable }: Renewal<Minor>, { renewals }: Analysis): Sentence {
  const next = renewals.find(({ contractId }) => contractId === supersededBy);
  return [
    ...(next === undefined ? [] : ['; renewed by ', { name: next.name }]),
    ...unreadable.flatMap(({ field, raw }) => [`; ${fieldWords(field)} cannot be read: `, { raw }]),
  ];
}

function deadlineWords(renewal: Renewal<Minor>): Sentence {
  const { contractId, deadline, noticeAssumed, bucket } = renewal;
  if (bucket === 'ends') return [', so there is no notice to give: sign only what is needed'];
  if (deadline === null) return [', no notice deadline known'];
  return [
    bucket === 'missed' ? ', the notice deadline passed on ' : ', notice by ',
    { date: deadline, fact: `renewal/${contractId}/deadline` },
    noticeAssumed ? ' (assumed)' : '',
  ];
}

/** What giving notice means where the vendor does not move. */
export function exitSentence(renewal: Renewal<Minor>): Sentence {
  const { contractId, name, earliestExit } = renewal;
  return earliestExit === null
    ? [{ name }, ': when it can be left is unknown; settle that before negotiating.']
    : [
        { name },
        ...conditionOf(renewal),
        ' it can be left after ',
        { date: earliestExit, fact: `renewal/${contractId}/earliestExit` },
        '.',
      ];
}

/** What renews by itself is left by a notice in time, never by silence. */
function conditionOf({ contractId, autoRenew, bucket, deadline }: Renewal<Minor>): Sentence {
  return autoRenew === true && deadline !== null && bucket !== 'missed'
    ? [': with notice by ', { date: deadline, fact: `renewal/${contractId}/deadline` }]
    : [': without an agreement'];
}

export function hasAllContracts({ completeness }: Analysis): boolean {
  return completeness.some(({ source, status }) => source === 'contracts' && status === 'complete');
}

export function lastSafeDateOf(renewals: readonly Renewal<Minor>[], analysis: Analysis): Sentence {
  const { asOf } = analysis;
  const ahead = renewals
    .filter(({ deadline, bucket }) => deadline !== null && deadline >= asOf && bucket !== 'ends')
    .toSorted((a, b) => ((a.deadline ?? '') < (b.deadline ?? '') ? -1 : 1));
  const [first] = ahead;
  if (first !== undefined && first.deadline !== null) {
    return [{ date: first.deadline, fact: `renewal/${first.contractId}/deadline` }];
  }
  if (renewals.length === 0) {
    return [
      hasAllContracts(analysis) ? 'No contract sets one.' : 'Unknown: not every contract could be read.',
    ];
  }
  if (renewals.every(({ bucket }) => bucket === 'ends')) return ['None: its contracts end by themselves.'];
  const missed = renewals.filter(({ bucket }) => bucket === 'missed');
  if (missed.length === 0) return ['Unknown.'];
  return missed.some(({ autoRenew }) => autoRenew === true)
    ? ['It has passed.']
    : ['It has passed, if the contract renews by itself.'];
}
