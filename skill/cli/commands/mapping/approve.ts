import { shellWord } from '../../terminal/shell-word.ts';
import { Command } from 'commander';
import { approve } from '../../../mapping/mapping.ts';
import { localDate } from '../../../node/clock.ts';
import { ExitCode, Stop } from '../../../node/stop.ts';
import { writeWhole } from '../../files/write-file.ts';
import { checkedMapping, list, warnAbout } from '../../inputs/read-mapping.ts';
import type { Terminal } from '../../terminal/terminal.ts';

interface ApproveOptions {
  readonly by: string;
  readonly note?: string;
}

export function approveCommand(terminal: Terminal): Command {
  return new Command('approve')
    .description('Mark a mapping as approved by a person.')
    .argument('<file>', 'tenant-mapping.json')
    .requiredOption('--by <name>', 'who approves')
    .option('--note <text>', 'why, or what was compared')
    .addHelpText(
      'after',
      '\nExample:\n  saas-rationalization mapping approve tenant-mapping.json --by "A. Analyst"',
    )
    .action((file: string, options: ApproveOptions) => approveMapping(file, options, terminal));
}

async function approveMapping(file: string, { by, note }: ApproveOptions, terminal: Terminal): Promise<void> {
  const { mapping, warnings } = await checkedMapping(file);
  const approved = approve(mapping, { by, at: localDate(), ...(note === undefined ? {} : { note }) });
  if (!approved.ok) {
    const lines = [`${file} cannot be approved yet:`, ...list(approved.problems)];
    throw new Stop(
      ExitCode.badInput,
      lines.join('\n').replaceAll('mapping set FILE', `mapping set ${shellWord(file)}`),
    );
  }
  warnAbout(file, warnings, terminal);
  await writeWhole(file, `${JSON.stringify(approved.mapping, null, 2)}\n`);
  terminal.result(`${file} is approved by ${by}.`);
}
