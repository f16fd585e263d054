/** The run before, from a snapshot or a baseline. A snapshot is analyzed the way this run was. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  baselineOf,
  previousRun,
  type Previous,
  type Snapshot,
  recordsOf,
  verifiedSavings,
} from '../../report/snapshot.ts';
import { parseBaseline, type Baseline } from '../../report/snapshot.ts';
import { parseRun, type PastRun, previousFromHistory, RUN_KIND } from '../../report/history.ts';
import { isJsonObject } from '../../torii/json.ts';
import { analysisOf } from './analysis-of.ts';
import type { Analyzed } from './analyze-inputs.ts';
import { ExitCode, Stop } from '../../node/stop.ts';
import { list } from './read-mapping.ts';
import { readJson } from '../files/read-json.ts';
import { usableSnapshot } from './read-snapshot.ts';

interface PreviousFile {
  readonly file: string;
  readonly held: Snapshot | Baseline | PastRun;
}

/**
 * The file of the run before, read before this run writes anything: it may save its own over it.
 *
 * @param saved Where this run saves its own. The same file, not there yet, makes this the first run, so that one
 *   line of a schedule serves every week.
 */
export async function readPreviousFile(
  file: string | undefined,
  saved: string | undefined,
): Promise<PreviousFile | null> {
  if (file === undefined) return null;
  if (saved !== undefined && resolve(file) === resolve(saved) && !existsSync(file)) return null;
  const json = await readJson(file);
  if (isJsonObject(json) && json['kind'] === RUN_KIND) {
    const run = parseRun(json);
    if (run.ok) return { file, held: run.run };
    throw unusable(file, run.problems);
  }
  if (isJsonObject(json) && 'kind' in json) {
    const parsed = usableSnapshot(file, json, null);
    if (parsed.ok) return { file, held: parsed.snapshot };
    throw unusable(file, parsed.problems);
  }
  const parsed = parseBaseline(json);
  if (parsed.ok) return { file, held: parsed.baseline };
  throw unusable(file, parsed.problems);
}

export function previousRunIn(
  before: PreviousFile | null,
  since: string | undefined,
  now: Analyzed,
): Previous | null {
  const previous = before === null ? null : previousIn(before, since, now);
  const found = previous ?? (since === undefined ? null : { since, baseline: null, verified: [] });
  if (found !== null && found.since > now.analysis.asOf) {
    throw new Stop(
      ExitCode.badInput,
      `The run before is of ${found.since}, after ${now.analysis.asOf}. Say with --since when it was.`,
    );
  }
  return found;
}

function previousIn({ file, held }: PreviousFile, since: string | undefined, now: Analyzed): Previous {
  if (!('kind' in held)) return previousRun(held, [], since);
  return held.kind === RUN_KIND ? previousFromHistory(held) : fromSnapshot(file, held, since, now);
}

/** For a run of which only a block of the page is known: without records, a snapshot says nothing. */
export function handedPrevious(
  before: PreviousFile | null,
  since: string | undefined,
  asOf: string,
): Previous | null {
  if (before === null) return since === undefined ? null : { since, baseline: null, verified: [] };
  const { file, held } = before;
  if ('kind' in held && held.kind !== RUN_KIND) {
    const sentence = `${file} is a snapshot: a block is compared with a baseline or a record of history/.`;
    throw new Stop(ExitCode.badInput, sentence);
  }
  const previous = 'kind' in held ? previousFromHistory(held) : previousRun(held, [], since);
  if (previous.since > asOf) {
    throw new Stop(ExitCode.badInput, `The run before is of ${previous.since}, after ${asOf}.`);
  }
  return previous;
}

/** Under the mapping, the plan and the depth of this run, so that only the records differ. */
function fromSnapshot(
  file: string,
  snapshot: Snapshot,
  since: string | undefined,
  { mapping, overlay, portfolio }: Analyzed,
): Previous {
  const date = since ?? snapshot.fetchedAt?.slice(0, 10);
  if (date === undefined) {
    throw new Stop(ExitCode.badInput, `${file} does not say when it was taken; add --since.`);
  }
  const before = analysisOf(recordsOf(snapshot), mapping, date, overlay);
  return previousRun(baselineOf(before.analysis), verifiedSavings(before.portfolio, portfolio));
}

function unusable(file: string, problems: Parameters<typeof list>[0]): Stop {
  return new Stop(
    ExitCode.badInput,
    [
      `${file} is neither a snapshot nor a baseline nor a record of history/ that can be used:`,
      ...list(problems),
    ].join('\n'),
  );
}
