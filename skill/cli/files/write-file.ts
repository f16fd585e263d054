import { rmSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ExitCode, Stop } from '../../node/stop.ts';
import { fileFailure } from './file-failure.ts';

/** The exit code of a program that Ctrl-C ended. */
const INTERRUPTED = 130;

/** For what names people: read and write for the owner, nothing for anybody else. */
export const OWNER_ONLY = 0o600;

/** Writes a file whole or not at all: an interruption leaves the old file as it was. */
export async function writeWhole(
  file: string,
  content: string | Uint8Array,
  mode: number = 0o666,
): Promise<void> {
  const beside = `${file}.${process.pid}.part`;
  const interrupted = () => {
    rmSync(beside, { force: true });
    process.exit(INTERRUPTED);
  };
  process.once('SIGINT', interrupted);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(beside, content, { mode });
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {});
    throw new Stop(ExitCode.badInput, `${file} cannot be written: ${fileFailure(error)}.`);
  } finally {
    process.off('SIGINT', interrupted);
  }
}
