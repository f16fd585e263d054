/**
 * Commands on a disk that fails at each step of their writing: what lies there afterwards, file by file.
 *
 * Every file must be the old one or the new one, none may be lost, and a set must be the old one or the new one. Where
 * a kill falls between two files of a set, that holds once any next command has run.
 */
import { spawn } from 'node:child_process';
import { cp, link, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
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
  /** A file that gets a second name first, so that it has to be written into. */
  readonly secondNameOf?: string;
}

/** `busy`: another program holds the file whose place is to be taken. */
export type Fault = 'kill' | 'full' | 'busy';

export interface Interrupted {
  readonly step: number;
  /** Null where the process was killed. */
  readonly code: number | null;
  /** Neither the old nor the new bytes. */
  readonly half: readonly string[];
  readonly lost: readonly string[];
  /** Some files are new and others old, also after the next command. */
  readonly mixed: boolean;
  /** They were, and the next command made the set whole. */
  readonly finished: boolean;
  readonly leftovers: readonly string[];
  readonly err: string;
}

type Files = ReadonlyMap<string, string>;

async function filesIn(folder: string): Promise<Map<string, string>> {
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

interface Place {
  readonly folder: string;
  /** Stands for the person's own folder. */
  readonly home: string;
}

const SECOND_NAME = 'second-name';

/** A copy of the folder in which the command has run, faults and all. */
async function after(writing: Writing, env: Record<string, string>) {
  const place: Place = {
    folder: await mkdtemp(join(tmpdir(), 'interrupted-')),
    home: await mkdtemp(join(tmpdir(), 'home-')),
  };
  await cp(writing.before, place.folder, { recursive: true });
  const { secondNameOf } = writing;
  if (secondNameOf !== undefined)
    await link(join(place.folder, secondNameOf), join(place.folder, SECOND_NAME));
  const ended = await run(writing, place.folder, { SAAS_RATIONALIZATION_CONFIG: place.home, ...env });
  return { ...ended, files: await filesIn(place.folder), place };
}

async function removePlace({ folder, home }: Place): Promise<void> {
  await rm(folder, { recursive: true });
  await rm(home, { recursive: true });
}

/** Any command at all, in the same home. */
async function afterNextCommand({ folder, home }: Place): Promise<Files> {
  const next: Writing = { name: 'next', before: folder, args: () => ['completion', 'bash'] };
  const { code, err } = await run(next, folder, { SAAS_RATIONALIZATION_CONFIG: home });
  if (code !== 0) throw new Error(`The next command ended with ${code}: ${err}`);
  const kept = await readdir(home);
  if (kept.length > 0) throw new Error(`The next command has left ${kept.join(', ')}.`);
  return filesIn(folder);
}

export interface Steps {
  readonly steps: number;
  readonly old: Files;
  readonly made: Files;
}

/** Runs the command once on a good disk, and counts its steps. */
export async function stepsOf(writing: Writing): Promise<Steps> {
  const counted = join(await mkdtemp(join(tmpdir(), 'steps-')), 'count');
  const { code, err, files, place } = await after(writing, { FAULT_COUNT: counted });
  if (code !== 0) throw new Error(`${writing.name} ended with ${code}: ${err}`);
  await removePlace(place);
  const old = await filesIn(writing.before);
  const twice = old.get(writing.secondNameOf ?? '');
  if (twice !== undefined) old.set(SECOND_NAME, twice);
  return { steps: Number(await readFile(counted, 'utf8')), old, made: files };
}

const isLeftover = (name: string): boolean => /\.(?:part|old|trial)$/.test(name);

export async function interrupted(
  writing: Writing,
  steps: Steps,
  step: number,
  fault: Fault,
): Promise<Interrupted> {
  const env = { FAULT: fault, FAULT_AT: String(step) };
  const { code, err, files, place } = await after(writing, env);
  const first = judge(files, steps);
  const isUnfinished = first.mixed || (await readdir(place.home)).length > 0;
  const last = isUnfinished ? judge(await afterNextCommand(place), steps) : first;
  // What is written into can be found half-way by those who look before the next command.
  const half = writing.secondNameOf === undefined ? [...first.half, ...last.half] : last.half;
  await removePlace(place);
  return {
    step,
    code,
    err,
    half,
    lost: [...first.lost, ...last.lost],
    mixed: last.mixed,
    finished: (first.mixed || first.half.length > 0) && !last.mixed && last.half.length === 0,
    leftovers: last.leftovers,
  };
}

function judge(files: Files, { old, made }: Steps) {
  const names = [...files.keys()].filter((name) => !isLeftover(name));
  const changed = [...made.keys()].filter((name) => old.get(name) !== made.get(name));
  const isNew = changed.filter((name) => files.get(name) === made.get(name));
  return {
    half: names.filter((name) => ![old.get(name), made.get(name)].includes(files.get(name))),
    lost: [...old.keys()].filter((name) => !files.has(name)),
    mixed: isNew.length > 0 && isNew.length < changed.length,
    leftovers: [...files.keys()].filter(isLeftover),
  };
}
