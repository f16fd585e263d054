/**
 * What a person has to decide: the one ranking of page, brief, digest and calendar.
 *
 * An item belongs to one contract: its last safe date, what it costs, and its share of the saving. Seats of
 * an app without a contract are an item of their own, which can start any day. A contract whose notice is
 * near is an item too, although nothing is to be saved. Ranked by date within this week, 30 days, 90 days,
 * later, and last what can start any day, there by money.
 */
import type { AnalyzedApp, Analysis, IsoDate, LedgerRow, Minor, Renewal } from '../base/contract.ts';
import { dayOf } from '../base/day.ts';
import { grouped } from '../base/grouped.ts';
import { isLive } from '../base/live.ts';

export const steps = ['week', 'month', 'quarter', 'later', 'any'] as const;
export type Step = (typeof steps)[number];

export interface InboxItem {
  /** `renewal/204`, or `app/11` where no one contract holds the saving: an address within the analysis. */
  readonly id: string;
  readonly appId: number | null;
  readonly contractId: number | null;
  readonly name: string;
  /** What tells the contract from others of the app; null where there is no other in the list. */
  readonly contractName: string | null;
  /** Last day on which notice can be given, or the end of what ends by itself; null = none is known or needed. */
  readonly lastSafeDate: IsoDate | null;
  /** Whole days from the analysis date to the last safe date. */
  readonly days: number | null;
  readonly step: Step;
  /** What it saves a year; null where the item is only a renewal. */
  readonly hardAnnual: Minor | null;
  /** The fact that the saving is. */
  readonly savingFact: string | null;
  /** First day on which the saving counts. */
  readonly leavesFrom: IsoDate | null;
  /** What the contract costs a year; null = unknown, or there is none. */
  readonly annualValue: Minor | null;
  /** The contract belongs to no app that was read: its money is in no total, and nothing can be saved on it. */
  readonly inNoTotal: boolean;
  readonly confidence: LedgerRow<Minor>['confidence'] | null;
  readonly findingIds: readonly string[];
}

/** @returns in the order of the ranking */
export function inboxOf(analysis: Analysis): InboxItem[] {
  const savings = savingItems(analysis);
  const covered = new Set(savings.flatMap(({ contractId }) => contractId ?? []));
  const near = nearNotices(analysis);
  const renewals = analysis.renewals.flatMap((renewal) => {
    const finding = near.get(renewal.contractId);
    const isOpen = finding !== undefined && !covered.has(renewal.contractId);
    return isOpen ? [renewalItem(renewal, finding, analysis.asOf)] : [];
  });
  return toldApart([...savings, ...renewals], analysis).toSorted(byUrgency);
}

function byUrgency(a: InboxItem, b: InboxItem): number {
  return (
    steps.indexOf(a.step) - steps.indexOf(b.step) ||
    (a.days ?? Infinity) - (b.days ?? Infinity) ||
    byMoney(a, b)
  );
}

/** Largest saving first, then the contract that costs most. A saving is never weighed against a cost. */
export function byMoney(a: InboxItem, b: InboxItem): number {
  return (
    (b.hardAnnual ?? 0) - (a.hardAnnual ?? 0) ||
    (b.annualValue ?? 0) - (a.annualValue ?? 0) ||
    (a.id < b.id ? -1 : 1)
  );
}

/** Two items of one app carry the names of their contracts. */
function toldApart(items: readonly InboxItem[], { renewals }: Analysis): InboxItem[] {
  const names = new Map(renewals.map(({ contractId, name }) => [contractId, name]));
  const counts = new Map<number, number>();
  for (const { appId } of items) if (appId !== null) counts.set(appId, (counts.get(appId) ?? 0) + 1);
  return items.map((item) => {
    const isOneOfMany = item.appId !== null && (counts.get(item.appId) ?? 0) > 1;
    const contractName = isOneOfMany && item.contractId !== null ? names.get(item.contractId) : undefined;
    return contractName === undefined ? item : { ...item, contractName };
  });
}

function savingItems(analysis: Analysis): InboxItem[] {
  const rowsByApp = grouped(
    analysis.ledger.filter(
      (row) => row.timing === 'decidable' && row.supersededBy === null && row.hardAnnual > 0,
    ),
    ({ appId }) => appId,
  );
  const renewalsByApp = grouped(analysis.renewals, ({ appId }) => appId);
  return analysis.apps.flatMap((app) => {
    const rows = rowsByApp.get(app.id);
    const isSaving = (app.hardSavingAnnual ?? 0) > 0;
    return rows !== undefined && isSaving
      ? itemsOf(app, rows, renewalsByApp.get(app.id) ?? [], analysis.asOf)
      : [];
  });
}

/** One item a contract that the saving hangs on; one for the app where its shares are not known. */
function itemsOf(
  app: AnalyzedApp<Minor>,
  rows: readonly LedgerRow<Minor>[],
  renewals: readonly Renewal<Minor>[],
  asOf: IsoDate,
): InboxItem[] {
  const sharing = renewals.filter(({ savingAnnual }) => (savingAnnual ?? 0) > 0);
  const shared = sharing.reduce((sum, { savingAnnual }) => sum + (savingAnnual ?? 0), 0);
  if (shared === app.hardSavingAnnual) {
    return sharing.map((renewal) => ({
      ...itemOf(app, rows, renewal, decisionDate(renewal), asOf),
      id: `renewal/${renewal.contractId}`,
      hardAnnual: renewal.savingAnnual,
      savingFact: `renewal/${renewal.contractId}/savingAnnual`,
    }));
  }
  const [date = null] = rows.flatMap(({ decideBy }) => decideBy ?? []).toSorted();
  const first = renewals.find((one) => date !== null && decisionDate(one) === date);
  return [itemOf(app, rows, first, date, asOf)];
}

function itemOf(
  { id: appId, name, hardSavingAnnual }: AnalyzedApp<Minor>,
  rows: readonly LedgerRow<Minor>[],
  renewal: Renewal<Minor> | undefined,
  date: IsoDate | null,
  asOf: IsoDate,
): InboxItem {
  const lastSafeDate = date !== null && date >= asOf ? date : null;
  const canStartNow = rows.every(({ effect }) => effect === 'now');
  return {
    id: `app/${appId}`,
    appId,
    contractId: renewal?.contractId ?? null,
    name,
    contractName: null,
    lastSafeDate,
    ...distance(lastSafeDate, asOf, canStartNow ? 'any' : 'later'),
    hardAnnual: hardSavingAnnual,
    savingFact: `app/${appId}/hardSavingAnnual`,
    leavesFrom: rows.flatMap(({ effectiveFrom }) => effectiveFrom ?? []).toSorted()[0] ?? null,
    annualValue: renewal?.annualValue ?? null,
    inNoTotal: false,
    confidence: lowest(rows),
    findingIds: rows.flatMap(({ findingIds }) => findingIds),
  };
}

/** The last day for notice; of a contract that ends by itself its end. Null where nothing is to be decided. */
export function decisionDate(renewal: Renewal<Minor>): IsoDate | null {
  if (!isLive(renewal) || renewal.supersededBy !== null) return null;
  return renewal.bucket === 'ends' ? renewal.termEnd : renewal.deadline;
}

/**
 * Findings of contracts whose last safe date is near, by contract: neither offers nor suspected
 * duplicates, and nothing that a person has dismissed or snoozed.
 */
export function nearNotices({ findings }: Analysis): ReadonlyMap<number, string> {
  const near = new Map<number, string>();
  for (const { id, type, contractId, decision } of findings) {
    const isOpen = decision === null || decision === 'accepted';
    const isNear = type === 'notice-near' && id.endsWith(':deadline');
    if (isNear && contractId !== null && isOpen) near.set(contractId, id);
  }
  return near;
}

function renewalItem(renewal: Renewal<Minor>, finding: string, asOf: IsoDate): InboxItem {
  return {
    id: `renewal/${renewal.contractId}`,
    appId: renewal.appId,
    contractId: renewal.contractId,
    name: renewal.appName ?? renewal.name,
    contractName: null,
    lastSafeDate: renewal.deadline,
    ...distance(renewal.deadline, asOf, 'later'),
    hardAnnual: null,
    savingFact: null,
    leavesFrom: null,
    annualValue: renewal.annualValue,
    inNoTotal: renewal.appName === null,
    confidence: null,
    findingIds: [finding],
  };
}

const mostDays = { week: 7, month: 30, quarter: 90 } as const;

function distance(
  date: IsoDate | null,
  asOf: IsoDate,
  without: Step,
): { readonly days: number | null; readonly step: Step } {
  if (date === null) return { days: null, step: without };
  const days = dayOf(date) - dayOf(asOf);
  if (days <= mostDays.week) return { days, step: 'week' };
  if (days <= mostDays.month) return { days, step: 'month' };
  return { days, step: days <= mostDays.quarter ? 'quarter' : 'later' };
}

const rank = { high: 2, medium: 1, low: 0 } as const;

function lowest(rows: readonly LedgerRow<Minor>[]): LedgerRow<Minor>['confidence'] {
  return rows.map(({ confidence }) => confidence).toSorted((a, b) => rank[a] - rank[b])[0] ?? 'low';
}
