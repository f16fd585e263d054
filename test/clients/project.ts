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
  await Promise.all(
    files.map(async ({ path, bytes, executable = false }) => {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), bytes, { mode: executable ? 0o755 : 0o644 });
    }),
  );
}
