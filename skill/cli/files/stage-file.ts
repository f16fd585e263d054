/**
 * Writing into what is there, the one way for every file of this program.
 *
 * A plain file is written beside itself and takes its own place at the end, with the mode and the owner that it
 * had, so that an interruption leaves the old one whole. A link stays a link: what it leads to is written. What is
 * no plain file, such as a device, a pipe or a file with several names, is written into and never replaced.
 */
import { renameSync, rmSync, type Stats } from 'node:fs';
import {
  chmod,
  chown,
  lstat,
  mkdir,
  readdir,
  readlink,
  realpath,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { isRunning } from '../../node/stop.ts';

export interface Staged {
  /** Gives the bytes their place. */
  readonly take: () => Promise<void> | void;
  /** Leaves everything as it was; also while a signal ends the program. */
  readonly discard: () => void;
}

export interface FileContent {
  readonly bytes: string | Uint8Array;
  /** Widest mode that it may have; what is there stays narrower where it is. */
  readonly mode?: number;
  /** Whether everybody who may read it may also run it. */
  readonly executable?: boolean;
}

const NEW_FILE = 0o666;
const RUN = 0o111;

/** Rejects where the file cannot be written; nothing has changed then. */
export async function stageFile(named: string, content: FileContent): Promise<Staged> {
  const { bytes, mode } = content;
  const file = await placeOf(named);
  await mkdir(dirname(file), { recursive: true });
  const there = await stat(file).catch(() => null);
  // Taking the name of a folder would fail when other files have already taken theirs.
  if (there?.isDirectory() === true) throw new Error(`${file} is a folder`);
  if (there !== null && !(there.isFile() && there.nlink === 1)) return writtenThrough(file, bytes);
  await removeLeftovers(file);
  const beside = `${file}.${process.pid}.part`;
  const discard = () => rmSync(beside, { force: true });
  try {
    await writeFile(beside, bytes, { mode: mode ?? NEW_FILE });
    if (there !== null && !(await isLike(beside, there, mode))) {
      await rm(beside, { force: true });
      return writtenThrough(file, bytes);
    }
    if (content.executable === true) await chmod(beside, (await stat(beside)).mode | RUN);
  } catch (error) {
    discard();
    throw error;
  }
  // At once: between two files of a set, nothing else gets a turn.
  return { take: () => renameSync(beside, file), discard };
}

/** What a run that was killed has left beside the file. */
async function removeLeftovers(file: string): Promise<void> {
  const name = `${basename(file)}.`;
  const there = await readdir(dirname(file)).catch(() => []);
  for (const left of there.filter((one) => one.startsWith(name) && one.endsWith('.part'))) {
    const pid = left.slice(name.length, -'.part'.length);
    if (/^\d+$/.test(pid) && !isRunning(Number(pid))) await rm(join(dirname(file), left), { force: true });
  }
}

/** The owner can only be given by an administrator: who cannot give it writes into the file instead. */
async function isLike(beside: string, there: Stats, mode: number | undefined): Promise<boolean> {
  const now = await stat(beside);
  if (now.uid !== there.uid || now.gid !== there.gid) {
    const given = await chown(beside, there.uid, there.gid).then(
      () => true,
      () => false,
    );
    if (!given) return false;
  }
  // After the owner, because giving it takes bits of the mode away.
  await chmod(beside, there.mode & 0o7777 & (mode ?? 0o7777));
  return true;
}

function writtenThrough(file: string, bytes: string | Uint8Array): Staged {
  return { take: () => writeFile(file, bytes), discard: () => {} };
}

/** Links in a row beyond this are a circle. */
const MOST_LINKS = 40;

/** Where a name leads, also where the end of it is not there yet. */
async function placeOf(named: string, links = 0): Promise<string> {
  const found = await lstat(named).catch(() => null);
  if (found?.isSymbolicLink() !== true) return named;
  const real = await realpath(named).catch(() => null);
  if (real !== null && (await lstat(real).catch(() => null)) !== null) return real;
  // Names such as /dev/stdout lead to what has no path of its own: the system opens those.
  if ((await stat(named).catch(() => null)) !== null) return named;
  if (links === MOST_LINKS) return named;
  return placeOf(resolve(dirname(named), await readlink(named)), links + 1);
}
