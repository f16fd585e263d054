/** `report`: the analysis as text, data, page, workbook or calendar; or a check of prose against it. */
import { Command, Option } from 'commander';
import { checkNarrative, type NarrativeCheck, renderCounted } from '../../analysis/facts.ts';
import {
  analyzeInputs,
  failWhenIncomplete,
  withAnalysis,
  type AnalysisOptions,
} from '../inputs/analyze-inputs.ts';
import {
  failWhenDoubtful,
  type HandedOptions,
  keepHanded,
  readHandover,
  withHandover,
} from '../inputs/handed.ts';
import { checkHandedText, handedReport } from '../../report/handover.ts';
import { labelSentence, labelsOf, withoutNotes } from '../../report/texts.ts';
import { historyFacts } from '../../report/history.ts';
import { ExitCode, Stop } from '../../node/stop.ts';
import { styleOf } from '../inputs/style-of.ts';
import { readTextFile } from '../files/read-json.ts';
import { formats, type Format } from './report-formats.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { selectView } from '../inputs/select-view.ts';
import { writeResult } from '../files/write-result.ts';

interface ReportOptions extends AnalysisOptions, HandedOptions {
  readonly format: Format;
  readonly view?: string;
  readonly plain?: boolean;
  readonly checkNarrative?: string;
}

export function reportCommand(terminal: Terminal): Command {
  const format = new Option(
    '--format <format>',
    'csv lists the apps, ics the notice deadlines; html is a page to hand on; xlsx needs --out',
  )
    .choices(Object.keys(formats))
    .default('md');
  return withHandover(withAnalysis(new Command('report')))
    .description('Analyze the tenant: figures, decisions, lists, and what is not known.')
    .addOption(format)
    .option('--view <value>', 'only the apps with a part in this value of the Organizational View')
    .option('--plain', 'without citations, as on a terminal')
    .option('--out <file>', 'write to this file instead of printing; - is standard output')
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
  const { format, view, out } = options;
  refuse(options);
  if (options.handover !== undefined) return handedOver(options.handover, options, terminal);
  const narrative = await narrativeIn(options);
  const result = await analyzeInputs(options, terminal);
  const analysis = view === undefined ? result.analysis : selectView(result, view);
  // A check prints its verdict; the report itself then goes to a file or nowhere.
  if (narrative === null || out !== undefined) {
    const style = styleOf(options, terminal);
    const onProgress = (text: string) => terminal.progress(text);
    const content = await formats[format]({ run: result, analysis, style, onProgress });
    await writeResult(content, out, terminal, format === 'md' ? 'page' : 'data');
  }
  if (narrative !== null) {
    const past = historyFacts(result.history, analysis.currency);
    const prose = withoutNotes(narrative.text, labelsOf(analysis).map(labelSentence));
    sayVerdict(narrative.file, checkNarrative(prose, analysis, past), terminal);
  }
  failWhenIncomplete(result, options);
  if (view !== undefined) failWhenIncomplete({ ...result, analysis }, options);
}

async function handedOver(file: string, options: ReportOptions, terminal: Terminal): Promise<void> {
  if (options.format !== 'md') {
    throw new Stop(
      ExitCode.badInput,
      `--handover gives --format md alone; the page exports the other formats itself.`,
    );
  }
  const narrative = await narrativeIn(options);
  const block = await readHandover(file, options);
  if (narrative === null || options.out !== undefined) {
    const style = options.plain === true ? 'plain' : 'cited';
    await writeResult(handedReport(block, style), options.out, terminal);
  }
  if (narrative !== null) sayVerdict(narrative.file, checkHandedText(narrative.text, block), terminal);
  await keepHanded(block, options.saveBaseline, terminal);
  failWhenDoubtful(block, options.strict);
}

/** What cannot go together is said before anything is read. */
function refuse({ format, out, view, depth }: ReportOptions): void {
  if (format === 'xlsx' && out === undefined) {
    throw new Stop(ExitCode.badInput, '--format xlsx is not text; say with --out FILE where to write it.');
  }
  if (format === 'html' && view !== undefined) {
    throw new Stop(
      ExitCode.badInput,
      'The page has every value and filters itself; --view narrows the other formats.',
    );
  }
  if (format === 'html' && depth === 'users') {
    throw new Stop(
      ExitCode.badInput,
      'The page is made to be handed on and holds no people; it shows counts only.',
    );
  }
}

interface Narrative {
  readonly file: string;
  readonly text: string;
}

async function narrativeIn({ checkNarrative: file }: ReportOptions): Promise<Narrative | null> {
  return file === undefined ? null : { file, text: await readTextFile(file) };
}

function sayVerdict(file: string, { checked, problems }: NarrativeCheck, terminal: Terminal): void {
  if (checked === 0) {
    throw new Stop(ExitCode.checkFailed, `${file}: nothing was checked; it holds no figure and no date.`);
  }
  if (problems.length === 0) return terminal.result(`${file}: ${verdict(checked)}`);
  terminal.result(problems.map(({ line, message }) => `${file}:${line}: ${message}`).join('\n'));
  const what = renderCounted(problems.length, 'figure or date does', 'figures or dates do');
  throw new Stop(ExitCode.checkFailed, `${what} not hold.`);
}

function verdict(checked: number): string {
  return checked === 1
    ? 'its one figure or date is a fact of this analysis.'
    : `all ${checked} figures and dates are facts of this analysis.`;
}
