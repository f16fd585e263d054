/**
 * What was before: the runs that a page carries, and a file that the reader chose.
 * In: the state, or the text of a file. Out: points in time, the run to compare with, or why a file cannot be used.
 */
export { lastRun, noPastRuns, type PastRuns, pointsInTime } from './model/past-runs.ts';
export { chosenRun } from './reading/choose-run.ts';
