import type { Terminal } from './terminal.ts';
import { writeWhole } from './write-file.ts';

/** A result into the file that was asked for, else to standard output. */
export async function writeResult(text: string, file: string | undefined, terminal: Terminal): Promise<void> {
  if (file === undefined) return terminal.result(text);
  await writeWhole(file, text);
  terminal.note(`Written to ${file}.`);
}
