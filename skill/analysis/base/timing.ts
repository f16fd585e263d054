/**
 * When a saving takes effect, and how much of it falls into a window.
 *
 * A saving takes effect on the day after the last day that must be paid for; where that is unknown it
 * counts in the run-rate only. A seat commitment needs no timing of its own: it binds until the term
 * ends, and no seat of that contract is given up in next 12 months or this year before that.
 */
import type { Assessed, AssessedApp, AssessedContract } from './assessed.ts';
import type { Day } from '../../mapping/portfolio.ts';
import type { Effect, Minor, RowTiming } from './contract.ts';
import { civilOf, dayFrom, daysInMonth } from './day.ts';
import { inYear } from './savings.ts';

export interface Timing {
  /** First day on which the saving counts; null = unknown. */
  readonly effectiveFrom: Day | null;
  readonly timing: RowTiming;
  readonly effect: Effect;
  readonly decideBy: Day | null;
}

/** Last days of the windows that savings are reported in; both begin on the day after the analysis. */
export interface Windows {
  readonly asOf: Day;
  readonly next12End: Day;
  readonly yearEnd: Day;
}

export function windowsOf({ asOf, config }: Pick<Assessed, 'asOf' | 'config'>): Windows {
  return { asOf, next12End: asOf + 365, yearEnd: fiscalYearEnd(asOf, config.tenant.fiscalYearStart) };
}

/** @param start month and day on which a fiscal year begins, such as "04-01" */
function fiscalYearEnd(asOf: Day, start: string): Day {
  const { year } = civilOf(asOf);
  const month = Math.min(12, Math.max(1, Number(start.slice(0, 2))));
  const startIn = (of: number): Day =>
    dayFrom(of, month, Math.min(daysInMonth(of, month), Math.max(1, Number(start.slice(3)))));
  return (startIn(year) > asOf ? startIn(year) : startIn(year + 1)) - 1;
}

/** The part of an annual amount that falls between the analysis date and the end of a window. */
export function savingInWindow(annual: Minor, from: Day | null, asOf: Day, end: Day): Minor {
  return from === null ? 0 : inYear(annual, 365, end - Math.max(from, asOf + 1) + 1);
}

/**
 * Locked means that a missed deadline has pushed the exit beyond the coming term end: whatever is
 * decided today, that term must be paid for too. Anything else with a known exit can still be decided.
 */
export function timingOf({ earliestExit, binding }: AssessedApp, asOf: Day): Timing {
  if (earliestExit === null) return unknownTiming;
  const effectiveFrom = Math.max(earliestExit, asOf) + 1;
  if (binding.some(isLocked)) return { effectiveFrom, timing: 'locked', effect: 'locked', decideBy: null };
  return {
    effectiveFrom,
    timing: 'decidable',
    effect: binding.length === 0 ? 'now' : effectAfter(effectiveFrom - asOf),
    decideBy: firstDecision(binding, asOf),
  };
}

/** How soon the money of a saving leaves that can still be decided, up to and including. */
const effects = [
  { days: 30, effect: 'within30' },
  { days: 90, effect: 'within90' },
  { days: 365, effect: 'within365' },
] as const;

function effectAfter(days: number): Effect {
  return effects.find((step) => days <= step.days)?.effect ?? 'later';
}

export const unknownTiming: Timing = {
  effectiveFrom: null,
  timing: 'exit-unknown',
  effect: 'unknown',
  decideBy: null,
};

function isLocked({ earliestExit, termEnd }: AssessedContract): boolean {
  return earliestExit !== null && termEnd !== null && earliestExit > termEnd;
}

function firstDecision(binding: readonly AssessedContract[], asOf: Day): Day | null {
  let first: Day | null = null;
  for (const contract of binding) {
    const day = decisionDay(contract);
    if (day !== null && day >= asOf && (first === null || day < first)) first = day;
  }
  return first;
}

/** The last day for notice; of a contract that does not renew its end, by which less can be signed. */
export function decisionDay(contract: AssessedContract): Day | null {
  if (contract.supersededBy !== null) return null;
  return contract.autoRenew === false ? contract.termEnd : contract.deadline;
}

const rank: Readonly<Record<RowTiming, number>> = { decidable: 0, locked: 1, 'exit-unknown': 2 };

/** Of several apps that move together, the one that moves first: from then on the survivor costs more. */
export function firstTiming(timings: readonly Timing[]): Timing {
  return timings.reduce((first, timing) => (isSooner(timing, first) ? timing : first), unknownTiming);
}

function isSooner(a: Timing, b: Timing): boolean {
  if (a.timing !== b.timing) return rank[a.timing] < rank[b.timing];
  return (a.effectiveFrom ?? Infinity) < (b.effectiveFrom ?? Infinity);
}
