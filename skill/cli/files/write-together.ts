import { rmSync } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PackedFile } from '../../surfaces/packed-files.ts';
import { ExitCode, Stop } from '../../node/stop.ts';
import { fileFailure } from './file-failure.ts';

/** The exit code of a program that Ctrl-C ended. */
const INTERRUPTED = 130;

interface Staged {
  readonly file: string;
  /** Where the bytes wait until every file is ready. */
  readonly beside: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes files into a folder, all of them or none: every byte is on the disk beside its place before the
 * first file takes its name. An interruption before that leaves the old files as they were.
 */
export async function writeTogether(folder: string, files: readonly PackedFile[]): Promise<void> {
  const staged = files.map(({ path, bytes }) => {
    const file = join(folder, path);
    return { file, bytes, beside: `${file}.${process.pid}.part` };
  });
  const interrupted = () => {
    for (const { beside } of staged) rmSync(beside, { force: true });
    process.exit(INTERRUPTED);
  };
  process.once('SIGINT', interrupted);
  try {
    for (const entry of staged) await stage(entry);
    for (const { file, beside } of staged) await rename(beside, file);
  } catch (error) {
    for (const { beside } of staged) await rm(beside, { force: true }).catch(() => {});
    throw new Stop(ExitCode.badInput, `${folder} cannot be written: ${fileFailure(error)}.`);
  } finally {
    process.off('SIGINT', interrupted);
  }
}

async function stage({ file, beside, bytes }: Staged): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const there = await stat(file).catch(() => null);
  // Taking the name of a folder would fail when other files have already taken theirs.
  if (there?.isDirectory() === true) throw new Error(`${file} is a folder`);
  await writeFile(beside, bytes);
}
