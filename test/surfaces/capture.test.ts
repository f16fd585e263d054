import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTorii } from '../../mocks/torii/torii.ts';
import { readRecords } from '../../skill/cli/files/read-records.ts';
import { hookFiles } from '../../skill/surfaces/hooks/hook-files.ts';
import { readSavedResults } from '../../skill/torii/saved/saved-results.ts';
import { folder, tenant } from '../cli/served.ts';
import { callHooks, pathWithoutNode, type Called, type Verdict } from './host-hooks.ts';

async function project(): Promise<string> {
  const path = await folder();
  for (const { path: name, bytes } of hookFiles('hooks')) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), bytes);
  }
  return path;
}

const torii = createTorii(tenant);

async function reply(tool: string, input = {}): Promise<object> {
  return (await torii.call(tool, input)).content;
}

async function captured(
  path: string,
  tool: string,
  response: unknown,
  more: Partial<Called> & { readonly input?: object } = {},
): Promise<Verdict> {
  const { input = {}, ...rest } = more;
  const event = { tool_input: input, tool_response: response };
  return callHooks({ project: path, event: 'PostToolUse', tool, more: event, ...rest });
}

const own = (path: string, server: string): string => join(path, 'records', 'a-session', server);

describe('the capture hook', () => {
  it('keeps every reply as it came, for the owner alone, and says where', async () => {
    const path = await project();
    const first = await captured(path, 'mcp__torii__list_apps', await reply('list_apps', { size: 1000 }), {
      input: { size: 1000 },
    });
    const second = await captured(path, 'mcp__torii__list_contracts', await reply('list_contracts'));
    expect(first.words).toContain(own(path, 'torii'));
    expect(first.words).toContain('--records');
    expect(second).toMatchObject({ words: '', denied: false });
    const names = await readdir(own(path, 'torii'));
    expect(names).toHaveLength(2);
    const modes = await Promise.all(
      names.map(async (name) => (await stat(join(own(path, 'torii'), name))).mode),
    );
    expect(modes.map((mode) => mode & 0o777)).toEqual([0o600, 0o600]);
    expect(await readFile(join(path, 'records/.gitignore'), 'utf8')).toBe('*\n');
    const { records, files } = readSavedResults((await readRecords(own(path, 'torii'))).files);
    expect(files.map(({ problem }) => problem)).toEqual([null, null]);
    expect(records.apps).toHaveLength(tenant.apps.length);
    expect(records.contracts).toHaveLength(tenant.contracts.length);
    expect(records.completeness.filter(({ status }) => status === 'complete')).toHaveLength(2);
  });

  it('works without Node', async () => {
    const path = await project();
    const more = { path: await pathWithoutNode() };
    await captured(path, 'mcp__torii__list_apps', await reply('list_apps'), more);
    expect(await readdir(own(path, 'torii'))).toHaveLength(1);
  });

  it('tells the model not to read what is large, whatever a notice demands', async () => {
    const rows = Array.from({ length: 2000 }, (_, id) => ({ id, name: `App ${id}`, state: 'Sanctioned' }));
    const path = await project();
    const last = await captured(path, 'mcp__torii__list_apps', { apps: rows, total: 2000, nextCursor: null });
    expect(last.words).toContain('Do not read it');
    expect(last.words).not.toContain('cursor');
    const body = JSON.stringify({ apps: rows, total: 4000, nextCursor: 'b2Zmc2V0OjEwMDA=' });
    const { words } = await captured(path, 'mcp__torii__list_apps', [{ type: 'text', text: body }]);
    expect(words).toContain('ask again with the cursor b2Zmc2V0OjEwMDA= and');
  });

  it('keeps the reply that a notice speaks of', async () => {
    const path = await project();
    const place = join(await folder(), 'toolu_1.json');
    await writeFile(place, JSON.stringify(await reply('list_apps')));
    const notice = `Error: result (838,000 characters) exceeds maximum allowed tokens. Output has been saved to ${place}.\nYou MUST read the content from the file until 100% has been read.`;
    const { words } = await captured(path, 'mcp__torii__list_apps', notice);
    expect(words).toContain('Do not read it');
    expect(await readdir(own(path, 'torii'))).toHaveLength(2);
    const { records, files } = readSavedResults((await readRecords(own(path, 'torii'))).files);
    expect(files).toMatchObject([{ source: 'apps', problem: null }]);
    expect(records.apps).toHaveLength(tenant.apps.length);
  });

  it('keeps connectors apart, and leaves other servers alone', async () => {
    const path = await project();
    await captured(path, 'mcp__my_saas__list_apps', await reply('list_apps'));
    await captured(path, 'mcp__torii__list_apps', await reply('list_apps'));
    await captured(path, 'mcp__slack__list_users', [{ type: 'text', text: '{}' }]);
    await captured(path, 'mcp__torii__update_user', [{ type: 'text', text: '{}' }]);
    expect((await readdir(join(path, 'records/a-session'))).toSorted()).toEqual(['my_saas', 'torii']);
    expect((await readdir(join(path, 'records'))).toSorted()).toEqual(['.gitignore', 'a-session']);
  });

  it.each([
    ['broken JSON', { raw: '{"tool_name":' }],
    ['nothing on standard input', { raw: '' }],
    ['a session id that is a path', { more: { session_id: '../../x', tool_response: '{}' } }],
  ])('keeps nothing and says nothing: %s', async (_, more) => {
    const path = await project();
    const verdict = await callHooks({
      project: path,
      event: 'PostToolUse',
      tool: 'mcp__torii__list_apps',
      ...more,
    });
    expect(verdict).toMatchObject({ denied: false, words: '' });
    expect(await readdir(join(path, 'records'))).toEqual([]);
  });
});
