/**
 * The three questions of a first look. What a record does not state is counted as unknown, never as 0,
 * so an empty answer is told from a blind one.
 */
import type { AnalyzedApp, Analysis, Minor, Renewal } from './contract.ts';
import { isLive } from './live.ts';
import { addDays, dayOf, isoOf } from './day.ts';

export interface Answer<Item> {
  /** Items that answer the question. */
  readonly total: number;
  readonly items: readonly Item[];
  /** Records that do not state what the question asks. */
  readonly unknown: number;
}

export interface Answers {
  /** Apps with more than 100 active users, most users first. */
  readonly usersOver100: Answer<AnalyzedApp<Minor>>;
  /** Contracts whose term ends within 60 days, whatever their deadline; soonest first. */
  readonly renewing60: Answer<Renewal<Minor>>;
  /** Every app with a known 12-month spend, highest first. */
  readonly topSpend: Answer<AnalyzedApp<Minor>>;
}

/** More active users than this are many; a term that ends within these days ends soon. */
export const questionLimits = { manyUsers: 100, soonDays: 60 } as const;

export function answerQuestions({ apps, renewals, asOf }: Analysis): Answers {
  return {
    usersOver100: ranked(apps, ({ activeUsers }) => activeUsers, questionLimits.manyUsers),
    renewing60: renewing(renewals, asOf),
    topSpend: ranked(apps, ({ expenses12m }) => expenses12m, -Infinity),
  };
}

function ranked(
  apps: readonly AnalyzedApp<Minor>[],
  valueOf: (app: AnalyzedApp<Minor>) => number | null,
  above: number,
): Answer<AnalyzedApp<Minor>> {
  const known = apps.filter((app) => valueOf(app) !== null);
  const items = known
    .filter((app) => (valueOf(app) ?? 0) > above)
    .toSorted((a, b) => (valueOf(b) ?? 0) - (valueOf(a) ?? 0) || a.id - b.id);
  return { total: items.length, items, unknown: apps.length - known.length };
}

/** Contracts that are over, superseded, or not yet signed do not renew. */
function renewing(renewals: readonly Renewal<Minor>[], asOf: string): Answer<Renewal<Minor>> {
  const last = isoOf(addDays(dayOf(asOf), questionLimits.soonDays));
  const open = renewals.filter(isLive);
  const items = open
    .filter(({ termEnd }) => termEnd !== null && termEnd >= asOf && termEnd <= last)
    .toSorted((a, b) => compare(a.termEnd ?? '', b.termEnd ?? '') || a.contractId - b.contractId);
  return { total: items.length, items, unknown: open.filter(({ termEnd }) => termEnd === null).length };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
