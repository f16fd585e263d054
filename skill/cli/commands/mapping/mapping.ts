/** `mapping check|questions|set|approve|drift`: validate a mapping, answer it, approve it, compare it with the tenant. */
import { Command } from 'commander';
import type { Terminal } from '../../terminal/terminal.ts';
import { approveCommand } from './approve.ts';
import { checkCommand } from './check.ts';
import { driftCommand } from './drift.ts';
import { questionsCommand } from './questions.ts';
import { setCommand } from './set.ts';

export function mappingCommand(terminal: Terminal): Command {
  return new Command('mapping')
    .description('Check, answer, approve or compare a tenant mapping.')
    .addHelpText(
      'after',
      '\nExample:\n  saas-rationalization mapping approve tenant-mapping.json --by "A. Analyst"',
    )
    .addCommand(checkCommand(terminal))
    .addCommand(questionsCommand(terminal))
    .addCommand(setCommand(terminal))
    .addCommand(approveCommand(terminal))
    .addCommand(driftCommand(terminal));
}
