/** `discover`: what a server offers, how the tenant keeps its fields, and a draft mapping from it. */
import { shellWord } from '../terminal/shell-word.ts';
import { Command } from 'commander';
import { draftMapping, type MappingDraft, withQuestions } from '../../mapping/discover.ts';
import { auditTools, captureDialect } from '../../torii/catalog.ts';
import { jsonText } from '../../assets/json-text.ts';
import { withJson } from '../terminal/json-option.ts';
import type { OfferedTool } from '../../torii/bridge.ts';
import { auditLines } from './audit-lines.ts';
import { localDate } from '../../node/clock.ts';
import { completenessLines } from '../terminal/completeness-lines.ts';
import { fieldLines, foundFields, questionLines } from '../terminal/draft-lines.ts';
import { keepApproved } from './keep-approved.ts';
import type { ReadSource } from '../inputs/read-live.ts';
import { readSource, withSource, type SourceOptions } from '../inputs/source.ts';
import { withoutSecretAddresses } from '../../node/secrets.ts';
import { wrapText } from '../terminal/wrap-text.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { checkWritable } from '../files/check-writable.ts';
import { writeWhole } from '../files/write-file.ts';

interface DiscoverOptions extends SourceOptions {
  readonly out?: string;
  readonly replace?: boolean;
  readonly json?: boolean;
}

export function discoverCommand(terminal: Terminal): Command {
  const command = withSource(new Command('discover'))
    .description('List the tools offered, find the fields, and write a draft mapping.')
    .option('--out <file>', 'write the draft mapping to this file instead of printing it')
    .option('--replace', 'write over a mapping that somebody has approved')
    .addHelpText(
      'after',
      '\nExample:\n  saas-rationalization discover --url https://api.toriihq.com/mcp --out tenant-mapping.json',
    )
    .action((options: DiscoverOptions) => discover(options, terminal));
  return withJson(command, {
    tools: 'as audit-tools --json prints them; null without a server',
    completeness: 'of each source: source, status, rows, total, pages, dropped, reason, …',
    fields: 'of each canonical field: field, key, fill, confidence, evidence',
    questions: 'of each: text, drafted, options with what each sets',
    mapping: 'the draft: the content of tenant-mapping.json',
  });
}

async function discover(options: DiscoverOptions, terminal: Terminal): Promise<void> {
  const isPrinted = options.out === undefined || options.out === '-';
  if (options.out !== undefined && !isPrinted && options.replace !== true) await keepApproved(options.out);
  await checkWritable(options.out);
  const read = await readSource(options, { mapping: null, people: true, findsFields: true }, terminal);
  const draft = draftMapping(read.records);
  const mapping = draftFor(draft, options.url, read.offered);
  const text = `${JSON.stringify(mapping, null, 2)}\n`;
  const found = options.json === true ? jsonText(foundJson(read, draft, mapping)) : null;
  if (options.out === undefined || isPrinted) {
    if (found === null) terminal.note(reportOf(read, draft, terminal.noteWidth));
    return terminal.result(found ?? text);
  }
  await writeWhole(options.out, text);
  terminal.result(found ?? reportOf(read, draft, terminal.resultWidth));
  terminal.note(
    `The draft and its questions are in ${options.out}. See how to answer them, then approve it:`,
  );
  terminal.note(`  saas-rationalization mapping questions ${shellWord(options.out)}`);
  terminal.note(`  saas-rationalization mapping approve ${shellWord(options.out)} --by "Your name"`);
}

/** What `discover --json` prints. */
function foundJson({ records, offered }: ReadSource, draft: MappingDraft, mapping: unknown): object {
  return {
    tools: offered === null ? null : auditTools(offered),
    completeness: records.completeness,
    fields: foundFields(draft),
    questions: draft.questions,
    mapping,
  };
}

function reportOf({ records, offered }: ReadSource, draft: MappingDraft, width: number): string {
  const sections = [
    ...(offered === null ? [] : [`Tools\n${auditLines(auditTools(offered), width)}`]),
    `Records\n${completenessLines(records.completeness, width)}`,
    `Fields found\n${fieldLines(draft, width)}`,
    `${wrapText('Questions for a person (* = what the draft assumes)', '', width)}\n${questionLines(draft, width)}`,
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
