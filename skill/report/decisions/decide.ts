/**
 * The decisions of a brief or a digest: those of the one ranking that the list holds, each as a sentence, and
 * how many more there are and what they are worth. Advice, never an instruction.
 */
import {
  type Cut,
  type Due,
  dueIn,
  type InboxItem,
  inboxOf,
  listedOf,
  type Step,
} from '../../analysis/analyze.ts';
import { baselineComplete } from '../../analysis/facts.ts';
import type { Analysis, IsoDate, Minor, PlanEntry, Renewal } from '../../analysis/contract.ts';
import { boundedMoney } from '../base/bounds.ts';
import { counted, type Part, type Sentence } from '../base/sentence.ts';
import { isUsable, isWhole } from '../base/coverage.ts';
import { decisionRow, type DecisionRow } from './decision-row.ts';
import { givingUp } from './giving-up.ts';

export interface DecisionToTake {
  /** As of the inbox: `app/11` or `renewal/204`. */
  readonly id: string;
  readonly appId: number | null;
  readonly contractId: number | null;
  readonly name: string;
  readonly lastSafeDate: IsoDate | null;
  readonly step: Step;
  /** Who put the saving into the plan; null where nothing is to be saved. */
  readonly source: PlanEntry['source'] | null;
  readonly sentence: Sentence;
  /** The same for a table. */
  readonly row: DecisionRow;
}

export interface Decisions {
  readonly first: readonly DecisionToTake[];
  /** How many there are in all, and what they are worth; null where there is none. */
  readonly all: Sentence | null;
  /** How many more there are than those listed, and what they are worth. */
  readonly more: Sentence | null;
  /** How many of those are due within 30 days, and what they are worth; null where all are listed. */
  readonly moreSoon: Sentence | null;
  /** What is said where none is listed. */
  readonly none: Sentence;
}

/** @param when such as " this week", for where there is none */
export function decisionsToTake(analysis: Analysis, cut: Cut, when = ''): Decisions {
  const items = inboxOf(analysis);
  const first = listedOf(items, cut);
  const rest = items.filter((item) => !first.includes(item));
  const soon = rest.filter(({ step }) => step === 'week' || step === 'month');
  return {
    first: first.map((item) => decisionToTake(item, analysis)),
    all: items.length === 0 ? null : [...worthOf(items, 'all', 'In all '), '.'],
    more: rest.length === 0 ? null : [...worthOf(rest, `beyond-${cut}`, '', 'more '), '.'],
    moreSoon: soon.length === 0 ? null : [...worthOf(soon, `soon-beyond-${cut}`, '', 'more '), '.'],
    none: noneToTake(analysis, when),
  };
}

/** That there is nothing to decide can be said only of contracts and apps that were read. */
export function noneToTake(analysis: Analysis, when = ''): Sentence {
  if (!isUsable(analysis, 'contracts')) return withoutContracts(analysis);
  const cut = (['contracts', 'apps'] as const).find((source) => !isWhole(analysis, source));
  return cut === undefined
    ? [`Nothing to decide${when}.`]
    : [`Nothing to decide${when} among the ${cut} that were read; not all of them were.`];
}

/** What waits for the contracts. */
export function withoutContracts(analysis: Analysis): Sentence {
  const { totals } = analysis;
  const unsaid = 'Cannot be said without the contracts';
  if (totals.baselineAnnual <= 0) return [`${unsaid}.`];
  return [
    `${unsaid}: `,
    ...boundedMoney(totals.baselineAnnual, 'totals/baselineAnnual', baselineComplete(analysis)),
    ' a year in ',
    ...counted(totals.apps, 'totals/apps', 'app', 'apps'),
    ' waits for dates.',
  ];
}

/** "In all 17 decisions, which save $85,122 a year, on contracts that cost at least $300,000 a year" */
function worthOf(items: readonly InboxItem[], group: string, before: string, kind = ''): Part[] {
  const due: Due = dueIn(items);
  const isFloor = items.some(({ contractId, annualValue }) => contractId !== null && annualValue === null);
  return [
    before,
    ...counted(due.decisions, `due/${group}/decisions`, `${kind}decision`, `${kind}decisions`),
    ...(due.savingAnnual === 0
      ? []
      : [
          due.decisions === 1 ? ', which saves ' : ', which save ',
          { money: due.savingAnnual, fact: `due/${group}/savingAnnual` },
          ' a year',
        ]),
    ...(due.atStakeAnnual === 0
      ? []
      : [
          `, on contracts that cost ${isFloor ? 'at least ' : ''}`,
          { money: due.atStakeAnnual, fact: `due/${group}/atStakeAnnual` },
          ' a year',
        ]),
  ];
}

export function decisionToTake(item: InboxItem, analysis: Analysis): DecisionToTake {
  const { id, appId, contractId, name, lastSafeDate, step, hardAnnual } = item;
  const entry = analysis.plan.find((row) => row.appId === appId);
  const renewal = analysis.renewals.find((row) => row.contractId === contractId) ?? null;
  return {
    id,
    appId,
    contractId,
    name,
    lastSafeDate,
    step,
    source: hardAnnual === null ? null : (entry?.source ?? 'rules'),
    sentence: [
      ...(item.contractName === null ? [] : [{ name: item.contractName }, ', ']),
      ...datePart(item, renewal),
      ...(hardAnnual === null ? [renewWords(renewal)] : savingWords(item, hardAnnual, analysis)),
      ...atStakeWords(item),
      ...missedWords(renewal),
      item.confidence === null ? '.' : ` (${item.confidence} confidence).`,
    ],
    row: decisionRow(item, renewal, analysis),
  };
}

function datePart({ lastSafeDate, contractId, step }: InboxItem, renewal: Renewal<Minor> | null): Part[] {
  if (lastSafeDate === null) return [step === 'any' ? 'no contract on file: ' : 'no deadline is known: '];
  return renewal?.bucket === 'ends'
    ? [
        'ends by itself on ',
        { date: lastSafeDate, fact: `renewal/${contractId}/termEnd` },
        ', so sign only what is needed: ',
      ]
    : ['by ', { date: lastSafeDate, fact: `renewal/${contractId}/deadline` }, ': '];
}

function renewWords(renewal: Renewal<Minor> | null): string {
  const asked = renewal?.autoRenew === null ? ', if it renews by itself' : '';
  return `consider whether to renew before the notice deadline passes${asked}`;
}

function savingWords(item: InboxItem, saving: Minor, analysis: Analysis): Part[] {
  const { appId, contractName, savingFact } = item;
  return [
    'consider ',
    ...(appId === null ? [] : givingUp(appId, analysis)),
    contractName === null ? '; this saves ' : ' across its contracts; the part of this one saves ',
    { money: saving, fact: savingFact ?? `app/${appId}/hardSavingAnnual` },
    ' a year',
  ];
}

function atStakeWords({ contractId, annualValue, inNoTotal }: InboxItem): Part[] {
  if (contractId === null) return [];
  const apart = inNoTotal ? [', in no total, since it belongs to no app that was read'] : [];
  return annualValue === null
    ? ['; what the contract costs is unknown', ...apart]
    : [
        '; the contract costs ',
        { money: annualValue, fact: `renewal/${contractId}/annualValue` },
        ' a year',
        ...apart,
      ];
}

/** What happens if nothing is done. */
export function missedWords(renewal: Renewal<Minor> | null): Part[] {
  if (renewal === null || renewal.ifMissed === null) return [];
  const { committedUntil, committedAmount, wasteAnnual } = renewal.ifMissed;
  const fact = `renewal/${renewal.contractId}/ifMissed`;
  return [
    '; missing it commits ',
    ...(committedAmount === null ? ['you'] : [{ money: committedAmount, fact: `${fact}/committedAmount` }]),
    ' until ',
    { date: committedUntil, fact: `${fact}/committedUntil` },
    ...(wasteAnnual === null || wasteAnnual === 0
      ? []
      : [', with idle seats that cost ', { money: wasteAnnual, fact: `${fact}/wasteAnnual` }, ' a year']),
  ];
}
