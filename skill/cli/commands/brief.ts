/** `brief`: one page for a decision maker, or the renewal brief of one app. */
import { Command, InvalidArgumentError } from 'commander';
import type { Analysis } from '../../analysis/contract.ts';
import { bindMapping, ownerNames } from '../../mapping/portfolio.ts';
import {
  appBriefMarkdown,
  appBriefOf,
  type Brief,
  briefMarkdown,
  briefOf,
  type Style,
  withOwnerNames,
} from '../../report/texts.ts';
import {
  analyzeInputs,
  failWhenIncomplete,
  withAnalysis,
  type Analyzed,
  type AnalysisOptions,
} from '../inputs/analyze-inputs.ts';
import { styleOf } from '../inputs/style-of.ts';
import {
  failWhenDoubtful,
  type HandedOptions,
  keepHanded,
  readHandover,
  withHandover,
} from '../inputs/handed.ts';
import { handedBrief } from '../../report/handover.ts';
import { ExitCode, Stop } from '../../node/stop.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { writeResult } from '../files/write-result.ts';

interface BriefOptions extends AnalysisOptions, HandedOptions {
  readonly app?: number;
  readonly plain?: boolean;
}

export function briefCommand(terminal: Terminal): Command {
  return withHandover(withAnalysis(new Command('brief')))
    .description('One page to decide by: what, by when, for how much, and what is not known.')
    .option('--app <id>', 'the renewal brief of this app instead', appId)
    .option('--plain', 'without citations, as on a terminal')
    .option('--out <file>', 'write to this file instead of printing; - is standard output')
    .addHelpText(
      'after',
      '\nExample:\n  saas-rationalization brief --input snapshot.json --mapping tenant-mapping.json --plain',
    )
    .action((options: BriefOptions) => brief(options, terminal));
}

async function brief(options: BriefOptions, terminal: Terminal): Promise<void> {
  const style = styleOf(options, terminal);
  if (options.handover !== undefined) {
    const block = await readHandover(options.handover, options);
    await writeResult(handedBrief(block, style), options.out, terminal, 'page');
    await keepHanded(block, options.saveBaseline, terminal);
    return failWhenDoubtful(block, options.strict);
  }
  const result = await analyzeInputs(options, terminal);
  const text =
    options.app === undefined
      ? briefMarkdown(pageOf(result, options), style)
      : renewalBrief(options.app, result.analysis, style);
  await writeResult(text, options.out, terminal, 'page');
  failWhenIncomplete(result, options);
}

/** Names of people only where they were asked for. */
function pageOf({ analysis, records, mapping }: Analyzed, { withPeople }: BriefOptions): Brief {
  const brief = briefOf(analysis);
  if (withPeople !== true) return brief;
  const names = ownerNames(records, bindMapping(mapping, records));
  const owners = new Map(analysis.apps.map(({ id, owner }) => [id, owner]));
  return withOwnerNames(brief, (appId) => names.get(owners.get(appId)?.id ?? '') ?? null);
}

function renewalBrief(id: number, analysis: Analysis, style: Style): string {
  const found = appBriefOf(analysis, id);
  if (found !== null) return appBriefMarkdown(found, style);
  throw new Stop(ExitCode.badInput, `No app with the id ${id} is listed; hidden apps are not.`);
}

function appId(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be the id of an app in Torii, such as 1005.');
}
