/**
 * The ranking in sums: how many decisions there are of a kind, what they save and what is at stake, so that
 * prose can cite it. And which of them a brief or a digest lists: those its first sentence speaks of always.
 */
import type { Analysis, IsoDate, Minor } from '../base/contract.ts';
import { sum } from '../base/lever-sums.ts';
import type { FieldTable, RecordOf } from '../records/field.ts';
import { count, maybeDate, yearly } from '../records/rows.ts';
import { byMoney, inboxOf, type InboxItem, type Step } from './inbox.ts';

export const dueFields = {
  decisions: { ...count, how: 'Decisions of the ranking.' },
  savingAnnual: { ...yearly, label: 'saving', how: 'Sum of what the decisions save a year.' },
  atStakeAnnual: {
    ...yearly,
    label: 'at stake',
    how: 'Sum of what their contracts cost a year, where that is known.',
  },
  firstBy: { ...maybeDate, label: 'first date', how: 'The soonest last safe date of those that save.' },
  lastBy: { ...maybeDate, label: 'last date', how: 'The latest last safe date of those that save.' },
  noticeBy: { ...maybeDate, label: 'first notice', how: 'The soonest last safe date of all of them.' },
  leavesFrom: { ...maybeDate, label: 'leaves from', how: 'The first day on which one of them saves.' },
} as const satisfies FieldTable;

export interface Due extends RecordOf<typeof dueFields, Minor> {}

export const cuts = ['brief', 'digest', 'handover'] as const;
/** Where a list is cut: the brief goes on one page, the digest on one screen, what is handed over into a chat. */
export type Cut = (typeof cuts)[number];

const groups: Readonly<Record<string, readonly Step[]>> = {
  week: ['week'],
  month: ['month'],
  quarter: ['quarter'],
  later: ['later'],
  any: ['any'],
  /** Within 30 days. */
  soon: ['week', 'month'],
  ahead: ['quarter', 'later'],
  all: ['week', 'month', 'quarter', 'later', 'any'],
};

/**
 * Null for a name that is no group: the steps, `soon`, `ahead`, `all`, and of what a list leaves out
 * `beyond-brief`, `beyond-digest`, `beyond-handover`, or its part that is soon, as `soon-beyond-brief`.
 */
export function dueItems(analysis: Analysis, group: string): readonly InboxItem[] | null {
  const items = inboxOf(analysis);
  const cut = cuts.find((name) => group.endsWith(`beyond-${name}`));
  if (cut !== undefined && (group === `beyond-${cut}` || group === `soon-beyond-${cut}`)) {
    const listed = new Set(listedOf(items, cut));
    const isSoonOnly = group.startsWith('soon-');
    return items.filter((item) => !listed.has(item) && (!isSoonOnly || isSoon(item)));
  }
  const wanted = Object.hasOwn(groups, group) ? groups[group] : undefined;
  return wanted === undefined ? null : items.filter(({ step }) => wanted.includes(step));
}

export function dueOf(analysis: Analysis, group: string): Due | undefined {
  const items = dueItems(analysis, group);
  return items === null ? undefined : dueIn(items);
}

export function dueIn(items: readonly InboxItem[]): Due {
  const saving = items.filter(({ hardAnnual }) => hardAnnual !== null);
  const dates = datesOf(saving);
  return {
    decisions: items.length,
    savingAnnual: sum(saving, ({ hardAnnual }) => hardAnnual ?? 0),
    atStakeAnnual: sum(items, ({ annualValue }) => annualValue ?? 0),
    firstBy: dates[0] ?? null,
    lastBy: dates.at(-1) ?? null,
    noticeBy: datesOf(items)[0] ?? null,
    leavesFrom: saving.flatMap(({ leavesFrom }) => leavesFrom ?? []).toSorted()[0] ?? null,
  };
}

function datesOf(items: readonly InboxItem[]): IsoDate[] {
  return items.flatMap(({ lastSafeDate }) => lastSafeDate ?? []).toSorted();
}

/** The first notice of all, the first and the last saving to decide within 30 days, the first of what leaves later. */
export function namedItems(items: readonly InboxItem[]): InboxItem[] {
  const soon = items.filter(isSoon);
  const saving = soon.filter(({ hardAnnual }) => hardAnnual !== null);
  const ahead = items.filter(({ step }) => step === 'quarter' || step === 'later');
  const [leaving] = ahead
    .filter(({ leavesFrom }) => leavesFrom !== null)
    .toSorted((a, b) => ((a.leavesFrom ?? '') < (b.leavesFrom ?? '') ? -1 : 1));
  const notice = items.find(({ lastSafeDate }) => lastSafeDate !== null);
  return [...new Set([notice, saving[0], saving.at(-1), leaving])].filter((item) => item !== undefined);
}

function isSoon({ step }: InboxItem): boolean {
  return step === 'week' || step === 'month';
}

const most = { digest: 5, brief: 16 } as const satisfies Readonly<Record<Exclude<Cut, 'handover'>, number>>;
const largestInBrief = 5;

/**
 * What a brief or a digest lists, in the order of the ranking: all that is due within 30 days and the largest by
 * money, or the largest and then the soonest as far as they fit on one screen. Where not all of it fits on the
 * page, savings go before renewals, and those by what they cost.
 */
export function listedOf(items: readonly InboxItem[], cut: Cut): InboxItem[] {
  if (cut === 'handover') return handedOver(items);
  const wanted = new Set([
    ...namedItems(items),
    ...(cut === 'digest'
      ? [...items.toSorted(byMoney).slice(0, 1), ...items]
      : [...items.toSorted(byMoney).slice(0, largestInBrief), ...items.filter(isSoon).toSorted(byMoney)]),
  ]);
  const kept = new Set([...wanted].slice(0, most[cut]));
  return items.filter((item) => kept.has(item));
}

const mostHandedOver = 30;

/** Those of the brief, unless a month holds more of them than a text to paste has room for. */
function handedOver(items: readonly InboxItem[]): InboxItem[] {
  const kept = new Set([...namedItems(items), ...listedOf(items, 'brief')].slice(0, mostHandedOver));
  return items.filter((item) => kept.has(item));
}
