/**
 * A file that the reader chose to compare with: a snapshot, a baseline, or a record of history/.
 *
 * In: its text and the results on screen. Out: the earlier run, or what is wrong with the file. A snapshot is
 * analyzed the way this run was, so that only the records differ.
 */
import { analyze } from '../../../skill/analysis/analyze.ts';
import { parseRun, previousFromHistory, RUN_KIND } from '../../../skill/report/history.ts';
import type { Problem } from '../../../skill/mapping/mapping.ts';
import { analysisConfig, applyMapping } from '../../../skill/mapping/portfolio.ts';
import {
  baselineOf,
  parseBaseline,
  type Previous,
  previousRun,
  recordsOf,
  type Snapshot,
  sharedSnapshot,
  verifiedSavings,
} from '../../../skill/report/snapshot.ts';
import { type JsonObject, parsedObject } from '../../../skill/torii/json.ts';
import type { ChosenRun } from '../model/past-runs.ts';
import type { Results } from '../model/state.ts';

export type ParsedChoice =
  | { readonly ok: true; readonly chosen: ChosenRun }
  | { readonly ok: false; readonly problem: Problem };

export function chosenRun(name: string, text: string, results: Results): ParsedChoice {
  const json = parsedObject(text);
  if (json === null) return refused('It is not JSON of this product.', 'Choose a file of the tenant pack.');
  const read = readRun(json, results);
  if (!read.ok) return { ok: false, problem: read.problems[0] ?? unreadable };
  const { asOf } = results.full;
  if (read.previous.since > asOf) {
    return refused(`It is of ${read.previous.since}, after ${asOf}.`, 'Choose an earlier one.');
  }
  return { ok: true, chosen: { name, previous: read.previous } };
}

type ReadRun =
  | { readonly ok: true; readonly previous: Previous }
  | { readonly ok: false; readonly problems: readonly Problem[] };

function readRun(json: JsonObject, results: Results): ReadRun {
  if (json['kind'] === RUN_KIND) {
    const read = parseRun(json);
    return read.ok ? { ok: true, previous: previousFromHistory(read.run) } : read;
  }
  if ('kind' in json) {
    const read = sharedSnapshot(json);
    return read.ok ? fromSnapshot(read.snapshot, results) : read;
  }
  const read = parseBaseline(json);
  return read.ok ? { ok: true, previous: previousRun(read.baseline) } : read;
}

function fromSnapshot(snapshot: Snapshot, { mapping, portfolio, fullBaseline }: Results): ReadRun {
  const since = snapshot.fetchedAt?.slice(0, 10);
  if (since === undefined) return { ok: false, problems: [undated] };
  const before = applyMapping(recordsOf(snapshot), mapping);
  const { edits } = fullBaseline.inputs;
  const analysis = analyze(before, analysisConfig(mapping), since, edits);
  return { ok: true, previous: previousRun(baselineOf(analysis), verifiedSavings(before, portfolio)) };
}

function refused(message: string, remedy: string): ParsedChoice {
  return { ok: false, problem: { path: '(file)', message, remedy } };
}

const undated: Problem = {
  path: 'fetchedAt',
  message: 'It does not say when it was read.',
  remedy: 'Choose a snapshot of a live reading, or a baseline.',
};

const unreadable: Problem = { path: '(file)', message: 'It cannot be read.', remedy: 'Choose another file.' };
