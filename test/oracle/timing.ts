/**
 * When the saving of an app can leave. "effectiveFrom = earliestExit + 1 day; null (run-rate only) where
 * earliestExit is null"; "seats without a contract *can start any day*". The oracle speaks of apps with
 * at most one contract that counts, and none signed to follow: then a saving has one exit. Seats that a
 * contract commits to bind "until termEnd, not in the run-rate after it": no exit lies before that.
 */
import type { Day } from './calendar.ts';
import { costOf } from './cost.ts';
import { fraction, rounded, times } from './exact.ts';
import { nextFiscalYear } from './mapping.ts';
import type { OracleApp, Portfolio } from './portfolio.ts';
import { datesOf, earliestExit } from './renewals.ts';
import { moneyOf } from './saving.ts';

export const effects = ['now', 'within30', 'within90', 'within365', 'later', 'locked', 'unknown'] as const;
export type Effect = (typeof effects)[number];

export interface AppTiming {
  readonly id: number;
  readonly saving: bigint;
  readonly effect: Effect;
  readonly hasContract: boolean;
  readonly effectiveFrom: Day | null;
  readonly next12: bigint;
  readonly inYear: bigint;
}

interface Exit {
  readonly day: Day | null;
  readonly locked: boolean;
}

/** "days from asOf to effectiveFrom, without a contract = now, and the classes *locked* and *exit unknown* before any count of days" */
function effectOf(exit: Exit | null, asOf: Day): Effect {
  if (exit === null) return 'now';
  if (exit.day === null) return 'unknown';
  if (exit.locked) return 'locked';
  const days = exit.day + 1 - asOf;
  if (days <= 0) return 'now';
  return days <= 30 ? 'within30' : days <= 90 ? 'within90' : days <= 365 ? 'within365' : 'later';
}

/** "*locked until …*": the deadline was missed, and the contract renews. Undefined: several exits. */
function exitOf({ contracts }: OracleApp, portfolio: Portfolio): Exit | null | undefined {
  const { asOf, rules } = portfolio;
  const live = contracts.filter(({ contract, copy, counts }) => {
    const { status, start } = contract;
    const toCome = start.is === 'known' && start.value > asOf && status !== 'ended';
    return !copy && (counts || toCome || status === 'pipeline');
  });
  const [only, ...more] = live;
  if (only === undefined) return null;
  if (more.length > 0 || !only.counts || only.succession !== null) return undefined;
  const dates = datesOf(only, portfolio);
  const missed = dates.deadline !== null && dates.deadline < asOf + rules.leadDays;
  return { day: earliestExit(dates, asOf, rules.leadDays), locked: missed && dates.renews === true };
}

/** "In-year = S / min(D, 365) × min(overlap, 365); an annual amount has D = 365." */
function share(saving: bigint, from: Day | null, until: Day): bigint {
  if (from === null) return 0n;
  const overlap = Math.min(365, Math.max(0, until - from));
  return rounded(times(fraction(saving), fraction(overlap, 365)));
}

/** Reading: the next twelve months are the 365 days that begin at the date of the analysis. */
function timingOf(app: OracleApp, portfolio: Portfolio): AppTiming | null | undefined {
  const { asOf, rules } = portfolio;
  const { saving } = moneyOf(app, costOf(app, portfolio), asOf, rules);
  if (saving === 0n) return null;
  const exit = exitOf(app, portfolio);
  if (saving === null || exit === undefined) return undefined;
  const from = exit === null ? asOf : exit.day === null ? null : exit.day + 1;
  return {
    id: app.id,
    saving,
    effect: effectOf(exit, asOf),
    hasContract: exit !== null,
    effectiveFrom: from,
    next12: share(saving, from, asOf + 365),
    inYear: share(saving, from, nextFiscalYear(asOf, rules.fiscalYearStart)),
  };
}

export interface Timings {
  /** Apps that save something, where the oracle knows when. */
  readonly known: readonly AppTiming[];
  /** Whether that is all of them. */
  readonly all: boolean;
}

export function timingsOf(portfolio: Portfolio): Timings {
  const timings = portfolio.apps.map((app) => timingOf(app, portfolio));
  return {
    known: timings.flatMap((one) => (one === null || one === undefined ? [] : [one])),
    all: !timings.includes(undefined),
  };
}
