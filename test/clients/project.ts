/** A folder for one test with files in it, gone when the test is over. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { PackedFile } from '../../skill/surfaces/base/packed-file.ts';

export async function project(files: readonly PackedFile[] = []): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'claude-project-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await put(folder, files);
  return folder;
}

export async function put(folder: string, files: readonly PackedFile[]): Promise<void> {
  // Two writes of one path at the same time would mix: of files with the same path, the last counts.
  const last = new Map(files.map((file) => [file.path, file]));
  await Promise.all(
    [...last.values()].map(async ({ path, bytes, executable = false }) => {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes, { mode: executable ? 0o755 : 0o644 });
    }),
  );
}
