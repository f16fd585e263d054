import type { Clock } from '../../skill/torii/base/bridge.ts';
import { readAndRollUp, ROWS_A_PAGE, type Pages } from './app-users.ts';
import { watchTasks } from './longest-task.ts';

/** Milliseconds of one run. */
export interface ReaderRun {
  readonly parse: number;
  readonly total: number;
  readonly longest: number;
}

/** Two runs that do not count come first. */
export async function measureReader(pages: Pages, clock: Clock, runs: number): Promise<readonly ReaderRun[]> {
  const measured: ReaderRun[] = [];
  for (let run = -2; run < runs; run += 1) {
    const one = await measureOnce(pages, clock);
    if (run >= 0) measured.push(one);
  }
  return measured;
}

async function measureOnce(pages: Pages, clock: Clock): Promise<ReaderRun> {
  const parse = parseAlone(pages);
  const watching = watchTasks();
  const from = performance.now();
  const seats = await readAndRollUp(pages, clock);
  const total = performance.now() - from;
  const longest = watching.stop();
  if (seats < pages.length * ROWS_A_PAGE * 0.5) throw new Error(`Only ${seats} seats were classed.`);
  return { parse, total, longest };
}

/** What no reader can be faster than. */
function parseAlone(pages: Pages): number {
  const from = performance.now();
  for (const text of pages) JSON.parse(text);
  return performance.now() - from;
}
