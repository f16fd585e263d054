/** Every command that writes, each with a folder in which its old files lie. */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import { createTorii } from '../../mocks/torii/torii.ts';
import { asOf } from './attacked-reading.ts';
import { stepsOf, type Writing } from './interrupted-writes.ts';

async function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'writing-'));
}

/** Saved results of the small demo tenant; outside the folder that is written into. */
async function savedRecords(): Promise<string> {
  const torii = createTorii(createTenant({ size: 'small', asOf }));
  const folder = await newFolder();
  for (const tool of ['list_apps', 'list_contracts']) {
    // oxlint-disable-next-line no-await-in-loop -- two files
    const result = await torii.call(tool, { includeLicenses: true });
    // oxlint-disable-next-line no-await-in-loop
    await writeFile(join(folder, `${tool}.json`), result.content[0]?.text ?? '');
  }
  return folder;
}

async function oldFile(name: string, text: string): Promise<string> {
  const folder = await newFolder();
  await mkdir(join(folder, 'kept'), { recursive: true });
  await writeFile(join(folder, name), text);
  return folder;
}

/** A folder in which a command has run before, with other inputs. */
async function ranBefore(writing: Omit<Writing, 'name' | 'before'>, before: string): Promise<string> {
  // It runs in a copy as well, which is of no use here.
  await stepsOf({ ...writing, name: 'before', before, args: () => writing.args(before) });
  return before;
}

const connector = (last: string) => `5b1f0c62-7a4e-4d0e-9d4b-3f2a1c0e9b7${last}`;

const fill = (last: string) => (folder: string) => [
  'fill',
  '--uuid',
  connector(last),
  '--out',
  folder,
  '--replace',
];

/** Every run of a tenant pack leaves two files: what the next compares with, and a line of its history. */
const digest = (records: string, day: string) => (folder: string) => [
  'digest',
  '--records',
  records,
  '--as-of',
  day,
  '--mapping',
  join(folder, 'tenant-mapping.json'),
  '--save-baseline',
  join(folder, 'baseline.json'),
];

/** A script of this folder. */
const script = (name: string): string => join(import.meta.dirname, name);

export const writingNames = [
  'report --out',
  'report --out over two names',
  'digest --save-baseline with history',
  'fill',
  'pack',
  'setup claude-code',
  'mapping set',
  'login store',
  'decisions',
] as const;

type WritingName = (typeof writingNames)[number];

export async function writingOf(name: WritingName): Promise<Writing> {
  return { name, ...(await makers[name]()) };
}

const makers: Readonly<Record<WritingName, () => Promise<Omit<Writing, 'name'>>>> = {
  'report --out': reportOver,
  'report --out over two names': async () => ({ ...(await reportOver()), secondNameOf: 'r.json' }),
  async 'digest --save-baseline with history'() {
    const records = await savedRecords();
    const pack = await oldFile('tenant-mapping.json', JSON.stringify(demoMapping(asOf)));
    const before = await ranBefore({ args: digest(records, '2026-11-21') }, pack);
    return { before, args: digest(records, asOf) };
  },
  fill: async () => ({ before: await ranBefore({ args: fill('1') }, await newFolder()), args: fill('2') }),
  pack: async () => ({
    before: await oldFile('other.zip', 'old'),
    args: (folder) => ['pack', '--out', folder],
  }),
  'setup claude-code': async () => ({
    before: await oldFile('.mcp.json', '{ "mcpServers": { "other": { "command": "x" } } }\n'),
    args: (folder) => ['setup', 'claude-code', '--dir', folder, '--yes'],
  }),
  'mapping set': async () => ({
    before: await oldFile('m.json', JSON.stringify(demoMapping(asOf))),
    args: (folder) => ['mapping', 'set', join(folder, 'm.json'), 'tenant.name=New'],
  }),
  'login store': () => scripted('store-login.ts', ['old', 'new'], newFolder()),
  decisions: () =>
    scripted(
      'decide.ts',
      ['accepted', 'rejected'],
      oldFile('tenant-mapping.json', JSON.stringify(demoMapping(asOf))),
    ),
};

async function reportOver(): Promise<Omit<Writing, 'name'>> {
  const records = await savedRecords();
  const mapping = join(await oldFile('m.json', JSON.stringify(demoMapping(asOf))), 'm.json');
  const read = ['--records', records, '--mapping', mapping, '--as-of', asOf];
  return {
    before: await oldFile('r.json', '{"old": true}'),
    args: (folder) => ['report', ...read, '--format', 'json', '--out', join(folder, 'r.json')],
  };
}

/** What no command of its own writes: the store of sign-ins, and what a person agrees to in a conversation. */
async function scripted(
  name: string,
  [first, then]: readonly [string, string],
  before: Promise<string>,
): Promise<Omit<Writing, 'name'>> {
  const writing = (word: string) => ({ script: script(name), args: (folder: string) => [word, folder] });
  return { ...writing(then), before: await ranBefore(writing(first), await before) };
}
