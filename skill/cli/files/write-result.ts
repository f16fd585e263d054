import { ExitCode, Stop } from '../../node/stop.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { writeWhole } from './write-file.ts';

/** A result into the file that was asked for, else to standard output, where a page fits the screen; bytes need a file. */
export async function writeResult(
  content: string | Uint8Array,
  file: string | undefined,
  terminal: Terminal,
  kind: 'data' | 'page' = 'data',
): Promise<void> {
  if (file === undefined) {
    if (typeof content === 'string')
      return kind === 'page' ? terminal.page(content) : terminal.result(content);
    throw new Stop(ExitCode.badInput, 'This form is not text; say with --out where to write it.');
  }
  await writeWhole(file, content);
  terminal.note(`Written to ${file}.`);
}
