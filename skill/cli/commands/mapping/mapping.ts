/** `mapping check|questions|set|approve|drift`: validate a mapping, answer it, approve it, compare it with the tenant. */
import { Command } from 'commander';
import { renderCounted } from '../../../analysis/facts.ts';
import { setValues } from '../../../mapping/discover.ts';
import { approve, openQuestions, type TenantMapping } from '../../../mapping/mapping.ts';
import { driftOf } from '../../../mapping/drift.ts';
import { localDate } from '../../../node/clock.ts';
import { ExitCode, Stop } from '../../../node/stop.ts';
import { readSource, withSource, type SourceOptions } from '../../inputs/source.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { writeWhole } from '../../files/write-file.ts';
import { openQuestionLines } from '../../terminal/draft-lines.ts';
import { driftLines } from './drift-lines.ts';
import { checkedMapping, list, readMappingFile, warnAbout } from '../../inputs/read-mapping.ts';

export function mappingCommand(terminal: Terminal): Command {
  const check = new Command('check')
    .description('Validate a tenant mapping; every problem is named with its remedy.')
    .argument('<file>', 'tenant-mapping.json')
    .addHelpText('after', '\nExample:\n  saas-rationalization mapping check tenant-mapping.json')
    .action((file: string) => checkMapping(file, terminal));
  const approval = new Command('approve')
    .description('Mark a mapping as approved by a person.')
    .argument('<file>', 'tenant-mapping.json')
    .requiredOption('--by <name>', 'who approves')
    .option('--note <text>', 'why, or what was compared')
    .addHelpText(
      'after',
      '\nExample:\n  saas-rationalization mapping approve tenant-mapping.json --by "A. Analyst"',
    )
    .action((file: string, options: ApproveOptions) => approveMapping(file, options, terminal));
  const questions = new Command('questions')
    .description('Print the questions that are still open, each answer with the command that records it.')
    .argument('<file>', 'tenant-mapping.json')
    .addHelpText('after', '\nExample:\n  saas-rationalization mapping questions tenant-mapping.json')
    .action((file: string) => printQuestions(file, terminal));
  const set = new Command('set')
    .description(
      'Record answers in a mapping without editing JSON; an approved mapping has to be approved again.',
    )
    .argument('<file>', 'tenant-mapping.json')
    .argument('<key=value...>', 'places of the mapping, such as fields.contract.annualValue.unit=major')
    .addHelpText(
      'after',
      '\nExample:\n  saas-rationalization mapping set tenant-mapping.json tenant.name="Acme" rates.perUnit.EUR=1.08',
    )
    .action((file: string, texts: readonly string[]) => setInMapping(file, texts, terminal));
  const drift = withSource(new Command('drift'))
    .description('Compare a mapping with the tenant as it is now.')
    .argument('<file>', 'tenant-mapping.json')
    .addHelpText(
      'after',
      '\nExample:\n  saas-rationalization mapping drift tenant-mapping.json --url https://api.toriihq.com/mcp',
    )
    .action((file: string, options: SourceOptions) => mappingDrift(file, options, terminal));
  return new Command('mapping')
    .description('Check, answer, approve or compare a tenant mapping.')
    .addHelpText(
      'after',
      '\nExample:\n  saas-rationalization mapping approve tenant-mapping.json --by "A. Analyst"',
    )
    .addCommand(check)
    .addCommand(questions)
    .addCommand(set)
    .addCommand(approval)
    .addCommand(drift);
}

async function checkMapping(file: string, terminal: Terminal): Promise<void> {
  const mapping = await readMappingFile(file, terminal);
  terminal.result(`${file} is valid: ${mapping.status}, ${mapping.tenant.name}, ${mapping.tenant.currency}.`);
}

async function printQuestions(file: string, terminal: Terminal): Promise<void> {
  const { mapping } = await checkedMapping(file);
  const open = openQuestions(mapping);
  const command = `saas-rationalization mapping set ${file}`;
  terminal.result(
    open.length === 0 ? nothingOpen(file, mapping) : openQuestionLines(open, command, terminal.resultWidth),
  );
}

function nothingOpen(file: string, { status }: TenantMapping): string {
  if (status === 'approved') return 'No question is open, and the mapping is approved.';
  return `No question is open. Approve the mapping with:\n  saas-rationalization mapping approve ${file} --by "Your name"`;
}

async function setInMapping(file: string, texts: readonly string[], terminal: Terminal): Promise<void> {
  const { mapping } = await checkedMapping(file);
  const set = setValues(mapping, texts, localDate());
  if (!set.ok) {
    const lines = [`Nothing was set in ${file}:`, ...list(set.problems)];
    throw new Stop(ExitCode.badInput, lines.join('\n'));
  }
  await writeWhole(file, `${JSON.stringify(set.mapping, null, 2)}\n`);
  const open = openQuestions(set.mapping).length;
  terminal.result(`Set in ${file}: ${texts.map((text) => text.split('=')[0] ?? text).join(', ')}.`);
  if (mapping.status === 'approved') terminal.note('It was approved as it was before; approve it again.');
  terminal.note(
    open === 0
      ? nothingOpen(file, set.mapping)
      : `${renderCounted(open, 'question is', 'questions are')} still open: saas-rationalization mapping questions ${file}`,
  );
}

interface ApproveOptions {
  readonly by: string;
  readonly note?: string;
}

async function approveMapping(file: string, { by, note }: ApproveOptions, terminal: Terminal): Promise<void> {
  const { mapping, warnings } = await checkedMapping(file);
  const approved = approve(mapping, { by, at: localDate(), ...(note === undefined ? {} : { note }) });
  if (!approved.ok) {
    const lines = [`${file} cannot be approved yet:`, ...list(approved.problems)];
    throw new Stop(ExitCode.badInput, lines.join('\n').replaceAll('mapping set FILE', `mapping set ${file}`));
  }
  warnAbout(file, warnings, terminal);
  await writeWhole(file, `${JSON.stringify(approved.mapping, null, 2)}\n`);
  terminal.result(`${file} is approved by ${by}.`);
}

async function mappingDrift(file: string, options: SourceOptions, terminal: Terminal): Promise<void> {
  const mapping = await readMappingFile(file, terminal);
  const { records, offered } = await readSource(options, { mapping }, terminal);
  const items = driftOf(mapping, records, offered);
  const open = items.filter(({ severity }) => severity !== 'note').length;
  terminal.result(
    [...(open === 0 ? [`${file} still fits the tenant.`] : []), driftLines(items, terminal.resultWidth)]
      .join('\n')
      .trim(),
  );
  const broken = items.filter(({ severity }) => severity === 'broken').length;
  if (broken > 0)
    throw new Stop(
      ExitCode.checkFailed,
      `${renderCounted(broken, 'part', 'parts')} of ${file} no longer ${broken === 1 ? 'fits' : 'fit'} the tenant.`,
    );
}
