import type { AnalysisConfig } from '../../mapping/mapping.ts';
import { type DecisionsFile, parseDecisions } from '../../mapping/tenant-files.ts';
import { planOf } from '../../report/texts.ts';
import type { Overlay } from './analysis-of.ts';
import { ExitCode, Stop } from '../../node/stop.ts';
import { list } from './read-mapping.ts';
import { readJson } from '../files/read-json.ts';
import type { Terminal } from '../terminal/terminal.ts';

export interface ReadPlan {
  readonly overlay: Pick<Overlay, 'edits' | 'decisions'>;
  /** The file as is. */
  readonly decided: DecisionsFile;
}

/** decisions.json as the analysis takes it. Stops with every problem; another tenant's file is warned of. */
export async function readPlan(
  file: string,
  tenant: AnalysisConfig['tenant'],
  terminal: Terminal,
): Promise<ReadPlan> {
  const parsed = parseDecisions(await readJson(file));
  const plan = parsed.ok ? planOf(parsed.decisions, tenant.currency) : parsed;
  if (!parsed.ok || !plan.ok) {
    const problems = plan.ok ? [] : plan.problems;
    throw new Stop(ExitCode.badInput, [`${file} cannot be followed:`, ...list(problems)].join('\n'));
  }
  if (parsed.decisions.tenant !== tenant.name) {
    terminal.warn(`${file} is for ${parsed.decisions.tenant}, the mapping for ${tenant.name}.`);
  }
  return { overlay: { edits: plan.edits, decisions: plan.decisions }, decided: parsed.decisions };
}
