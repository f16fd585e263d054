/**
 * What a run leaves for the next: its aggregates, and in a tenant pack a small record of its day in `history/`.
 * All of it is written or none. A second run of a day takes the place of the first.
 */
import { join } from 'node:path';
import type { Analysis } from '../../analysis/contract.ts';
import {
  type PastRun,
  overTime,
  runName,
  runOf,
  runText,
  savedSince,
  type TimePoint,
} from '../../report/history.ts';
import { type Baseline, baselineText, parseBaseline } from '../../report/snapshot.ts';
import { minorOf } from '../../analysis/units.ts';
import { readJson } from '../files/read-json.ts';
import { writeAll } from '../files/write-file.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { HISTORY_FOLDER, packFolder, type PackPlaces, readHistory } from './history.ts';

export interface KeptRun {
  /** The runs up to this one; one alone where nothing was kept before. */
  readonly history: readonly TimePoint[];
}

/** Writes where `--save-baseline` says, and gives the history either way. */
export async function keepRun(analysis: Analysis, places: PackPlaces, terminal: Terminal): Promise<KeptRun> {
  const folder = packFolder(places);
  const runs = await readHistory(folder, terminal);
  const run = runOf(analysis, await verifiedSince(analysis, runs, folder));
  if (places.saveBaseline !== undefined) await write(places.saveBaseline, analysis, folder, run);
  return { history: overTime(runs, run) };
}

async function write(file: string, analysis: Analysis, folder: string | null, run: PastRun): Promise<void> {
  const record = folder === null ? [] : [{ file: recordFile(folder, run), bytes: runText(run) }];
  await writeAll(file, [{ file, bytes: baselineText(analysis) }, ...record]);
}

/** The record of a run that was computed elsewhere. */
export async function keepRecord(folder: string, run: PastRun): Promise<string> {
  const file = recordFile(folder, run);
  await writeAll(file, [{ file, bytes: runText(run) }]);
  return file;
}

function recordFile(folder: string, run: PastRun): string {
  return join(folder, HISTORY_FOLDER, runName(run));
}

/**
 * Against the baseline of the run before. On the day of that run the baseline is already of today: what its record
 * had found stays, and what has come since is added.
 */
async function verifiedSince(
  analysis: Analysis,
  runs: readonly PastRun[],
  folder: string | null,
): Promise<number | null> {
  const baseline = folder === null ? null : await baselineIn(join(folder, 'baseline.json'));
  const saved = savedSince(analysis, baseline);
  if (saved === null || baseline?.asOf !== analysis.asOf) return saved;
  const before = runs.find(({ asOf }) => asOf === analysis.asOf)?.verifiedAnnual ?? null;
  if (before === null) return saved === 0 ? null : saved;
  return saved + (minorOf(before, analysis.currency) ?? 0);
}

/** Null where there is none, or none of this release: then there is nothing to compare with. */
async function baselineIn(file: string): Promise<Baseline | null> {
  const parsed = parseBaseline(await readJson(file).catch(() => null));
  return parsed.ok ? parsed.baseline : null;
}
