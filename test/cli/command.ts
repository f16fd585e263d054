/** Runs the command line in this process, the way a person would: arguments in, streams and code out. */
import { run } from '../../skill/cli/program/program.ts';
import { terminalOver } from '../../skill/cli/terminal/terminal.ts';

export interface Ended {
  readonly code: number;
  /** Standard output: results and nothing else. */
  readonly out: string;
  /** Standard error: progress, warnings and errors. */
  readonly err: string;
}

export function command(...args: readonly string[]): Promise<Ended> {
  return commandOn(false, args);
}

/** The same with a person in front of it: standard error is a terminal. */
export function commandOnTerminal(...args: readonly string[]): Promise<Ended> {
  return commandOn(true, args);
}

async function commandOn(isTTY: boolean, args: readonly string[]): Promise<Ended> {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = terminalOver(
    { isTTY, columns: 100, write: (text) => out.push(text) },
    { isTTY, columns: 100, write: (text) => err.push(text) },
  );
  const code = await run(args, terminal);
  return { code, out: out.join(''), err: err.join('') };
}

/** Text without its line breaks and columns, so that a sentence is found however it is wrapped. */
export function plain(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

/** The block of one of the three questions in what `validate` printed. */
export function block(out: string, number: 1 | 2 | 3): string {
  const start = out.indexOf(`\n${number}. `);
  const end = [`\n${number + 1}. `, '\nWhat is not known']
    .map((next) => out.indexOf(next))
    .find((place) => place >= 0);
  return start < 0 ? '' : out.slice(start + 1, end).trimEnd();
}

/** One labeled line of a question's block, such as its count. */
export function fact(out: string, number: 1 | 2 | 3, label: string): string | undefined {
  return new RegExp(`^ {3}${label} +(.*)$`, 'm').exec(block(out, number))?.[1];
}
