/**
 * The history of a tenant: one small record a run, without people, and what it shows over time.
 * In: an analysis, or the files of `history/`. Out: a record to keep, points in time, or what is wrong with a file.
 */
export { previousFromHistory } from './changes/earlier-run.ts';
export { type Changes, changesSince } from './changes/changes.ts';
export { changeSentences } from './changes/change-sentences.ts';
export { savedSince } from './changes/saved-since.ts';
export { historyFacts } from './history/history-table.ts';
export { overTime, type TimePoint } from './history/over-time.ts';
export { runOf } from './history/run-of.ts';
export { parseRun, type PastRun, RUN_KIND, runName, runSchema, runText } from './history/run-record.ts';
