import { chmod } from 'node:fs/promises';
import { writeWhole } from '../write-file.ts';
import type { Change } from './planned-changes.ts';

const EXECUTABLE = 0o755;

/**
 * New files first: a folder that cannot be written is found out before any file of the person's own is
 * touched. Files that are as they should be are not written at all.
 */
export async function writeChanges(changes: readonly Change[]): Promise<void> {
  const due = changes.filter(({ before, after }) => before !== after);
  const order = [
    ...due.filter(({ before }) => before === null),
    ...due.filter(({ before }) => before !== null),
  ];
  for (const { file, after, executable } of order) {
    await writeWhole(file, after);
    if (executable) await chmod(file, EXECUTABLE);
  }
}
