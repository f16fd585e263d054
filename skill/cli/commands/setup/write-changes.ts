import { chmod } from 'node:fs/promises';
import { writeWhole } from '../../files/write-file.ts';
import { effectOf, type Change } from './planned-changes.ts';

const EXECUTABLE = 0o755;

/**
 * New files first: a folder that cannot be written is found out before any file of the person's own is
 * touched. Files that are as they should be are not written at all.
 */
export async function writeChanges(changes: readonly Change[]): Promise<void> {
  for (const effect of ['new', 'changed'] as const) {
    for (const change of changes) if (effectOf(change) === effect) await write(change);
  }
}

async function write({ file, after, executable }: Change): Promise<void> {
  await writeWhole(file, after);
  if (executable) await chmod(file, EXECUTABLE);
}
