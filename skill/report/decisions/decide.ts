/**
 * The decisions of a brief or a digest: the most pressing ones of the inbox, in the order of their last
 * safe dates, each as a sentence. Advice, never an instruction.
 */
import type { Analysis, IsoDate, LedgerRow, Lever, Minor, PlanEntry } from '../../analysis/contract.ts';
import { inboxOf, type InboxItem } from './inbox.ts';
import { counted, type Part, type Sentence } from '../base/sentence.ts';
import { isUsable } from '../base/coverage.ts';

export interface DecisionToTake {
  /** As of the inbox: `app/11` or `renewal/204`. */
  readonly id: string;
  readonly appId: number | null;
  readonly contractId: number | null;
  readonly name: string;
  readonly lastSafeDate: IsoDate | null;
  /** Who put the saving into the plan; null where nothing is to be saved. */
  readonly source: PlanEntry['source'] | null;
  readonly sentence: Sentence;
}

export interface Decisions {
  readonly first: readonly DecisionToTake[];
  /** There are more than those. */
  readonly more: boolean;
  /** False where the contracts could not be read: that there is none then says nothing. */
  readonly known: boolean;
}

/** What stands where no decision is listed. */
export function noneToTake({ known }: Decisions, when = ''): string {
  return known
    ? `Nothing to decide${when}.`
    : 'What is to be decided by when cannot be said: the contracts could not be read.';
}

const most = 5;

export function decisionsToTake(analysis: Analysis): Decisions {
  const inbox = inboxOf(analysis);
  const first = withSoonest(inbox.slice(0, most), inbox).toSorted(bySafeDate);
  return {
    first: first.map((item) => decisionOf(item, analysis)),
    more: inbox.length > most,
    known: isUsable(analysis, 'contracts'),
  };
}

/** The soonest is among them however small it is: the first sentence names its date. */
function withSoonest(first: readonly InboxItem[], inbox: readonly InboxItem[]): readonly InboxItem[] {
  const [soonest] = inbox.toSorted(bySafeDate);
  if (soonest === undefined || first.includes(soonest)) return first;
  return [...first.slice(0, most - 1), soonest];
}

/** What has no date comes last. */
function bySafeDate(a: InboxItem, b: InboxItem): number {
  const [left, right] = [a.lastSafeDate ?? '9999', b.lastSafeDate ?? '9999'];
  return left === right ? (a.id < b.id ? -1 : 1) : left < right ? -1 : 1;
}

function decisionOf(item: InboxItem, analysis: Analysis): DecisionToTake {
  const { id, appId, contractId, name, lastSafeDate, hardAnnual } = item;
  const entry = analysis.plan.find((row) => row.appId === appId);
  return {
    id,
    appId,
    contractId,
    name,
    lastSafeDate,
    source: hardAnnual === null ? null : (entry?.source ?? 'rules'),
    sentence: [
      ...datePart(item, analysis),
      ...(hardAnnual === null ? renewalWords(item, analysis) : savingWords(item, hardAnnual, analysis)),
    ],
  };
}

function datePart({ lastSafeDate, contractId }: InboxItem, { renewals }: Analysis): Part[] {
  if (lastSafeDate === null) return ['any day: '];
  const renewal = renewals.find((one) => one.contractId === contractId);
  const field = renewal?.bucket === 'ends' ? 'termEnd' : 'deadline';
  return ['by ', { date: lastSafeDate, fact: `renewal/${contractId}/${field}` }, ': '];
}

function renewalWords({ contractId, annualValue }: InboxItem, { renewals }: Analysis): Part[] {
  const renewal = renewals.find((one) => one.contractId === contractId);
  const asked = renewal?.autoRenew === null ? ', if it renews by itself' : '';
  const renew = `consider whether to renew before the notice deadline passes${asked}`;
  const missed = renewal?.ifMissed ?? null;
  const until: Part[] =
    missed === null
      ? ['.']
      : [
          '; missing it commits you until ',
          { date: missed.committedUntil, fact: `renewal/${contractId}/ifMissed/committedUntil` },
          '.',
        ];
  return annualValue === null
    ? [`${renew}; its annual value is unknown`, ...until]
    : [
        `${renew}; it costs `,
        { money: annualValue, fact: `renewal/${contractId}/annualValue` },
        ' a year',
        ...until,
      ];
}

function savingWords({ appId, confidence }: InboxItem, saving: Minor, analysis: Analysis): Part[] {
  return [
    'consider ',
    ...(appId === null ? [] : givingUp(appId, analysis)),
    '; this saves ',
    { money: saving, fact: `app/${appId}/hardSavingAnnual` },
    ` a year (${confidence ?? 'low'} confidence).`,
  ];
}

/** What the plan does about an app, to follow "consider". */
export function givingUp(appId: number, analysis: Analysis): Part[] {
  const rows = analysis.ledger.filter((row) => row.appId === appId && row.hardAnnual !== 0);
  const seats = rows.flatMap(seatWords);
  const steps = [
    ...(seats.length === 0 ? [] : [['giving up ', ...joined(seats, ' and ')]]),
    ...rows.flatMap((row) => otherWords(row, analysis)),
  ];
  return steps.length === 0 ? ['its plan'] : joined(steps, ', ');
}

function joined(parts: readonly Sentence[], last: string): Part[] {
  return parts.flatMap((part, index) => {
    const between = index === parts.length - 1 ? last : ', ';
    return index === 0 ? part : [between, ...part];
  });
}

const seatKinds: Partial<Record<Lever, readonly [one: string, many: string]>> = {
  departed: ['seat of somebody who has left', 'seats of people who have left'],
  unassigned: ['unassigned seat', 'unassigned seats'],
  inactive: ['inactive seat', 'inactive seats'],
};

function seatWords({ id, lever, seats }: LedgerRow<Minor>): Sentence[] {
  const kind = seatKinds[lever];
  return kind === undefined || seats === null ? [] : [counted(seats, `ledger/${id}/seats`, ...kind)];
}

/** What else is done about an app; nothing for a row that only follows from another. */
function otherWords({ appId, lever }: LedgerRow<Minor>, { apps, plan }: Analysis): Sentence[] {
  if (seatKinds[lever] !== undefined || lever === 'added-seats') return [];
  if (lever === 'tier') return [['moving seats to the cheaper tier']];
  if (lever === 'price') return [['asking for the lower price']];
  if (lever === 'bundle') return [['leaving it to the suite that covers it']];
  const survivorId = plan.find((entry) => entry.appId === appId)?.survivorId;
  const survivor = apps.find((app) => app.id === survivorId);
  return [survivor === undefined ? ['retiring it'] : ['replacing it by ', { name: survivor.name }]];
}
