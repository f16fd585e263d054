import { ExitCode, Stop } from '../exit.ts';
import type { Terminal } from '../terminal.ts';

/** Where a question is asked and answered. */
export interface Streams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** Questions go to standard error: standard output is for results. */
export const ownTerminal: Streams = { input: process.stdin, output: process.stderr };

/** False in a script or a pipe: a question there would wait for ever. */
export function canAnswer({ interactive }: Terminal, { input }: Streams): boolean {
  return interactive && 'isTTY' in input && input.isTTY === true;
}

/** The answer; Ctrl-C ends the command before anything was written. */
export async function answered<T>(question: Promise<T>): Promise<T> {
  try {
    return await question;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') {
      throw new Stop(ExitCode.badInput, 'Nothing was written.');
    }
    throw error;
  }
}
