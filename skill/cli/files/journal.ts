/**
 * The record of a set of files that is about to take its places. It lies in the person's own folder, so that the
 * next command can finish what a killed one began; it is gone once the set is whole.
 */
import { randomUUID } from 'node:crypto';
import { renameSync, rmdirSync, rmSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { configurationFolder, isRunning, systemCode } from '../../node/stop.ts';
import { type SetFile, setFileSchema } from './set-file.ts';

const OWNER_ALONE = 0o600;
const OWNER_FOLDER = 0o700;
/** Places are taken in milliseconds: a record that is older was left, whatever process has its number by now. */
const LEFT_MS = 60_000;

const journalSchema = z.strictObject({
  format: z.literal(1),
  process: z.number(),
  machine: z.string(),
  files: z.array(setFileSchema),
});

export interface Journal {
  readonly file: string;
  readonly files: readonly SetFile[];
}

const journalFolder = (): string => join(configurationFolder(), 'unfinished');

/**
 * Keeps the record; what comes back removes it. Null where this machine lets us keep none: the set is then written
 * all the same. Rejects where the disk is full.
 */
export async function keepJournal(files: readonly SetFile[]): Promise<(() => void) | null> {
  const folder = journalFolder();
  const file = join(folder, `${randomUUID()}.json`);
  const beside = `${file}.${process.pid}.part`;
  const record = { format: 1, process: process.pid, machine: hostname(), files };
  try {
    await mkdir(folder, { recursive: true, mode: OWNER_FOLDER });
  } catch (error) {
    if (isFull(error)) throw error;
    return null;
  }
  try {
    await writeFile(beside, `${JSON.stringify(record)}\n`, { mode: OWNER_ALONE });
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    if (isFull(error)) throw error;
    return null;
  }
  return () => dropJournal(file);
}

function isFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes(systemCode(error) ?? '');
}

export function dropJournal(file: string): void {
  rmSync(file, { force: true });
  dropEmptyFolder();
}

function dropEmptyFolder(): void {
  try {
    rmdirSync(journalFolder());
  } catch {
    // Another process has its own record there.
  }
}

/** The records of runs that have ended before their set was whole. */
export async function leftJournals(): Promise<Journal[]> {
  const folder = journalFolder();
  const names = await readdir(folder).catch(() => null);
  if (names === null) return [];
  const left: Journal[] = [];
  for (const name of names.toSorted()) {
    const found = await leftAt(join(folder, name)).catch(() => null);
    if (found !== null) left.push(found);
  }
  if (left.length === 0) dropEmptyFolder();
  return left;
}

async function leftAt(file: string): Promise<Journal | null> {
  const age = Math.abs(Date.now() - (await stat(file)).mtimeMs);
  // A record that was never finished: its set has not begun.
  const begun = /\.(\d+)\.part$/.exec(file);
  if (begun !== null) {
    if (age > LEFT_MS || !isRunning(Number(begun[1]))) rmSync(file, { force: true });
    return null;
  }
  const read = journalSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!read.success) return null;
  const { process: pid, machine, files } = read.data;
  const isAtWork = machine === hostname() ? isRunning(pid) : true;
  return isAtWork && age < LEFT_MS ? null : { file, files };
}
