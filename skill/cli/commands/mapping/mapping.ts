/** `mapping check|approve|drift`: validate a mapping, approve it, compare it with the live tenant. */
import { Command } from 'commander';
import { approve } from '../../../mapping/mapping.ts';
import { driftOf } from '../../../mapping/drift.ts';
import { localDate } from '../../../node/clock.ts';
import { ExitCode, Stop } from '../../../node/stop.ts';
import { readSource, withSource, type SourceOptions } from '../../inputs/source.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { writeWhole } from '../../files/write-file.ts';
import { driftLines } from './drift-lines.ts';
import { checkedMapping, list, readMapping, warnAbout } from '../../inputs/read-mapping.ts';

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
  const drift = withSource(new Command('drift'))
    .description('Compare a mapping with the tenant as it is now.')
    .argument('<file>', 'tenant-mapping.json')
    .addHelpText(
      'after',
      '\nExample:\n  saas-rationalization mapping drift tenant-mapping.json --url https://api.toriihq.com/mcp',
    )
    .action((file: string, options: SourceOptions) => mappingDrift(file, options, terminal));
  return new Command('mapping')
    .description('Check, approve or compare a tenant mapping.')
    .addHelpText(
      'after',
      '\nExample:\n  saas-rationalization mapping approve tenant-mapping.json --by "A. Analyst"',
    )
    .addCommand(check)
    .addCommand(approval)
    .addCommand(drift);
}

async function checkMapping(file: string, terminal: Terminal): Promise<void> {
  const mapping = await readMapping(file, terminal);
  terminal.result(`${file} is valid: ${mapping.status}, ${mapping.tenant.name}, ${mapping.tenant.currency}.`);
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
    throw new Stop(ExitCode.checkFailed, lines.join('\n'));
  }
  warnAbout(file, warnings, terminal);
  await writeWhole(file, `${JSON.stringify(approved.mapping, null, 2)}\n`);
  terminal.result(`${file} is approved by ${by}.`);
}

async function mappingDrift(file: string, options: SourceOptions, terminal: Terminal): Promise<void> {
  const mapping = await readMapping(file, terminal);
  const { records, offered } = await readSource(options, { mapping }, terminal);
  const items = driftOf(mapping, records, offered);
  const open = items.filter(({ severity }) => severity !== 'note').length;
  terminal.result(
    [...(open === 0 ? [`${file} still fits the tenant.`] : []), driftLines(items)].join('\n').trim(),
  );
  const broken = items.filter(({ severity }) => severity === 'broken').length;
  if (broken > 0)
    throw new Stop(ExitCode.checkFailed, `${broken} parts of ${file} no longer fit the tenant.`);
}
