/** The run before, from a snapshot or a baseline. A snapshot is analysed the way this run was. */
import { baselineOf } from '../report/baseline-of.ts';
import { parseBaseline } from '../mapping/baseline.ts';
import { previousRun, type Previous } from '../report/changes.ts';
import { parseSnapshot, type Snapshot } from '../report/snapshot.ts';
import { recordsOf } from '../report/snapshot-records.ts';
import { verifiedSavings } from '../report/verified-savings.ts';
import { isJsonObject } from '../torii/json.ts';
import { analysisOf } from './analysis-of.ts';
import type { Analysed } from './analysed.ts';
import { ExitCode, Stop } from './exit.ts';
import { list } from './mapping/read-mapping.ts';
import { readJson } from './read-json.ts';

export async function readPrevious(
  { previous: file, since }: { readonly previous?: string; readonly since?: string },
  now: Analysed,
): Promise<Previous | null> {
  const previous = file === undefined ? null : await previousIn(file, since, now);
  const found = previous ?? (since === undefined ? null : { since, baseline: null, verified: [] });
  if (found !== null && found.since > now.analysis.asOf) {
    throw new Stop(ExitCode.badInput, `The run before is of ${found.since}, after ${now.analysis.asOf}.`);
  }
  return found;
}

async function previousIn(file: string, since: string | undefined, now: Analysed): Promise<Previous> {
  const json = await readJson(file);
  if (isJsonObject(json) && 'kind' in json) {
    const parsed = parseSnapshot(json);
    if (parsed.ok) return fromSnapshot(file, parsed.snapshot, since, now);
    throw unusable(file, parsed.problems);
  }
  const parsed = parseBaseline(json);
  if (parsed.ok) return previousRun(parsed.baseline, [], since);
  throw unusable(file, parsed.problems);
}

/** Under the mapping, the plan and the depth of this run, so that only the records differ. */
function fromSnapshot(
  file: string,
  snapshot: Snapshot,
  since: string | undefined,
  { mapping, overlay, portfolio }: Analysed,
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
    [`${file} is neither a snapshot nor a baseline that can be used:`, ...list(problems)].join('\n'),
  );
}
