import type { AnalysisConfig } from '../../mapping/mapping.ts';
import { type DecisionsFile, parseDecisions } from '../../mapping/tenant-files.ts';
import { planOf } from '../../report/texts.ts';
import type { Overlay } from './analysis-of.ts';
import { ExitCode, Stop } from '../../node/stop.ts';
import { list } from './read-mapping.ts';
import { readJson } from '../files/read-json.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** decisions.json as it is. Stops with every problem that shows without the tenant's records. */
export async function readDecisions(file: string): Promise<DecisionsFile> {
  const parsed = parseDecisions(await readJson(file));
  if (parsed.ok) return parsed.decisions;
  throw unfollowable(file, parsed.problems);
}

/** The same as the analysis takes it; another tenant's file is warned of. */
export function planFor(
  file: string,
  decisions: DecisionsFile,
  tenant: AnalysisConfig['tenant'],
  terminal: Terminal,
): Pick<Overlay, 'edits' | 'decisions'> {
  const plan = planOf(decisions, tenant.currency);
  if (!plan.ok) throw unfollowable(file, plan.problems);
  if (decisions.tenant !== tenant.name) {
    terminal.warn(`${file} is for ${decisions.tenant}, the mapping for ${tenant.name}.`);
  }
  return { edits: plan.edits, decisions: plan.decisions };
}

function unfollowable(file: string, problems: Parameters<typeof list>[0]): Stop {
  return new Stop(ExitCode.badInput, [`${file} cannot be followed:`, ...list(problems)].join('\n'));
}
