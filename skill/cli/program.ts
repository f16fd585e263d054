/**
 * The program: one module per command, one place where what they throw becomes a sentence and a code.
 */
import { Command, CommanderError } from 'commander';
import { ExitCode, Stop } from './exit.ts';
import { auditToolsCommand } from './audit-tools.ts';
import { briefCommand } from './brief.ts';
import { digestCommand } from './digest.ts';
import { discoverCommand } from './discover.ts';
import { loginCommand } from './login/login.ts';
import { logoutCommand } from './login/logout.ts';
import { statusCommand } from './login/status.ts';
import { tokenCommand } from './login/token.ts';
import { fillCommand } from './fill/fill.ts';
import { mappingCommand } from './mapping/mapping.ts';
import { packCommand } from './pack/pack.ts';
import { previewCommand } from './preview/preview.ts';
import { proxyCommand } from './proxy/proxy.ts';
import { reportCommand } from './report.ts';
import { setupCommand } from './setup/setup.ts';
import type { Terminal } from './terminal.ts';
import { validateCommand } from './validate/validate.ts';
import { version } from './version.ts';

const commands = [
  previewCommand,
  loginCommand,
  logoutCommand,
  statusCommand,
  tokenCommand,
  discoverCommand,
  mappingCommand,
  validateCommand,
  reportCommand,
  briefCommand,
  digestCommand,
  fillCommand,
  packCommand,
  auditToolsCommand,
  setupCommand,
  proxyCommand,
];

export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const program = programWith(terminal);
  try {
    await program.parseAsync(args, { from: 'user' });
    return ExitCode.fine;
  } catch (thrown) {
    return exitCodeOf(thrown, terminal);
  } finally {
    terminal.progress('');
  }
}

export function programWith(terminal: Terminal): Command {
  const program = new Command('saas-rationalization')
    .description('Read-only SaaS rationalization on live Torii data: what to decide, by when, for how much.')
    .version(version)
    .addHelpText('after', '\nExample, without Torii:\n  saas-rationalization preview')
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => terminal.result(text),
      writeErr: (text) => terminal.warn(text.trimEnd()),
    });
  for (const make of commands) program.addCommand(inheriting(program, make(terminal)));
  return program;
}

/** Sub-commands made on their own do not inherit the exit override and the output of the program. */
function inheriting(parent: Command, command: Command): Command {
  command.copyInheritedSettings(parent);
  for (const child of command.commands) inheriting(command, child);
  return command;
}

function exitCodeOf(thrown: unknown, terminal: Terminal): ExitCode {
  if (thrown instanceof CommanderError) {
    return thrown.exitCode === 0 ? ExitCode.fine : ExitCode.badInput;
  }
  if (thrown instanceof Stop) {
    terminal.warn(thrown.message);
    return thrown.exitCode;
  }
  terminal.warn(`This is our fault, please report it: ${stackOf(thrown)}`);
  return ExitCode.ourFault;
}

function stackOf(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}
