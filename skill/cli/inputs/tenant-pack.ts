/**
 * The tenant pack as it lies in a folder: tenant-mapping.json, and decisions.json, baseline.json and
 * history/ where they are there. Anything else in the folder is left alone: snapshots may hold people.
 */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDecisions } from '../../mapping/tenant-files.ts';
import { parseBaseline } from '../../report/snapshot.ts';
import type { Problem } from '../../mapping/mapping.ts';
import { tenantPackProblems, type TenantPack } from '../../package/package.ts';
import { planOf } from '../../report/texts.ts';
import { ExitCode, Stop } from '../../node/stop.ts';
import { readHistory } from './history.ts';
import { list, readMappingFile } from './read-mapping.ts';
import { readJson } from '../files/read-json.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Stops with everything that is wrong with a file, or between two of them. */
export async function readTenantPack(folder: string, terminal: Terminal): Promise<TenantPack> {
  const mapping = await readMappingFile(join(folder, 'tenant-mapping.json'), terminal);
  const decisionsFile = join(folder, 'decisions.json');
  const decisions = (await exists(decisionsFile))
    ? await readDecisions(decisionsFile, mapping.tenant.currency)
    : null;
  const baselineFile = join(folder, 'baseline.json');
  const baseline = (await exists(baselineFile)) ? await readBaseline(baselineFile) : null;
  const history = await readHistory(folder, terminal);
  const pack = { mapping, decisions, baseline, history };
  const problems = tenantPackProblems(pack);
  if (problems.length > 0) throw refused(`${folder} holds files that do not belong together:`, problems);
  return pack;
}

async function readDecisions(file: string, currency: string): Promise<TenantPack['decisions']> {
  const parsed = parseDecisions(await readJson(file));
  const plan = parsed.ok ? planOf(parsed.decisions, currency) : parsed;
  if (parsed.ok && plan.ok) return parsed.decisions;
  throw refused(`${file} cannot be followed:`, plan.ok ? [] : plan.problems);
}

async function readBaseline(file: string): Promise<TenantPack['baseline']> {
  const parsed = parseBaseline(await readJson(file));
  if (parsed.ok) return parsed.baseline;
  throw refused(`${file} is not a baseline that can be used:`, parsed.problems);
}

function refused(sentence: string, problems: readonly Problem[]): Stop {
  return new Stop(ExitCode.badInput, [sentence, ...list(problems)].join('\n'));
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
