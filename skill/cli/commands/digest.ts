/** `digest`: one screen about this run, and what changed since the run before. */
import { Command } from 'commander';
import { digestMarkdown, digestOf, noData, type DigestContext, type Style } from '../../report/texts.ts';
import {
  analyzeInputs,
  failWhenIncomplete,
  withAnalysis,
  type Analyzed,
  type AnalysisOptions,
} from '../inputs/analyze-inputs.ts';
import { asOfIn, calendarDate } from '../inputs/as-of.ts';
import { styleOf } from '../inputs/style-of.ts';
import { requireApproval } from './scheduled.ts';
import { ExitCode, Stop } from '../../node/stop.ts';
import {
  failWhenDoubtful,
  type HandedOptions,
  keepHanded,
  readHandover,
  withHandover,
} from '../inputs/handed.ts';
import { handedDigest } from '../../report/handover.ts';
import { handedPrevious, previousRunIn, readPreviousFile } from '../inputs/read-previous.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { sendDigest, webhookAddress } from './webhook.ts';
import { writeResult } from '../files/write-result.ts';

interface DigestOptions extends AnalysisOptions, HandedOptions {
  readonly previous?: string;
  readonly since?: string;
  readonly nextRun?: string;
  readonly link?: string;
  readonly plain?: boolean;
  /** True where the address is in the environment. */
  readonly webhook?: string | true;
  readonly scheduled?: boolean;
}

/** How the digest leaves: the options, with the address that was checked before anything was read. */
interface Delivery extends DigestOptions {
  readonly address: URL | null;
}

export function digestCommand(terminal: Terminal): Command {
  return withHandover(withAnalysis(new Command('digest')))
    .description('One screen: what to decide, what changed since the last run, what is not known.')
    .option('--previous <file>', 'snapshot, baseline or record of history/ of the run before')
    .option('--since <date>', 'when the run before was, where its file does not say', calendarDate)
    .option('--next-run <date>', 'when the next digest is expected', calendarDate)
    .option('--link <address>', 'where the dashboard is')
    .option('--plain', 'without citations, as on a terminal')
    .option('--scheduled', 'for unattended runs: refuse a mapping that is not approved')
    .option('--out <file>', 'write to this file instead of printing; - is standard output')
    .option(
      '--webhook [address]',
      'send the text there too, as JSON {"text": …}; without an address, to the one in SAAS_RATIONALIZATION_WEBHOOK',
    )
    .addHelpText(
      'after',
      '\nExample:\n  saas-rationalization digest --url https://api.toriihq.com/mcp --mapping tenant-mapping.json --previous baseline.json',
    )
    .action((options: DigestOptions) => digest(options, terminal));
}

async function digest(options: DigestOptions, terminal: Terminal): Promise<void> {
  if (options.webhook !== undefined && options.withPeople === true) {
    throw new Stop(
      ExitCode.badInput,
      'A webhook never gets names of people: leave out --webhook or --with-people.',
    );
  }
  // A wrong address ends the run before anything is read.
  const address = options.webhook === undefined ? null : webhookAddress(options.webhook);
  const delivery = { ...options, address };
  if (options.handover !== undefined) return handedOver(options.handover, delivery, terminal);
  if (options.scheduled === true) await requireApproval(options.mapping, terminal);
  const context = { nextRun: options.nextRun ?? null, link: options.link ?? null };
  const before = await readPreviousFile(options.previous, options.saveBaseline);
  const result = await orNoData(analyzeInputs(options, terminal), context, delivery, terminal);
  const previous = previousRunIn(before, options.since, result);
  const drift = result.origin === 'discovered' ? null : placesOf(result.drift);
  const content = digestOf(result.analysis, { ...context, previous, drift, history: result.history });
  await write((style) => digestMarkdown(content, style), delivery, terminal);
  failWhenIncomplete(result, options);
}

async function handedOver(file: string, delivery: Delivery, terminal: Terminal): Promise<void> {
  const block = await readHandover(file, delivery);
  if (delivery.scheduled === true && block.brief.labels.includes('draft')) {
    throw new Stop(
      ExitCode.badInput,
      'The page computed on a draft, and a scheduled run needs an approved mapping.',
    );
  }
  const before = await readPreviousFile(delivery.previous, undefined);
  const previous = handedPrevious(before, delivery.since, block.about.asOf);
  const context = { previous, nextRun: delivery.nextRun ?? null, link: delivery.link ?? null };
  await write((style) => handedDigest(block, style, context), delivery, terminal);
  await keepHanded(block, delivery.saveBaseline, terminal);
  failWhenDoubtful(block, delivery.strict);
}

/** Notes are no drift. */
function placesOf(drift: Analyzed['drift']): string[] {
  return [...new Set(drift.filter(({ severity }) => severity !== 'note').map(({ path }) => path))];
}

/** A failed run says so in place of its digest: silence would look like all is well. */
async function orNoData<T>(
  run: Promise<T>,
  context: DigestContext,
  delivery: Delivery,
  terminal: Terminal,
): Promise<T> {
  try {
    return await run;
  } catch (thrown) {
    if (thrown instanceof Stop && thrown.exitCode === ExitCode.notConnected) {
      const content = noData(asOfIn(delivery), thrown.message, context);
      await write((style) => digestMarkdown(content, style), delivery, terminal);
    }
    throw thrown;
  }
}

/** Written before it is sent, so a failing webhook does not lose the digest. */
async function write(
  textIn: (style: Style) => string,
  delivery: Delivery,
  terminal: Terminal,
): Promise<void> {
  const { out, address } = delivery;
  await writeResult(textIn(styleOf(delivery, terminal)), out, terminal, 'page');
  if (address !== null) await sendDigest(address, textIn('plain'), terminal);
}
