import { join } from 'node:path';
import type { PackedFile } from '../../surfaces/packed-files.ts';
import { writeAll } from './write-file.ts';

/** Writes files into a folder, all of them or none. */
export async function writeTogether(folder: string, files: readonly PackedFile[]): Promise<void> {
  await writeAll(
    folder,
    files.map(({ path, bytes }) => ({ file: join(folder, path), bytes })),
  );
}
