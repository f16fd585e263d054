/**
 * Writing into what is there, the one way for every file of this program.
 *
 * A plain file is written beside itself first. At the end it takes its own place, with the mode and the owner that
 * it had, so that an interruption leaves the old one whole. A link stays a link: what it leads to is written. A file
 * with several names, or of an owner that cannot be given, is written into; a device or a pipe as well, and at once.
 */
import { rmdirSync, rmSync, type Stats } from 'node:fs';
import { chmod, chown, lstat, mkdir, readlink, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { removeLeftovers } from '../../node/stop.ts';
import type { SetFile } from './set-file.ts';

export interface Staged {
  /** Null for what is no plain file: `through` writes it. */
  readonly entry: SetFile | null;
  readonly through: () => Promise<void>;
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
const OWNER_ALONE = 0o600;
const RUN = 0o111;

/** Rejects where the file cannot be written; nothing has changed then. */
export async function stageFile(named: string, content: FileContent): Promise<Staged> {
  const place = resolve(await placeOf(named));
  const removeFolders = await makeFolder(dirname(place));
  const beside = `${place}.${process.pid}.part`;
  const discard = () => {
    rmSync(beside, { force: true });
    removeFolders();
  };
  try {
    const there = await stat(place).catch(() => null);
    // Taking the name of a folder would fail when other files have already taken theirs.
    if (there?.isDirectory() === true) throw new Error(`${place} is a folder`);
    if (there?.isFile() === false)
      return { entry: null, through: () => writeFile(place, content.bytes), discard };
    await removeLeftovers(place);
    const entry = await stageBeside({ place, beside, there }, content);
    return { entry, through: () => Promise.resolve(), discard };
  } catch (error) {
    discard();
    throw error;
  }
}

interface Beside {
  readonly place: string;
  readonly beside: string;
  readonly there: Stats | null;
}

async function stageBeside({ place, beside, there }: Beside, content: FileContent): Promise<SetFile> {
  const { bytes, mode } = content;
  await rm(beside, { force: true });
  // What others could not read before, they cannot read on the way either.
  await writeFile(beside, bytes, { mode: there === null ? (mode ?? NEW_FILE) : OWNER_ALONE });
  const replaces = there === null || (there.nlink === 1 && (await isLike(beside, there, mode)));
  if (content.executable === true && replaces) await chmod(beside, (await stat(beside)).mode | RUN);
  const before = there === null ? null : { size: there.size, modified: there.mtimeMs };
  return {
    place,
    beside,
    old: beside.replace(/part$/, 'old'),
    before,
    how: replaces ? 'replace' : 'overwrite',
  };
}

/** Makes a folder; what comes back removes what was made of it and is still empty. */
async function makeFolder(folder: string): Promise<() => void> {
  const first = await mkdir(folder, { recursive: true });
  return () => {
    if (first === undefined) return;
    for (let made = folder; made.length >= first.length; made = dirname(made)) {
      try {
        rmdirSync(made);
      } catch {
        return;
      }
    }
  };
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
