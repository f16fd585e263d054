/** `discover`: what a server offers, how the tenant keeps its fields, and a draft mapping from it. */
import { Command } from 'commander';
import { draftMapping, type MappingDraft, withQuestions } from '../../mapping/discover.ts';
import { auditTools, captureDialect } from '../../torii/catalog.ts';
import type { OfferedTool } from '../../torii/bridge.ts';
import { auditLines } from './audit-lines.ts';
import { localDate } from '../../node/clock.ts';
import { completenessLines } from '../terminal/completeness-lines.ts';
import { fieldLines, questionLines } from '../terminal/draft-lines.ts';
import { keepApproved } from './keep-approved.ts';
import type { ReadSource } from '../inputs/read-live.ts';
import { readSource, withSource, type SourceOptions } from '../inputs/source.ts';
import { withoutSecretAddresses } from '../../node/secrets.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { writeWhole } from '../files/write-file.ts';

interface DiscoverOptions extends SourceOptions {
  readonly out?: string;
  readonly replace?: boolean;
}

export function discoverCommand(terminal: Terminal): Command {
  return withSource(new Command('discover'))
    .description('List the tools offered, find the fields, and write a draft mapping.')
    .option('--out <file>', 'write the draft mapping to this file instead of printing it')
    .option('--replace', 'write over a mapping that somebody has approved')
    .addHelpText(
      'after',
      '\nExample:\n  saas-rationalization discover --url https://api.toriihq.com/mcp --out tenant-mapping.json',
    )
    .action((options: DiscoverOptions) => discover(options, terminal));
}

async function discover(options: DiscoverOptions, terminal: Terminal): Promise<void> {
  const isPrinted = options.out === undefined || options.out === '-';
  if (options.out !== undefined && !isPrinted && options.replace !== true) await keepApproved(options.out);
  const read = await readSource(options, { mapping: null, people: true }, terminal);
  const draft = draftMapping(read.records);
  const json = `${JSON.stringify(draftFor(draft, options.url, read.offered), null, 2)}\n`;
  if (options.out === undefined || isPrinted) {
    terminal.note(reportOf(read, draft));
    return terminal.result(json);
  }
  await writeWhole(options.out, json);
  terminal.result(reportOf(read, draft));
  terminal.note(
    `The draft and its questions are in ${options.out}. See how to answer them, then approve it:`,
  );
  terminal.note(`  saas-rationalization mapping questions ${options.out}`);
  terminal.note(`  saas-rationalization mapping approve ${options.out} --by "Your name"`);
}

function reportOf({ records, offered }: ReadSource, draft: MappingDraft): string {
  const sections = [
    ...(offered === null ? [] : [`Tools\n${auditLines(auditTools(offered))}`]),
    `Records\n${completenessLines(records.completeness)}`,
    `Fields found\n${fieldLines(draft)}`,
    `Questions for a person (* = what the draft assumes)\n${questionLines(draft)}`,
  ];
  return sections.join('\n\n');
}

/**
 * The draft remembers its server: pages are shown no schemas, so the arguments seen here are kept. It is shared
 * and committed, so the address goes in without what lets somebody in.
 */
function draftFor(
  { mapping: drafted, questions }: MappingDraft,
  url: URL | undefined,
  offered: readonly OfferedTool[] | null,
): unknown {
  const mapping = withQuestions(drafted, questions);
  if (url === undefined) return mapping;
  const tools =
    offered === null ? {} : { tools: { capturedAt: localDate(), offered: captureDialect(offered) } };
  return { ...mapping, connector: { ...mapping.connector, url: withoutSecretAddresses(url.href), ...tools } };
}
