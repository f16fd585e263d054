import { ExitCode, Stop } from '../../node/stop.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { writeWhole } from './write-file.ts';

/**
 * A result into the file that was asked for, else to standard output, where a page fits the screen and bytes need
 * a file. `-` is standard output, which then gets what the file would hold.
 */
export async function writeResult(
  content: string | Uint8Array,
  file: string | undefined,
  terminal: Terminal,
  kind: 'data' | 'page' = 'data',
): Promise<void> {
  if (file === '-') return toStandardOutput(content, terminal);
  if (file === undefined) {
    if (typeof content === 'string')
      return kind === 'page' ? terminal.page(content) : terminal.result(content);
    throw new Stop(ExitCode.badInput, 'This form is not text; say with --out where to write it.');
  }
  await writeWhole(file, content);
  terminal.note(`Written to ${file}.`);
}

function toStandardOutput(content: string | Uint8Array, terminal: Terminal): void {
  if (typeof content === 'string') terminal.result(content);
  else process.stdout.write(content);
}
