/** The runs before this one: what came with the page, and what the reader chose to compare with. */
import type { Analysis, IsoDate } from '../../../skill/analysis/contract.ts';
import {
  overTime,
  type PastRun,
  previousFromHistory,
  runOf,
  savedSince,
  type TimePoint,
} from '../../../skill/report/history.ts';
import { type Baseline, type Previous, previousRun } from '../../../skill/report/snapshot.ts';

export interface PastRuns {
  readonly baseline: Baseline | null;
  /** Contents of history/, oldest first. */
  readonly runs: readonly PastRun[];
}

export const noPastRuns: PastRuns = { baseline: null, runs: [] };

/** A file that the reader chose, with the name it has for them. */
export interface ChosenRun {
  readonly name: string;
  readonly previous: Previous;
}

/** The run to compare with: the one before today that came with the page last; null where there is none. */
export function lastRun({ baseline, runs }: PastRuns, asOf: IsoDate): Previous | null {
  const run = runs.findLast((one) => one.asOf < asOf);
  if (baseline !== null && baseline.asOf <= asOf && baseline.asOf >= (run?.asOf ?? '')) {
    // A baseline of today says nothing of what moved, where an older run is at hand.
    if (baseline.asOf < asOf || run === undefined) return previousRun(baseline);
  }
  return run === undefined ? null : previousFromHistory(run);
}

/** @param analysis of everything, without what was tried on this page */
export function pointsInTime({ baseline, runs }: PastRuns, analysis: Analysis): TimePoint[] {
  return overTime(runs, runOf(analysis, savedSince(analysis, baseline)));
}
