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
async function ranBefore(args: Writing['args']): Promise<string> {
  const before = await newFolder();
  const into = { name: 'before', before, args: () => args(before) };
  // It runs in a copy as well, which is of no use here.
  await stepsOf(into);
  return before;
}

const connector = (last: string) => `5b1f0c62-7a4e-4d0e-9d4b-3f2a1c0e9b7${last}`;
const setup = (folder: string) => ['setup', 'claude-code', '--dir', folder, '--yes'];
const storing = (token: string) => (folder: string) => [token, folder];

const fill = (last: string) => (folder: string) => [
  'fill',
  '--uuid',
  connector(last),
  '--out',
  folder,
  '--replace',
];

export async function writings(): Promise<Writing[]> {
  const records = await savedRecords();
  const mapping = JSON.stringify(demoMapping(asOf));
  const given = join(await oldFile('m.json', mapping), 'm.json');
  const read = ['--records', records, '--mapping', given, '--as-of', asOf];
  return [
    {
      name: 'report --out',
      before: await oldFile('r.json', '{"old": true}'),
      args: (folder) => ['report', ...read, '--format', 'json', '--out', join(folder, 'r.json')],
    },
    {
      name: 'digest --save-baseline',
      before: await oldFile('b.json', '{"old": true}'),
      args: (folder) => ['digest', ...read, '--save-baseline', join(folder, 'b.json')],
    },
    { name: 'fill', before: await ranBefore(fill('1')), args: fill('2') },
    { name: 'pack', before: await oldFile('other.zip', 'old'), args: (folder) => ['pack', '--out', folder] },
    {
      name: 'setup claude-code',
      before: await oldFile('.mcp.json', '{ "mcpServers": { "other": { "command": "x" } } }\n'),
      args: setup,
    },
    {
      name: 'mapping set',
      before: await oldFile('m.json', mapping),
      args: (folder) => ['mapping', 'set', join(folder, 'm.json'), 'tenant.name=New'],
    },
  ];
}

/** The store of sign-ins, whose folder is named by the environment and not by an argument. */
export async function loginWriting(): Promise<Writing> {
  const script = join(import.meta.dirname, 'store-login.ts');
  const before = await newFolder();
  await stepsOf({ name: 'before', before, script, args: () => storing('old')(before) });
  return { name: 'login store', before, script, args: storing('new') };
}
