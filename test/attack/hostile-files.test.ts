/** Files that somebody else made: links that lead nowhere, values without end, snapshots that contradict themselves. */
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import { command, plain } from '../cli/command.ts';
import { savedResults } from '../cli/saved-results.ts';
import { folder } from '../cli/served.ts';

const asOf = '2026-11-22';
let records = '';

async function totalsOf(path: string): Promise<unknown> {
  const ended = await command('report', '--records', path, '--as-of', asOf, '--format', 'json');
  expect(ended.code, ended.err).toBe(0);
  return (JSON.parse(ended.out) as { totals: unknown }).totals;
}

beforeEach(async () => {
  records = await savedResults();
});

describe('a folder of records', () => {
  it('names the links that lead nowhere or in a circle, and reads the rest', async () => {
    const path = await savedResults();
    await symlink('nowhere.json', join(path, 'broken.json'));
    await symlink('.', join(path, 'loop'));
    await symlink('two', join(path, 'one'));
    await symlink('one', join(path, 'two'));
    const ended = await command('report', '--records', path, '--as-of', asOf, '--format', 'json');
    expect(ended.code).toBe(0);
    for (const name of ['broken.json', 'loop', 'one', 'two']) expect(ended.err).toContain(`${name}: `);
    expect(plain(ended.err)).toContain('its links lead in a circle');
    expect((JSON.parse(ended.out) as { totals: unknown }).totals).toEqual(await totalsOf(records));
  });

  it('is read through a link once, however often it is linked', async () => {
    const path = await folder();
    await symlink(records, join(path, 'one'));
    await symlink(records, join(path, 'two'));
    expect(await totalsOf(path)).toEqual(await totalsOf(records));
  });

  it('may hold a text of 50 MB and a value of 100,000 levels beside the results', async () => {
    const path = await savedResults();
    await writeFile(join(path, 'long.json'), JSON.stringify('x'.repeat(50_000_000)));
    await writeFile(join(path, 'deep.json'), deep('list'));
    await writeFile(join(path, 'deeper.json'), deep('object'));
    const ended = await command('report', '--records', path, '--as-of', asOf, '--format', 'json');
    expect(ended.code).toBe(0);
    for (const name of ['long.json', 'deep.json', 'deeper.json']) expect(ended.err).toContain(`${name}: `);
  });
});

const LEVELS = 100_000;

function deep(form: 'list' | 'object'): string {
  return form === 'list'
    ? '['.repeat(LEVELS) + ']'.repeat(LEVELS)
    : '{"a":'.repeat(LEVELS) + '1' + '}'.repeat(LEVELS);
}

/** A file that is right but for one value without end, where it has room for any. */
async function deepWithin(json: object, key: string): Promise<string> {
  const file = join(await folder(), 'file.json');
  const marked = JSON.stringify({ ...json, [key]: 'DEEP' });
  await writeFile(file, marked.replace('"DEEP"', deep('list')));
  return file;
}

const read = () => ['--records', records, '--as-of', asOf];

describe.each(['alone', 'within'] as const)('a value of 100,000 levels, %s in the file', (place) => {
  const fileOf = async (json: object, key: string): Promise<string> => {
    if (place === 'within') return deepWithin(json, key);
    const file = join(await folder(), 'file.json');
    await writeFile(file, deep('object'));
    return file;
  };
  const cases: Record<string, () => Promise<readonly string[]>> = {
    'a mapping': async () => ['report', ...read(), '--mapping', await fileOf(demoMapping(asOf), 'exempt')],
    'a mapping that is checked': async () => ['mapping', 'check', await fileOf(demoMapping(asOf), 'fields')],
    'a plan': async () => ['report', ...read(), '--plan', await fileOf(plan, 'decisions')],
    'a snapshot': async () => ['report', '--as-of', asOf, '--input', await fileOf(await snapshot(), 'apps')],
    'the run before': async () => ['digest', ...read(), '--previous', await fileOf(await snapshot(), 'apps')],
    'a configuration': async () => {
      const config = await fileOf({ mcpServers: {} }, 'other');
      return ['setup', 'desktop', '--dir', await folder(), '--config', config, '--yes'];
    },
  };

  it.each(Object.entries(cases))('%s is refused with a sentence', async (_, args) => {
    const ended = await command(...(await args()));
    expect(ended.code, ended.err).toBe(2);
    expect(ended.err).toContain('file.json');
    expect(ended.err).not.toMatch(/RangeError|our fault|\n\s+at /);
  });
});

const plan = { schemaVersion: 1, tenant: 'T', currency: 'USD', decisions: [], edits: [] };

async function snapshot(): Promise<Record<string, unknown>> {
  const file = join(await folder(), 'snapshot.json');
  await mkdir(join(file, '..'), { recursive: true });
  await command('report', '--records', records, '--as-of', asOf, '--save-snapshot', file);
  return JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
}

async function reportOn(change: Record<string, unknown>) {
  const file = join(await folder(), 'changed.json');
  await writeFile(file, JSON.stringify({ ...(await snapshot()), ...change }));
  return command('report', '--input', file, '--as-of', asOf, '--format', 'json');
}

describe('a snapshot', () => {
  it('is used as it was taken', async () => {
    const ended = await reportOn({});
    expect(ended.code, ended.err).toBe(0);
    expect((JSON.parse(ended.out) as { totals: unknown }).totals).toEqual(await totalsOf(records));
  });

  it.each(['9999-99-99', 'yesterday', ''])('of the time "%s" is refused', async (fetchedAt) => {
    const ended = await reportOn({ fetchedAt });
    expect(ended.code).toBe(2);
    expect(plain(ended.err)).toContain(`fetchedAt: "${fetchedAt}" is no date and time`);
  });

  it('from the future is used, and said to be', async () => {
    const ended = await reportOn({ fetchedAt: '2999-01-01T00:00:00.000Z' });
    expect(ended.code, ended.err).toBe(0);
    expect(plain(ended.err)).toContain('2999-01-01T00:00:00.000Z, which is in the future');
  });

  it('that lacks rows which it counts is refused', async () => {
    const { apps } = (await snapshot()) as { apps: unknown[] };
    const ended = await reportOn({ apps: apps.slice(1) });
    expect(ended.code).toBe(2);
    expect(plain(ended.err)).toContain(
      `It says that ${apps.length} rows of apps were read, but the file holds ${apps.length - 1}`,
    );
  });
});
