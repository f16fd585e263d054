/**
 * `setup`: the files and steps that connect one Claude surface to Torii.
 *
 * In: a surface, or all of them, and by choice a mapping and a server to ask for its tools. Out: files in
 * a folder, merged into those that are there, and the steps on standard output. What would change is
 * shown first; if one file cannot be merged, none is written.
 */
import { join } from 'node:path';
import { Argument, Command } from 'commander';
import type { PackedFile } from '../../../surfaces/packed-files.ts';
import {
  surfaceFiles,
  surfaceNames,
  surfaces,
  type Surface,
  type SurfaceInputs,
} from '../../../surfaces/surfaces.ts';
import { ExitCode, Stop } from '../../../node/stop.ts';
import type { Terminal } from '../../terminal/terminal.ts';
import { urlOf } from '../../../node/addresses.ts';
import { engineTools as servedTools } from '../../../server/engine.ts';
import { personTools } from '../../../server/person.ts';
import { chooseSurface } from './choose-surface.ts';
import { confirmed } from './confirmed.ts';
import { projectSkill } from './project-skill.ts';
import { inputsFrom, type InputOptions } from './inputs-from.ts';
import { effectOf, plannedChanges, type Change, type Target } from './planned-changes.ts';
import { changeLines } from './change-lines.ts';
import { writeChanges } from './write-changes.ts';

interface SetupOptions extends InputOptions {
  readonly all?: boolean;
  readonly dir?: string;
  readonly config?: string;
  readonly withEngine?: boolean;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

export function setupCommand(terminal: Terminal): Command {
  return new Command('setup')
    .description('Write the files and steps that connect a Claude surface to Torii, read-only.')
    .addArgument(new Argument('[surface]', 'where Claude is used').choices(surfaceNames))
    .option('--all', 'every surface, each in its own folder')
    .option('--mapping <file>', 'tenant mapping to build in')
    .option('--url <url>', "Torii's MCP server; it is asked for its tools", urlOf)
    .option('--dir <dir>', 'folder to write into; torii-<surface> unless given')
    .option('--config <file>', "desktop: merge the entry into this file instead of the folder's")
    .option('--with-engine', 'claude-code: connect our own server, which answers with computed figures')
    .option('--dry-run', 'show what would be written, and write nothing')
    .option('--yes', 'change files that are there without asking')
    .addHelpText(
      'after',
      '\nExample:\n  saas-rationalization setup claude-code --mapping tenant-mapping.json --dir .',
    )
    .action((surface: Surface | undefined, options: SetupOptions) => setup(surface, options, terminal));
}

async function setup(named: Surface | undefined, options: SetupOptions, terminal: Terminal): Promise<void> {
  const chosen = await chosenSurfaces(named, options, terminal);
  refuseStrayConfig(chosen, options);
  refuseStrayEngine(chosen, options);
  const engineTools = [...servedTools, ...personTools].map(({ name }) => name);
  const inputs = {
    ...(await inputsFrom(options, terminal)),
    ...(options.withEngine === true && { engineTools }),
  };
  const made = chosen.map((surface) => ({ surface, ...surfaceFiles(surface, inputs) }));
  const skill = chosen.includes('claude-code') ? targets('claude-code', await projectSkill(), options) : [];
  const changes = await plannedChanges([
    ...made.flatMap(({ surface, files }) => targets(surface, files, options)),
    ...skill,
  ]);
  terminal.note(changeLines(changes));
  if (options.dryRun === true) return terminal.note('Nothing was written: this was a dry run.');
  await mayChange(changes, options, terminal);
  await writeChanges(changes);
  for (const { steps } of made) terminal.page(steps);
  terminal.note(endLine(chosen, options, inputs));
}

function refuseStrayConfig(chosen: readonly Surface[], options: SetupOptions): void {
  if (options.config !== undefined && !chosen.includes('desktop')) {
    throw new Stop(
      ExitCode.badInput,
      '--config is the configuration file of Claude Desktop: use it with "setup desktop".',
    );
  }
}

function refuseStrayEngine(chosen: readonly Surface[], { withEngine }: SetupOptions): void {
  if (withEngine === true && !chosen.includes('claude-code')) {
    throw new Stop(
      ExitCode.badInput,
      '--with-engine goes with "setup claude-code". In Claude Desktop the extension (.mcpb) answers with the engine.',
    );
  }
}

async function chosenSurfaces(
  named: Surface | undefined,
  { all }: SetupOptions,
  terminal: Terminal,
): Promise<readonly Surface[]> {
  if (all === true && named !== undefined) {
    throw new Stop(ExitCode.badInput, 'Name a surface or say --all, not both.');
  }
  if (all === true) return surfaceNames;
  return [named ?? (await chooseSurface(terminal))];
}

function folderOf(surface: Surface, { all, dir }: SetupOptions): string {
  return all === true ? join(dir ?? 'torii-setup', surface) : (dir ?? `torii-${surface}`);
}

/** Each file with the place where it belongs; one of them may belong elsewhere. */
function targets(surface: Surface, files: readonly PackedFile[], options: SetupOptions): Target[] {
  const folder = folderOf(surface, options);
  return files.map((made) => {
    const elsewhere = made.path === 'claude_desktop_config.json' ? options.config : undefined;
    return { made, file: elsewhere ?? join(folder, made.path) };
  });
}

async function mayChange(
  changes: readonly Change[],
  { yes }: SetupOptions,
  terminal: Terminal,
): Promise<void> {
  const changed = changes.filter((change) => effectOf(change) === 'changed');
  if (changed.length === 0 || yes === true) return;
  if (await confirmed(`Change ${changed.length} of your files as shown?`, terminal)) return;
  const files = changed.map(({ file }) => file).join(', ');
  throw new Stop(ExitCode.badInput, `Nothing was written. Say --yes to change ${files} as shown.`);
}

function endLine(chosen: readonly Surface[], options: SetupOptions, { tools }: SurfaceInputs): string {
  const places = chosen.map((surface) => `${surfaces[surface].title}: ${folderOf(surface, options)}`);
  const origin =
    tools.from === 'server'
      ? "The lists of tools are the server's own."
      : 'The lists of tools come from the catalog; with --url they come from the server.';
  return [...places, origin].join('\n');
}
