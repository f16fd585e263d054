/**
 * The inbox: what a person has to decide, most pressing first.
 *
 * One item per app with a saving that can still be decided, and one per contract whose notice
 * deadline is near although nothing is to be saved. Ranked by when the last safe date is: within a week,
 * 30 days, 90 days, later, or any day; then by money: a small contract due tomorrow comes before a large
 * one due in spring, and among those due this month the largest comes first.
 */
import {
  isLive,
  type AnalyzedApp,
  type Analysis,
  type IsoDate,
  type LedgerRow,
  type Minor,
  type Renewal,
} from '../../analysis/contract.ts';
import { dayOf } from '../../analysis/units.ts';

export interface InboxItem {
  /** `app/11` or `renewal/204`: an address within the analysis. */
  readonly id: string;
  readonly appId: number | null;
  readonly contractId: number | null;
  readonly name: string;
  /** Last day on which notice can be given; null = no deadline is known or needed. */
  readonly lastSafeDate: IsoDate | null;
  /** Whole days from the analysis date to the last safe date. */
  readonly days: number | null;
  /** Hard saving a year of the app's plan (`app/<id>/hardSavingAnnual`), or null where the item is only a renewal. */
  readonly hardAnnual: Minor | null;
  /** What the contract costs a year; null = unknown. */
  readonly annualValue: Minor | null;
  readonly confidence: LedgerRow<Minor>['confidence'] | null;
  readonly findingIds: readonly string[];
}

export function inboxOf(analysis: Analysis): InboxItem[] {
  const savings = savingItems(analysis);
  const covered = new Set(savings.map(({ appId }) => appId));
  const near = nearNotices(analysis);
  const renewals = analysis.renewals.flatMap((renewal) => {
    const finding = near.get(renewal.contractId);
    const isOpen = finding !== undefined && !covered.has(renewal.appId);
    return isOpen ? [renewalItem(renewal, finding, analysis.asOf)] : [];
  });
  return [...savings, ...renewals].toSorted(
    (a, b) => step(a) - step(b) || moneyOf(b) - moneyOf(a) || (a.id < b.id ? -1 : 1),
  );
}

function savingItems(analysis: Analysis): InboxItem[] {
  const byApp = new Map<number, LedgerRow<Minor>[]>();
  for (const row of analysis.ledger) {
    if (row.timing !== 'decidable' || row.supersededBy !== null) continue;
    const rows = byApp.get(row.appId);
    if (rows === undefined) byApp.set(row.appId, [row]);
    else rows.push(row);
  }
  return analysis.apps.flatMap((app) => {
    const rows = byApp.get(app.id);
    const isSaving = (app.hardSavingAnnual ?? 0) > 0;
    return rows !== undefined && isSaving ? [savingItem(app, rows, analysis)] : [];
  });
}

function savingItem(
  { id: appId, name, hardSavingAnnual: hardAnnual }: AnalyzedApp<Minor>,
  rows: readonly LedgerRow<Minor>[],
  analysis: Analysis,
): InboxItem {
  const lastSafeDate = rows.flatMap(({ decideBy }) => decideBy ?? []).toSorted()[0] ?? null;
  const renewal = analysis.renewals.find(
    (other) => other.appId === appId && lastSafeDate !== null && dateToDecide(other) === lastSafeDate,
  );
  return {
    id: `app/${appId}`,
    appId,
    contractId: renewal?.contractId ?? null,
    name,
    lastSafeDate,
    days: daysTo(lastSafeDate, analysis.asOf),
    hardAnnual,
    annualValue: renewal?.annualValue ?? null,
    confidence: lowest(rows),
    findingIds: rows.flatMap(({ findingIds }) => findingIds),
  };
}

/** The last day for notice; of a contract that ends by itself its end. */
function dateToDecide(renewal: Renewal<Minor>): IsoDate | null {
  if (!isLive(renewal) || renewal.supersededBy !== null) return null;
  return renewal.bucket === 'ends' ? renewal.termEnd : renewal.deadline;
}

/**
 * Findings of contracts whose last safe date is near, by contract: neither offers nor suspected
 * duplicates, and nothing that a person has put aside.
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
    lastSafeDate: renewal.deadline,
    days: daysTo(renewal.deadline, asOf),
    hardAnnual: null,
    annualValue: renewal.annualValue,
    confidence: null,
    findingIds: [finding],
  };
}

function daysTo(date: IsoDate | null, asOf: IsoDate): number | null {
  return date === null ? null : dayOf(date) - dayOf(asOf);
}

/** This week, these 30 days, these 90 days, later, and last what can start any day. */
const steps = [7, 30, 90, Infinity];

function step({ days }: InboxItem): number {
  return days === null ? steps.length : steps.findIndex((most) => days <= most);
}

function moneyOf({ hardAnnual, annualValue }: InboxItem): number {
  return hardAnnual ?? annualValue ?? 0;
}

const rank = { high: 2, medium: 1, low: 0 } as const;

function lowest(rows: readonly LedgerRow<Minor>[]): LedgerRow<Minor>['confidence'] {
  return rows.map(({ confidence }) => confidence).toSorted((a, b) => rank[a] - rank[b])[0] ?? 'low';
}
