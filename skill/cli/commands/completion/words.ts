/** What can be typed where, read from the commands themselves. */
import type { Command, Option } from 'commander';

export interface OptionWord {
  readonly name: string;
  readonly description: string;
  /** Whether a value follows it. */
  readonly valued: boolean;
  /** The values it takes, where they are few and known. */
  readonly choices: readonly string[];
}

/** One place of the command line: after these words, what may come. */
export interface CompletionPlace {
  /** Such as "mapping check"; empty behind the program's own name. */
  readonly path: string;
  readonly commands: readonly { readonly name: string; readonly description: string }[];
  readonly options: readonly OptionWord[];
  /** Values of its first argument, where they are known. */
  readonly values: readonly string[];
}

export function placesOf(program: Command, path = ''): CompletionPlace[] {
  const commands = program.commands.map((child) => ({
    name: child.name(),
    description: child.description(),
  }));
  const own: CompletionPlace = {
    path,
    commands,
    options: [...program.options.map(optionWord), help],
    values: program.registeredArguments[0]?.argChoices ?? [],
  };
  const below = program.commands.flatMap((child) => placesOf(child, `${path} ${child.name()}`.trim()));
  return [own, ...below];
}

const help: OptionWord = { name: '--help', description: 'show help', valued: false, choices: [] };

function optionWord({ long, short, description, required, optional, argChoices }: Option): OptionWord {
  return {
    name: long ?? short ?? '',
    description,
    valued: required || optional,
    choices: argChoices ?? [],
  };
}

/** For a word between single quotes of a shell. */
export function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
