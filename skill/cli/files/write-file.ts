import { ExitCode, Stop } from '../../node/stop.ts';
import { dropOld, type SetFile, giveBack, keepOld, take } from './set-file.ts';
import { fileFailure } from './file-failure.ts';
import { finishSets } from './finish-sets.ts';
import { keepJournal } from './journal.ts';
import { stageFile, type Staged } from './stage-file.ts';

/** Signals that end a program, with the exit code that each gives. */
const ENDING = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const;

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
 * its name. An interruption before that leaves the old files as they were; one after that is finished by the next
 * command.
 *
 * @param what Named in the sentence where it cannot be done.
 */
export async function writeAll(what: string, files: readonly WrittenFile[]): Promise<void> {
  const staged: Staged[] = [];
  const discard = () => {
    for (const one of staged.toReversed()) one.discard();
  };
  const heard = ENDING.map(([signal, code]) => {
    const end = () => {
      discard();
      process.exit(code);
    };
    return { signal, end };
  });
  for (const { signal, end } of heard) process.once(signal, end);
  try {
    await finishSets();
    for (const { file, ...content } of files) staged.push(await stageFile(file, content));
    // What cannot be taken back, such as a pipe, comes first: nothing else has changed if it fails.
    for (const { through } of staged) await through();
    await takePlaces(staged.flatMap(({ entry }) => (entry === null ? [] : [entry])));
  } catch (error) {
    if (error instanceof Unfinished) throw new Stop(ExitCode.badInput, `${what} ${error.message}`);
    discard();
    throw new Stop(ExitCode.badInput, `${what} cannot be written: ${fileFailure(error)}.`);
  } finally {
    for (const { signal, end } of heard) process.off(signal, end);
  }
}

/** Neither could the new bytes take their places nor the old ones come back: both are kept for the next command. */
class Unfinished extends Error {
  constructor(cause: unknown) {
    super(`is written in part only: ${fileFailure(cause)}. The next command finishes it.`);
  }
}

async function takePlaces(entries: readonly SetFile[]): Promise<void> {
  const [first, ...more] = entries;
  if (first === undefined) return;
  if (more.length === 0 && first.how === 'replace') return take(first);
  const drop = await keepJournal(entries);
  try {
    takeTogether(entries);
  } catch (error) {
    if (!(error instanceof Unfinished)) drop?.();
    throw error;
  }
  drop?.();
}

/** At once: between two files of a set, nothing else of this process gets a turn. */
function takeTogether(entries: readonly SetFile[]): void {
  const begun: SetFile[] = [];
  try {
    for (const entry of entries) keepOld(entry);
    for (const entry of entries) {
      // One that is written into can fail half-way, and then needs its old bytes too.
      if (entry.how === 'overwrite') begun.push(entry);
      take(entry);
      if (entry.how === 'replace') begun.push(entry);
    }
  } catch (error) {
    giveAllBack(begun);
    for (const entry of entries) dropOld(entry);
    throw error;
  }
  for (const entry of entries) dropOld(entry);
}

function giveAllBack(begun: readonly SetFile[]): void {
  try {
    for (const entry of begun.toReversed()) giveBack(entry);
  } catch (error) {
    throw new Unfinished(error);
  }
}
