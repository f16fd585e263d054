/**
 * The program: one module per command, one place where what they throw becomes a sentence and a code.
 */
import { Command, CommanderError } from 'commander';
import { ExitCode, Stop } from '../../node/stop.ts';
import { auditToolsCommand } from '../commands/audit-tools.ts';
import { briefCommand } from '../commands/brief.ts';
import { completionCommand } from '../commands/completion/completion.ts';
import { digestCommand } from '../commands/digest.ts';
import { discoverCommand } from '../commands/discover.ts';
import { loginCommand } from '../commands/login/login.ts';
import { logoutCommand } from '../commands/login/logout.ts';
import { statusCommand } from '../commands/login/status.ts';
import { tokenCommand } from '../commands/login/token.ts';
import { fillCommand } from '../commands/fill/fill.ts';
import { mappingCommand } from '../commands/mapping/mapping.ts';
import { packCommand } from '../commands/pack/pack.ts';
import { previewCommand } from '../commands/preview/preview.ts';
import { proxyCommand } from '../commands/proxy/proxy.ts';
import { reportCommand } from '../commands/report.ts';
import { setupCommand } from '../commands/setup/setup.ts';
import { asStarted, programName } from '../terminal/started-as.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { validateCommand } from '../commands/validate/validate.ts';
import { finishSets } from '../files/finish-sets.ts';
import { version } from '../../node/version.ts';

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
  completionCommand,
];

export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const program = programWith(terminal);
  try {
    await finishSets((sentence) => terminal.note(sentence));
    await program.parseAsync(args, { from: 'user' });
    return ExitCode.fine;
  } catch (thrown) {
    return exitCodeOf(thrown, terminal);
  } finally {
    terminal.progress('');
  }
}

export function programWith(terminal: Terminal): Command {
  const program = new Command(programName)
    .description('Read-only SaaS rationalization on live Torii data: what to decide, by when, for how much.')
    .version(version)
    .addHelpText('after', '\nExample, without Torii:\n  saas-rationalization preview')
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => terminal.result(asStarted(text)),
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
