/** `report`: the analysis as Markdown, JSON or CSV; or a check of somebody's prose against it. */
import { Command, Option } from 'commander';
import type { Analysis } from '../analysis/contract.ts';
import { checkNarrative } from '../analysis/narrative.ts';
import { appsCsv } from '../report/apps-csv.ts';
import { analysisText } from '../report/published-json.ts';
import { reportMarkdown } from '../report/report-markdown.ts';
import { analysed, conclude, withAnalysis, type AnalysisOptions } from './analysed.ts';
import { ExitCode, Stop } from './exit.ts';
import { readText } from './read-json.ts';
import type { Terminal } from './terminal.ts';
import { writeResult } from './write-result.ts';

interface ReportOptions extends AnalysisOptions {
  readonly format: keyof typeof formats;
  readonly plain?: boolean;
  readonly out?: string;
  readonly checkNarrative?: string;
}

const formats = {
  md: (analysis: Analysis, plain: boolean) => reportMarkdown(analysis, plain ? 'plain' : 'cited'),
  json: analysisText,
  csv: appsCsv,
} as const;

export function reportCommand(terminal: Terminal): Command {
  const format = new Option('--format <format>', 'csv lists the apps')
    .choices(Object.keys(formats))
    .default('md');
  return withAnalysis(new Command('report'))
    .description('Analyse the tenant: figures, decisions, lists, and what is not known.')
    .addOption(format)
    .option('--plain', 'Markdown without citations')
    .option('--out <file>', 'write to this file instead of printing')
    .option(
      '--check-narrative <file>',
      'check that every figure in a Markdown file is a fact of the analysis',
    )
    .addHelpText(
      'after',
      '\nExample:\n  saas-rationalization report --url https://api.toriihq.com/mcp --mapping tenant-mapping.json',
    )
    .action((options: ReportOptions) => report(options, terminal));
}

async function report(options: ReportOptions, terminal: Terminal): Promise<void> {
  const result = await analysed(options, terminal);
  const { format, plain = false, out, checkNarrative: narrative } = options;
  // A check prints its verdict; the report itself then goes to a file or nowhere.
  if (narrative === undefined || out !== undefined) {
    await writeResult(formats[format](result.analysis, plain), out, terminal);
  }
  if (narrative !== undefined) await checkProse(narrative, result.analysis, terminal);
  conclude(result, options);
}

async function checkProse(file: string, analysis: Analysis, terminal: Terminal): Promise<void> {
  const problems = checkNarrative(await readText(file), analysis);
  if (problems.length === 0) return terminal.result(`${file}: every figure is a fact of this analysis.`);
  terminal.result(problems.map(({ line, message }) => `${file}:${line}: ${message}`).join('\n'));
  const what = problems.length === 1 ? 'One figure does' : `${problems.length} figures do`;
  throw new Stop(ExitCode.checkFailed, `${what} not hold.`);
}
