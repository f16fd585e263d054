/**
 * The reader on 100,000 app-user rows, from text to seats by class, in Node and in Chromium.
 *
 * Out: tables on stdout: time, longest task, and the memory held after more and more pages.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { systemClock } from '../../skill/node/clock.ts';
import { launchChromium } from '../browser/chromium.ts';
import { pagesOf, readAndRollUp } from './app-users.ts';
import { bundle } from './bundle.ts';
import { machine } from './machine.ts';
import { measureReader, type ReaderRun } from './reader-run.ts';
import { spreadOf } from './spread.ts';
import { printTable, verdict } from './table.ts';

const ROWS = 100_000;
const RUNS = 11;
const BAR = { total: 250, longest: 50 };

async function inChromium(): Promise<{ readonly runs: readonly ReaderRun[]; readonly version: string }> {
  const { code } = await bundle('test/bench/reader-page.ts');
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: code });
    const runs = await page.evaluate(([rows, times]) => globalThis.runReader(rows, times), [
      ROWS,
      RUNS,
    ] as const);
    return { runs, version: browser.version() };
  } finally {
    await browser.close();
  }
}

function rowsFor(place: string, runs: readonly ReaderRun[]): (string | number)[][] {
  const row = (what: string, key: keyof ReaderRun, bar: number | null): (string | number)[] => {
    const { p50, p95 } = spreadOf(runs.map((run) => run[key]));
    return [`${place}: ${what}`, p50, p95, bar ?? '', bar === null ? '' : verdict(p50, bar)];
  };
  return [
    row('JSON.parse alone', 'parse', null),
    row('text to roll-up', 'total', BAR.total),
    row('longest task', 'longest', BAR.longest),
  ];
}

/** Heap held right after a reading, beyond what was there before it; the texts are made beforehand. */
async function heldAfter(rows: number, collect: () => void): Promise<number> {
  const pages = pagesOf(rows);
  await readAndRollUp(pages, systemClock);
  collect();
  const before = process.memoryUsage().heapUsed;
  await readAndRollUp(pages, systemClock);
  collect();
  return (process.memoryUsage().heapUsed - before) / 1e6;
}

const node = await measureReader(pagesOf(ROWS), systemClock, RUNS);
const chromium = await inChromium();
console.log(machine(chromium.version));
printTable(
  `Reader, ${ROWS.toLocaleString('en')} app-user rows, ms over ${RUNS} runs`,
  ['', 'p50', 'p95', 'bar', ''],
  [...rowsFor('Node', node), ...rowsFor('Chromium', chromium.runs)],
);

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const memory: (string | number)[][] = [];
for (const rows of [10_000, 50_000, 100_000]) memory.push([rows / 1000, await heldAfter(rows, collect)]);
printTable('Heap held after reading, MB', ['pages of 1,000 rows', 'held'], memory);
