/**
 * Commands on a disk that fails at each step of their writing: what lies there afterwards, file by file.
 *
 * Every file must be the old one or the new one, none may be lost, and a set must be the old one or the new one.
 */
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const disk = join(import.meta.dirname, 'faulty-disk.mjs');
const cli = join(import.meta.dirname, '..', '..', 'dist', 'cli.mjs');

export interface Writing {
  readonly name: string;
  /** A folder as it is before the command runs. */
  readonly before: string;
  /** Arguments of the command that writes into that folder, or a copy of it. */
  readonly args: (folder: string) => readonly string[];
  /** Runs a script instead of the command line. */
  readonly script?: string;
}

export type Fault = 'kill' | 'full';

export interface Interrupted {
  readonly step: number;
  /** Null where the process was killed. */
  readonly code: number | null;
  /** Neither the old nor the new bytes. */
  readonly half: readonly string[];
  readonly lost: readonly string[];
  /** Some files are new and others old. */
  readonly mixed: boolean;
  readonly leftovers: readonly string[];
  readonly err: string;
}

type Files = ReadonlyMap<string, string>;

async function filesIn(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const read = files.map(async (entry): Promise<[string, string]> => {
    const path = join(entry.parentPath, entry.name);
    return [relative(folder, path), (await readFile(path)).toString('base64')];
  });
  return new Map(await Promise.all(read));
}

interface Run {
  readonly code: number | null;
  readonly err: string;
}

function run({ args, script }: Writing, folder: string, env: Record<string, string>): Promise<Run> {
  const program = script === undefined ? [cli] : ['--import', 'tsx', script];
  const child = spawn(process.execPath, ['--import', disk, ...program, ...args(folder)], {
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let err = '';
  child.stderr.on('data', (part: Buffer) => (err += part.toString()));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, err })));
}

/** A copy of the folder in which the command has run, faults and all. */
async function after(writing: Writing, env: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'interrupted-'));
  await cp(writing.before, folder, { recursive: true });
  const ended = await run(writing, folder, env);
  const files = await filesIn(folder);
  return { ...ended, files, folder };
}

export interface Steps {
  readonly steps: number;
  readonly old: Files;
  readonly made: Files;
}

/** Runs the command once on a good disk, and counts its steps. */
export async function stepsOf(writing: Writing): Promise<Steps> {
  const counted = join(await mkdtemp(join(tmpdir(), 'steps-')), 'count');
  const { code, err, files, folder } = await after(writing, { FAULT_COUNT: counted });
  if (code !== 0) throw new Error(`${writing.name} ended with ${code}: ${err}`);
  await rm(folder, { recursive: true });
  return { steps: Number(await readFile(counted, 'utf8')), old: await filesIn(writing.before), made: files };
}

const isLeftover = (name: string): boolean => name.endsWith('.part') || name.endsWith('.trial');

export async function interrupted(
  writing: Writing,
  { old, made }: Steps,
  step: number,
  fault: Fault,
): Promise<Interrupted> {
  const { code, err, files, folder } = await after(writing, { FAULT: fault, FAULT_AT: String(step) });
  await rm(folder, { recursive: true });
  const names = [...files.keys()].filter((name) => !isLeftover(name));
  const changed = [...made.keys()].filter((name) => old.get(name) !== made.get(name));
  const isNew = changed.filter((name) => files.get(name) === made.get(name));
  return {
    step,
    code,
    err,
    half: names.filter((name) => ![old.get(name), made.get(name)].includes(files.get(name))),
    lost: [...old.keys()].filter((name) => !files.has(name)),
    mixed: isNew.length > 0 && isNew.length < changed.length,
    leftovers: [...files.keys()].filter(isLeftover),
  };
}
