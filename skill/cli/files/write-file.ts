import { ExitCode, Stop } from '../../node/stop.ts';
import { fileFailure } from './file-failure.ts';
import { stageFile, type Staged } from './stage-file.ts';

/** The exit code of a program that Ctrl-C ended. */
const INTERRUPTED = 130;

/** For what names people: read and write for the owner, nothing for anybody else. */
export const OWNER_ONLY = 0o600;

/** Writes a file whole or not at all: an interruption leaves the old file as it was. */
export async function writeWhole(file: string, bytes: string | Uint8Array, mode?: number): Promise<void> {
  await writeAll(file, [{ file, bytes, ...(mode !== undefined && { mode }) }]);
}

export interface WrittenFile {
  readonly file: string;
  readonly bytes: string | Uint8Array;
  readonly mode?: number;
  readonly executable?: boolean;
}

/**
 * Writes files, all of them or none: every byte is on the disk beside its place before the first file takes
 * its name. An interruption before that leaves the old files as they were.
 *
 * @param what Named in the sentence where it cannot be done.
 */
export async function writeAll(what: string, files: readonly WrittenFile[]): Promise<void> {
  const staged: Staged[] = [];
  const interrupted = () => {
    for (const { discard } of staged) discard();
    process.exit(INTERRUPTED);
  };
  process.once('SIGINT', interrupted);
  try {
    for (const { file, ...content } of files) staged.push(await stageFile(file, content));
    for (const { take } of staged) {
      const taken = take();
      if (taken !== undefined) await taken;
    }
  } catch (error) {
    for (const { discard } of staged) discard();
    throw new Stop(ExitCode.badInput, `${what} cannot be written: ${fileFailure(error)}.`);
  } finally {
    process.off('SIGINT', interrupted);
  }
}
