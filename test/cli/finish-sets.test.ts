/** A set of files that a killed command has left half taken: what the next command makes of it, and what it never does. */
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { finishSets } from '../../skill/cli/files/finish-sets.ts';
import { writeAll } from '../../skill/cli/files/write-file.ts';
import { command } from './command.ts';
import { folder } from './served.ts';

/** No process has this number. */
const GONE = 2 ** 22 + 1;

let home: string;
let set: string;

beforeEach(async () => {
  home = await folder();
  set = await folder();
  vi.stubEnv('SAAS_RATIONALIZATION_CONFIG', home);
  return () => vi.unstubAllEnvs();
});

const read = (name: string): Promise<string> => readFile(join(set, name), 'utf8');

/** A file with new bytes beside it, as it lies before its place is taken. */
async function staged(name: string, before: string | null): Promise<Record<string, unknown>> {
  const place = join(set, name);
  if (before !== null) await writeFile(place, before);
  await writeFile(`${place}.${GONE}.part`, 'new');
  const found = before === null ? null : await stat(place);
  return {
    place,
    beside: `${place}.${GONE}.part`,
    old: `${place}.${GONE}.old`,
    before: found === null ? null : { size: found.size, modified: found.mtimeMs },
    how: 'replace',
  };
}

async function left(files: readonly unknown[], more: object = {}): Promise<string> {
  const file = join(home, 'unfinished', 'one.json');
  await mkdir(join(home, 'unfinished'), { recursive: true });
  await writeFile(file, JSON.stringify({ format: 1, process: GONE, machine: hostname(), files, ...more }));
  return file;
}

describe('a set that was cut off', () => {
  it('is finished by any command, which says so beside its result', async () => {
    const files = [await staged('a', 'old'), await staged('b', 'old'), await staged('c', null)];
    await writeFile(join(set, 'a'), 'new');
    await writeFile(join(set, `a.${GONE}.old`), 'old');
    await rm(join(set, `a.${GONE}.part`));
    await left(files);
    const { code, out, err } = await command('completion', 'bash');
    expect([code, err]).toEqual([0, expect.stringContaining('they are finished now.')]);
    expect(out).not.toContain('finished now');
    expect([await read('a'), await read('b'), await read('c')]).toEqual(['new', 'new', 'new']);
    expect((await readdir(set)).toSorted()).toEqual(['a', 'b', 'c']);
    expect(await readdir(home)).toEqual([]);
    expect((await command('completion', 'bash')).err).toBe('');
  });

  it('leaves a file alone that somebody has changed since', async () => {
    const files = [await staged('a', 'old'), await staged('b', 'old'), await staged('c', null)];
    await writeFile(join(set, 'a'), 'by hand');
    await writeFile(join(set, 'c'), 'by hand');
    await left(files);
    const { err } = await command('completion', 'bash');
    expect(err).toContain(`${join(set, 'a')}, ${join(set, 'c')} had been changed since`);
    expect([await read('a'), await read('b'), await read('c')]).toEqual(['by hand', 'new', 'by hand']);
    expect((await readdir(set)).toSorted()).toEqual(['a', 'b', 'c']);
  });

  it.each([
    ['of a process that is at work', { process: process.pid }, false],
    ['of another machine, a moment ago', { machine: 'elsewhere' }, false],
    ['of a process that is at work, but a minute old', { process: process.pid }, true],
    ['of another machine, a minute ago', { machine: 'elsewhere' }, true],
  ])('%s', async (_, more, isOld) => {
    const file = await left([await staged('a', 'old')], more);
    const past = new Date(Date.now() - 61_000);
    if (isOld) await utimes(file, past, past);
    await finishSets();
    expect(await read('a')).toBe(isOld ? 'new' : 'old');
  });

  it.each([
    ['a place that is not beside', (entry: object) => ({ ...entry, place: join(set, 'elsewhere') })],
    ['another ending', (entry: object) => ({ ...entry, beside: join(set, 'a.1.sh') })],
    ['a folder in the name', (entry: object) => ({ ...entry, old: join(set, 'a.1/../../x.old') })],
    ['another format', (entry: object) => ({ ...entry, how: 'delete' })],
  ])('moves nothing where the record names %s', async (_, change) => {
    await left([change(await staged('a', 'old'))]);
    await finishSets();
    expect(await read('a')).toBe('old');
  });

  it('does not keep a command from working where the record cannot be read, or its disk is gone', async () => {
    await left([]);
    await writeFile(join(home, 'unfinished', 'two.json'), '{');
    await mkdir(join(home, 'unfinished', 'three.json'));
    await left([{ ...(await staged('a', 'old')), how: 'replace' }]);
    expect((await command('completion', 'bash')).code).toBe(0);
    expect(await read('a')).toBe('new');
  });
});

describe('a set that is written', () => {
  it('leaves no record behind', async () => {
    await writeAll(set, [
      { file: join(set, 'a'), bytes: 'new' },
      { file: join(set, 'deep/er/b'), bytes: 'new' },
    ]);
    expect(await readdir(home)).toEqual([]);
    expect((await readdir(set)).toSorted()).toEqual(['a', 'deep']);
  });

  it('is written without a record where this account may keep none', async () => {
    vi.stubEnv('SAAS_RATIONALIZATION_CONFIG', join(set, 'a-file'));
    await writeFile(join(set, 'a-file'), '');
    await writeAll(
      set,
      ['a', 'b'].map((name) => ({ file: join(set, name), bytes: 'new' })),
    );
    expect([await read('a'), await read('b')]).toEqual(['new', 'new']);
  });

  it('removes the folders that it made where it cannot be written', async () => {
    await mkdir(join(set, 'b'));
    const files = [join(set, 'deep/er/a'), join(set, 'b')].map((file) => ({ file, bytes: 'new' }));
    await expect(writeAll(set, files)).rejects.toThrow('is a folder');
    expect(await readdir(set)).toEqual(['b']);
  });
});
