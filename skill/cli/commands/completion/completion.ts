/** `completion`: a script that lets a shell complete commands, options and their values. */
import { Argument, Command } from 'commander';
import type { Terminal } from '../../terminal/terminal.ts';
import { bashCompletion } from './bash.ts';
import { fishCompletion } from './fish.ts';
import { placesOf } from './words.ts';
import { zshCompletion } from './zsh.ts';

const shells = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const;

type Shell = keyof typeof shells;

export function completionCommand(terminal: Terminal): Command {
  const command = new Command('completion');
  return command
    .description('Print a script with which a shell completes commands and options.')
    .addArgument(new Argument('<shell>', 'the shell that is used').choices(Object.keys(shells)))
    .addHelpText(
      'after',
      '\nExample, for the shell that is open:\n  source <(saas-rationalization completion bash)\n\n' +
        'It completes what is typed as saas-rationalization, also where that is an alias of "node FILE".',
    )
    .action((shell: Shell) => {
      const program = command.parent ?? command;
      terminal.result(shells[shell](program.name(), placesOf(program)));
    });
}
