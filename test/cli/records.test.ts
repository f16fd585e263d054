/** Saved tool results and snapshots give the answers of the live server, to the letter. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createTorii, type Torii } from '../../mocks/torii/torii.ts';
import { snapshotText, takeSnapshot } from '../../skill/report/snapshot/snapshot.ts';
import type { JsonObject } from '../../skill/torii/base/json.ts';
import type { SavedFile } from '../../skill/torii/saved/saved-file.ts';
import { readSavedResults } from '../../skill/torii/saved/saved-results.ts';
import { block, command, fact, plain } from './command.ts';
import { asOf, file, folder, mappingFile, served, tenant } from './served.ts';

/** The text of every page of a tool's answer. */
async function pages(torii: Torii, tool: string, size: number, args: JsonObject = {}): Promise<string[]> {
  const texts: string[] = [];
  let cursor: string | null = null;
  do {
    const reply = await torii.call(tool, { ...args, size, ...(cursor === null ? {} : { cursor }) });
    const text = reply.content[0]?.text ?? '';
    texts.push(text);
    cursor = (JSON.parse(text) as { nextCursor?: string | null }).nextCursor ?? null;
  } while (cursor !== null);
  return texts;
}

type Shape = (text: string) => string;

/** The forms in which a tool result ends up in a file. */
const shapes: Record<string, Shape> = {
  'the body alone': (text) => text,
  'the whole result': (text) => JSON.stringify({ content: [{ type: 'text', text }] }),
  'the content alone': (text) => JSON.stringify([{ type: 'text', text }]),
  'structured content': (text) =>
    JSON.stringify({ content: [], structuredContent: JSON.parse(text) as unknown }),
  'a fence after prose': (text) => `Here is what Torii says:\n\n\`\`\`json\n${text}\n\`\`\`\n`,
  'JSON-RPC': (text) =>
    JSON.stringify({ jsonrpc: '2.0', id: 7, result: { content: [{ type: 'text', text }] } }),
};

async function saved(shape: Shape): Promise<SavedFile[]> {
  const torii = createTorii(tenant);
  const apps = await pages(torii, 'list_apps', 13, { includeLicenses: true });
  const contracts = await pages(torii, 'list_contracts', 7);
  return [...apps, ...contracts].map((text, index) => ({ name: `result ${index}.txt`, text: shape(text) }));
}

async function folderOf(files: readonly SavedFile[]): Promise<string> {
  const path = await folder();
  for (const { name, text } of files) await writeFile(join(path, name), text);
  return path;
}

/** What must not depend on where the records came from: everything but the line on the source. */
function answers(out: string): string[] {
  return ([1, 2, 3] as const).map((number) => block(out, number).replace(/^ {3}source.*$/m, ''));
}

describe('--records', () => {
  test.each(Object.entries(shapes))('%s', async (_, shape) => {
    const { url } = await served();
    const mapping = await mappingFile(url);
    const live = await command('validate', '--url', url, '--mapping', mapping, '--as-of', asOf);
    const path = await folderOf(await saved(shape));
    const { code, out } = await command('validate', '--records', path, '--mapping', mapping, '--as-of', asOf);
    expect(code).toBe(0);
    expect(answers(out)).toEqual(answers(live.out));
    expect(fact(out, 1, 'source')).toBe('apps: complete, 40 of 40 rows, time of reading not stated');
  });

  test('a page that was not saved makes its answers partial, and says what to save', async () => {
    const path = await folderOf((await saved((text) => text)).toSpliced(1, 1));
    const { code, out, err } = await command('validate', '--records', path, '--as-of', asOf);
    expect(code).toBe(0);
    expect(err).toContain('apps: partial.');
    expect(fact(out, 1, 'count')).toContain('PARTIAL');
    expect(plain(block(out, 1))).toContain('Save every page of list_apps into the folder');
    expect(fact(out, 2, 'source')).toContain('contracts: complete, 20 of 20 rows');
  });

  test('contracts that nobody saved are not read, not none', async () => {
    const path = await folderOf((await saved((text) => text)).slice(0, 4));
    const { code, out } = await command('validate', '--records', path, '--as-of', asOf);
    expect(code).toBe(5);
    expect(fact(out, 2, 'count')).toBe('cannot be answered');
    expect(plain(block(out, 2))).toContain(
      'The contracts were not read. No saved result holds it. Save every page of list_contracts',
    );
  });

  test('exactly one full page without a total may be cut off', async () => {
    const apps = Array.from({ length: 1000 }, (_, index) => ({
      id: index,
      name: `App ${index}`,
      activeUsersCount: 101,
    }));
    const path = await folderOf([{ name: 'apps.json', text: JSON.stringify({ apps }) }]);
    const { out, err } = await command('validate', '--records', path, '--as-of', asOf);
    expect(err).toContain('apps: possibly-capped.');
    expect(fact(out, 1, 'count')).toContain('1,000, PARTIAL');
    expect(plain(block(out, 1))).toContain('The apps may be cut off.');
  });

  test('names each file that could not be used, and why', async () => {
    const files = [...(await saved((text) => text)), { name: 'cut.json', text: '{"apps":[{"id":1,"na' }];
    const { code, err } = await command('validate', '--records', await folderOf(files), '--as-of', asOf);
    expect(code).toBe(0);
    expect(err).toContain('cut.json: The text stops in the middle');
  });

  test('keeps what was written beside the results out of the figures', async () => {
    const { url } = await served();
    const mapping = await mappingFile(url);
    const path = await folderOf(await saved((text) => text));
    const report = ['report', '--records', path, '--mapping', mapping, '--as-of', asOf];
    const kept = [
      '--save-baseline',
      join(path, 'baseline.json'),
      '--save-snapshot',
      join(path, 'snapshot.json'),
    ];
    const before = await command(...report, ...kept);
    const analysis = join(path, 'analysis.json');
    expect((await command(...report, '--format', 'json', '--out', analysis)).code).toBe(0);
    const after = await command(...report);
    expect(after.out).toBe(before.out);
    for (const name of ['analysis', 'baseline', 'snapshot']) {
      expect(plain(after.err)).toContain(`${name}.json: This is a file made from Torii’s results`);
    }
  });

  test('a folder without apps, and no folder at all', async () => {
    const empty = await command('validate', '--records', await folderOf([{ name: 'a.txt', text: 'hello' }]));
    expect([empty.code, empty.out]).toEqual([2, '']);
    expect(empty.err).toContain('holds no saved result of list_apps.');
    const none = await command('validate', '--records', '/nowhere/at/all');
    expect([none.code, none.out]).toEqual([2, '']);
    expect(none.err).toBe('/nowhere/at/all cannot be read as a folder: there is no such file or folder.\n');
  });

  test('a view by people says what it takes when their use was not saved', async () => {
    const path = await folderOf(await saved((text) => text));
    const mapping = await mappingFile('https://api.toriihq.com/mcp');
    const view = ['--view', 'Engineering', '--as-of', asOf];
    const { code, err } = await command('report', '--records', path, '--mapping', mapping, ...view);
    expect(code).toBe(2);
    expect(plain(err)).toContain('add --depth users, and save list_app_users for --records.');
  });

  test('another file where one is expected is told in a screen', async () => {
    const path = await folderOf(await saved((text) => text));
    const result = join(path, 'result 0.txt');
    const { code, err } = await command('digest', '--records', path, '--previous', result, '--as-of', asOf);
    expect(code).toBe(2);
    expect(err).toContain('is neither a snapshot nor a baseline');
    expect(err).toMatch(/and \d+ more\. Consider whether this is the file that was meant\.\n$/);
    expect(err.split('\n').length).toBeLessThan(20);
  });
});

describe('--input', () => {
  test('answers as the reading did from which the snapshot was taken', async () => {
    const { url } = await served();
    const mapping = await mappingFile(url);
    const files = await saved((text) => text);
    const from = await command(
      'validate',
      '--records',
      await folderOf(files),
      '--mapping',
      mapping,
      '--as-of',
      asOf,
    );
    const snapshot = await file('snapshot.json', snapshotText(takeSnapshot(readSavedResults(files).records)));
    const { code, out } = await command(
      'validate',
      '--input',
      snapshot,
      '--mapping',
      mapping,
      '--as-of',
      asOf,
    );
    expect(code).toBe(0);
    expect(answers(out)).toEqual(answers(from.out));
  });

  test('refuses the snapshot of another version, and a file that is none', async () => {
    const snapshot = takeSnapshot(readSavedResults(await saved((text) => text)).records);
    const newer = await file('newer.json', { ...snapshot, schemaVersion: 2 });
    const refused = await command('validate', '--input', newer);
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect(refused.err).toContain(`${newer} is not a usable snapshot:`);
    expect(refused.err).toContain(
      'schemaVersion: This snapshot has version 2; this release reads version 1.',
    );
    const none = await command('validate', '--input', await file('none.json', '{}'));
    expect([none.code, none.err.includes('kind')]).toEqual([2, true]);
  });
});
