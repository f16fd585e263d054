/**
 * A decision as a row of a table: what to consider, by when, what it saves, and whom to ask. For those who
 * read one page; the sentence of a decision says more.
 */
import type { InboxItem } from '../../analysis/analyze.ts';
import type { Analysis, Minor, Renewal } from '../../analysis/contract.ts';
import type { Part, Sentence } from '../base/sentence.ts';
import { givingUp } from './giving-up.ts';

export interface DecisionRow {
  readonly does: Sentence;
  readonly by: Sentence;
  /** A year; empty where nothing is to be saved. */
  readonly saves: Sentence;
  /** Whom to ask, by id: names of people stay in Torii. */
  readonly who: Sentence;
}

export function decisionRow(
  item: InboxItem,
  renewal: Renewal<Minor> | null,
  analysis: Analysis,
): DecisionRow {
  const { hardAnnual, savingFact, appId } = item;
  return {
    does: [...doing(item, renewal, analysis), ...commitment(renewal)],
    by: dateOf(item, renewal),
    saves:
      hardAnnual === null ? [] : [{ money: hardAnnual, fact: savingFact ?? `app/${appId}/hardSavingAnnual` }],
    who: ownerOf(appId, analysis),
  };
}

function doing(item: InboxItem, renewal: Renewal<Minor> | null, analysis: Analysis): Part[] {
  const { appId, contractId, annualValue, hardAnnual, contractName, inNoTotal } = item;
  const contract: Part[] = contractName === null ? [] : [{ name: contractName }, ': '];
  if (hardAnnual !== null && appId !== null) {
    return [
      ...contract,
      ...(renewal?.bucket === 'ends' ? ['sign less: '] : []),
      ...givingUp(appId, analysis),
    ];
  }
  const cost: Part[] =
    annualValue === null
      ? [', cost unknown']
      : [', ', { money: annualValue, fact: `renewal/${contractId}/annualValue` }, ' a year'];
  return [
    ...contract,
    renewal?.autoRenew === null ? 'whether to renew, if it renews by itself' : 'whether to renew',
    ...cost,
    ...(inNoTotal ? [', in no total: its app was not read'] : []),
  ];
}

/** What happens if nothing is done. */
function commitment(renewal: Renewal<Minor> | null): Part[] {
  if (renewal === null || renewal.ifMissed === null) return [];
  const { committedUntil, committedAmount } = renewal.ifMissed;
  const fact = `renewal/${renewal.contractId}/ifMissed`;
  return [
    '; else it renews to ',
    { date: committedUntil, fact: `${fact}/committedUntil` },
    ...(committedAmount === null
      ? []
      : [' for ', { money: committedAmount, fact: `${fact}/committedAmount` } as const]),
  ];
}

function dateOf({ lastSafeDate, step, contractId }: InboxItem, renewal: Renewal<Minor> | null): Sentence {
  if (lastSafeDate === null) return [step === 'any' ? 'any day' : 'no date is recorded'];
  return renewal?.bucket === 'ends'
    ? ['ends ', { date: lastSafeDate, fact: `renewal/${contractId}/termEnd` }]
    : [{ date: lastSafeDate, fact: `renewal/${contractId}/deadline` }];
}

/** An owner who is known by name only has no id that says anything. */
function ownerOf(appId: number | null, { apps, findings }: Analysis): Sentence {
  const owner = apps.find(({ id }) => id === appId)?.owner ?? null;
  if (owner !== null) {
    return /^\d+$/.test(owner.id)
      ? ['owner ', { text: owner.id, fact: `app/${appId}/owner` }]
      : ['owner on record'];
  }
  return [findings.some(({ id }) => id === `no-owner:app-${appId}:owner`) ? 'no owner' : 'unknown'];
}
