/**
 * `history/` of the tenant pack: one small file a run. In: the folder that holds the mapping. Out: the kept runs,
 * oldest first; a file that is no run is named on standard error and left out.
 */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseRun, type PastRun, runName } from '../../report/history.ts';
import { readJson } from '../files/read-json.ts';
import type { Terminal } from '../terminal/terminal.ts';

export const HISTORY_FOLDER = 'history';
const MAPPING_NAME = 'tenant-mapping.json';

export interface PackPlaces {
  readonly mapping?: string;
  readonly saveBaseline?: string;
}

/** The folder of the tenant pack that the options lead to; null where they lead to none. */
export function packFolder({ mapping, saveBaseline }: PackPlaces): string | null {
  const besideBaseline = saveBaseline === undefined ? null : dirname(saveBaseline);
  if (besideBaseline !== null && existsSync(join(besideBaseline, MAPPING_NAME))) return besideBaseline;
  return mapping !== undefined && basename(mapping) === MAPPING_NAME ? dirname(mapping) : null;
}

export async function readHistory(folder: string | null, terminal: Terminal): Promise<PastRun[]> {
  if (folder === null) return [];
  const place = join(folder, HISTORY_FOLDER);
  const names = await readdir(place).catch(() => []);
  const files = names.filter((name) => /^\d{4}-\d{2}-\d{2}\.json$/.test(name)).toSorted();
  const runs = await Promise.all(files.map((name) => readRun(join(place, name), name, terminal)));
  return runs.flatMap((run) => run ?? []);
}

async function readRun(file: string, name: string, terminal: Terminal): Promise<PastRun | null> {
  const parsed = parseRun(await readJson(file));
  if (parsed.ok && runName(parsed.run) === name) return parsed.run;
  const [first] = parsed.ok ? [] : parsed.problems;
  const why = first === undefined ? 'its name is not its date' : `${first.path}: ${first.message}`;
  terminal.warn(`${file} is left out of the history: ${why}`);
  return null;
}
