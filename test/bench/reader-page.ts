/** The reader's work inside a page: the bench in Node calls `runReader` there. */
import { pageClock } from '../../artifact/session/reading/clock.ts';
import { pagesOf } from './app-users.ts';
import { measureReader, type ReaderRun } from './reader-run.ts';

declare global {
  var runReader: (rows: number, runs: number) => Promise<readonly ReaderRun[]>;
}

globalThis.runReader = async (rows, runs) => measureReader(pagesOf(rows), pageClock, runs);
