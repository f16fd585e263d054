/** `digest`: one screen about this run, and what changed since the run before. */
import { Command } from 'commander';
import { digestMarkdown } from '../report/digest-markdown.ts';
import { digestOf, noData, type Digest, type DigestContext } from '../report/digest.ts';
import { analysed, conclude, withAnalysis, type AnalysisOptions } from './analysed.ts';
import { asOfIn, calendarDate } from './as-of.ts';
import { ExitCode, Stop } from './exit.ts';
import { readPrevious } from './read-previous.ts';
import type { Terminal } from './terminal.ts';
import { writeResult } from './write-result.ts';

interface DigestOptions extends AnalysisOptions {
  readonly previous?: string;
  readonly since?: string;
  readonly nextRun?: string;
  readonly link?: string;
  readonly plain?: boolean;
  readonly out?: string;
}

export function digestCommand(terminal: Terminal): Command {
  return withAnalysis(new Command('digest'))
    .description('One screen: what to decide, what changed since the last run, what is not known.')
    .option('--previous <file>', 'snapshot or baseline of the run before')
    .option('--since <date>', 'when the run before was, where its file does not say', calendarDate)
    .option('--next-run <date>', 'when the next digest is expected', calendarDate)
    .option('--link <address>', 'where the dashboard is')
    .option('--plain', 'Markdown without citations')
    .option('--out <file>', 'write to this file instead of printing')
    .addHelpText(
      'after',
      '\nExample:\n  saas-rationalization digest --url https://api.toriihq.com/mcp --mapping tenant-mapping.json --previous baseline.json',
    )
    .action((options: DigestOptions) => digest(options, terminal));
}

async function digest(options: DigestOptions, terminal: Terminal): Promise<void> {
  const context = { nextRun: options.nextRun ?? null, link: options.link ?? null };
  const result = await orNoData(analysed(options, terminal), context, options, terminal);
  const previous = await readPrevious(options, result);
  await write(digestOf(result.analysis, { ...context, previous }), options, terminal);
  conclude(result, options);
}

/** A run that reaches nobody says so where its digest would have been: silence would look like calm. */
async function orNoData<T>(
  run: Promise<T>,
  context: DigestContext,
  options: DigestOptions,
  terminal: Terminal,
): Promise<T> {
  try {
    return await run;
  } catch (thrown) {
    if (thrown instanceof Stop && thrown.exitCode === ExitCode.notConnected) {
      await write(noData(asOfIn(options), thrown.message, context), options, terminal);
    }
    throw thrown;
  }
}

function write(content: Digest, { plain, out }: DigestOptions, terminal: Terminal): Promise<void> {
  return writeResult(digestMarkdown(content, plain === true ? 'plain' : 'cited'), out, terminal);
}
