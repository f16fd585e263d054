import type { Command } from 'commander';

/**
 * Adds --json to a command, with the shape of what it then prints at the end of its help.
 * @param shape key → what it holds; lists and records within are written out
 */
export function withJson(command: Command, shape: Readonly<Record<string, string>>): Command {
  const width = Math.max(...Object.keys(shape).map(({ length }) => length));
  const lines = Object.entries(shape).map(([key, text]) => `  ${key.padEnd(width)}  ${text}`);
  return command
    .option('--json', 'print JSON for programs instead of text; its keys are below')
    .addHelpText('after', `\nJSON, null where something is not known:\n${lines.join('\n')}`);
}
