import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hookFiles } from '../../skill/surfaces/hooks/hook-files.ts';
import { catalog, readTools } from '../../skill/torii/base/catalog.ts';
import { definitionsOf } from '../../mocks/torii/definitions.ts';
import { folder } from '../cli/served.ts';
import { callHooks, entries, pathWithoutNode, type Called, type Verdict } from './host-hooks.ts';

const UUID = '3f2b8c1e-7d4a-4b6e-9f10-2a3b4c5d6e7f';

async function project(transcript = ''): Promise<string> {
  const path = await folder();
  for (const { path: name, bytes } of hookFiles('hooks')) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), bytes);
  }
  await writeFile(join(path, 'session.jsonl'), transcript);
  return path;
}

async function judge(tool: string, more: Partial<Called> = {}): Promise<Verdict> {
  return callHooks({ project: await project(), event: 'PreToolUse', tool, ...more });
}

/** A session's record in which a server's tools are listed, as Claude Code lists the tools behind its search. */
function offering(server: string, tools: readonly string[]): string {
  const addedNames = ['Bash', ...tools.map((tool) => `mcp__${server}__${tool}`)];
  return `${JSON.stringify({ type: 'attachment', attachment: { type: 'deferred_tools_delta', addedNames } })}\n`;
}

function calling(name: string): string {
  return `${JSON.stringify({ message: { content: [{ type: 'tool_use', name, input: {} }] } })}\n`;
}

const all = definitionsOf('current', '1.1');
const writes = all.filter(({ kind }) => kind !== 'read').map(({ name }) => name);
const reads = readTools.flatMap((tool) => [tool, ...catalog[tool].aliases]);

const named = ['torii', 'plugin_saas-rationalization_torii', 'claude_ai_Torii', 'my-TORII-eu', 'my__torii'];

describe('the guard of a connector with Torii in its name', () => {
  it.each(named)('lets reads of %s through and denies the rest, with a reason', async (server) => {
    const path = await project();
    const call = (tool: string): Promise<Verdict> =>
      callHooks({ project: path, event: 'PreToolUse', tool: `mcp__${server}__${tool}` });
    const passed = await Promise.all(reads.slice(0, 8).map(call));
    expect(passed.map(({ denied }) => denied)).toEqual(passed.map(() => false));
    for (const tool of [...writes, 'get_contract_file', 'list_audit_logs', 'settle']) {
      const verdict = await call(tool);
      expect(verdict, tool).toMatchObject({ denied: true });
      expect(verdict.words).toContain(`${tool} is not a read tool`);
    }
  });

  it.each(['mcp__torii__x__list_apps', 'mcp__torii__'])('denies %s', async (tool) => {
    expect(await judge(tool)).toMatchObject({ denied: true });
  });

  it.each(['', 'no JSON', '{}', 'null', '{"tool_name":7}', '{"tool_name":"mcp__torii__a\\"b"}'])(
    'blocks what it cannot read: %j',
    async (raw) => {
      const verdict = await judge('mcp__torii__list_apps', { raw });
      expect(verdict.denied).toBe(true);
      expect(verdict.words).toContain('blocked');
    },
  );

  it('judges without Node, and blocks where its script is missing', async () => {
    const path = await pathWithoutNode();
    expect(await judge('mcp__torii__list_apps', { path })).toMatchObject({ denied: false });
    expect(await judge('mcp__torii__update_user', { path })).toMatchObject({ denied: true });
    const bare = await project();
    await rm(join(bare, 'hooks'), { recursive: true });
    expect(await judge('mcp__torii__list_apps', { project: bare })).toMatchObject({ denied: true });
  });

  it('goes by the name in front, not by one among the arguments', async () => {
    const more = { tool_input: { tool_name: 'mcp__torii__list_apps' } };
    expect(await judge('mcp__torii__update_user', { more })).toMatchObject({ denied: true });
    expect(
      await judge('mcp__slack__send_message', {
        more: { tool_input: { tool_name: 'mcp__torii__update_user' } },
      }),
    ).toMatchObject({ denied: false });
  });
});

describe('the guard of a connector of another name', () => {
  const servers = ['my_saas', UUID, 'Acme-spend', 'a__b'];
  const offered = all.map(({ name }) => name);

  it.each(servers)('denies writes of %s, whose tools are those of Torii', async (server) => {
    const path = await project(offering(server, offered));
    for (const tool of [
      ...writes,
      'updateUser',
      'UPDATE_USER',
      'Update-User',
      'bulk_update_users',
      '_delete_contract',
    ]) {
      const verdict = await callHooks({
        project: path,
        event: 'PreToolUse',
        tool: `mcp__${server}__${tool}`,
      });
      expect(verdict.denied, tool).toBe(true);
    }
  });

  it('knows it by the calls that were made, where the tools are not listed', async () => {
    const path = await project(
      calling('mcp__my_saas__get_apps') + calling('mcp__my_saas__get_contract_fields'),
    );
    expect(
      await callHooks({ project: path, event: 'PreToolUse', tool: 'mcp__my_saas__update_user' }),
    ).toMatchObject({ denied: true });
  });

  it.each([
    ['its tools are listed', 'mcp__slack__send_message', offering('slack', ['send_message', 'list_users'])],
    ['it lists apps alone', 'mcp__okta__update_user', offering('okta', ['list_apps', 'update_user'])],
    ['Torii is there as well', 'mcp__okta__update_user', offering('my_saas', offered)],
    ['its name ends like one of Torii', 'mcp__saas__update_user', offering('my_saas', offered)],
    ['nothing is known of it', `mcp__${UUID}__delete_message`, ''],
    [
      'a person wrote the names',
      'mcp__slack__send_message',
      JSON.stringify({ content: offering('slack', offered) }),
    ],
    ['Torii is in the name of a tool', 'mcp__other__update_torii_user', ''],
  ])('lets other servers be, where %s', async (_, tool, transcript) => {
    const path = await project(transcript);
    expect(await callHooks({ project: path, event: 'PreToolUse', tool })).toMatchObject({ denied: false });
  });

  it.each([
    ['broken JSON', { raw: '{"tool_name":' }],
    ['nothing on standard input', { raw: '' }],
    ['a name of another kind', { raw: '{"tool_name":7}' }],
    ['a record that is missing', { more: { transcript_path: '/nowhere/session.jsonl' } }],
    ['no tools on the path', { path: '/nowhere' }],
  ])('never blocks them: %s', async (_, more) => {
    const verdict = await judge('mcp__slack__send_message', more);
    expect(verdict).toMatchObject({ denied: false, started: 1 });
  });

  it('never blocks them without Node, nor without its script', async () => {
    expect(await judge('mcp__slack__send_message', { path: await pathWithoutNode() })).toMatchObject({
      denied: false,
    });
    const bare = await project();
    await rm(join(bare, 'hooks'), { recursive: true });
    const calls = ['PreToolUse', 'PostToolUse'] as const;
    for (const event of calls) {
      for (const tool of ['mcp__slack__send_message', 'mcp__slack__list_users']) {
        expect(await callHooks({ project: bare, event, tool })).toMatchObject({ denied: false });
      }
    }
  });

  it.each(['Bash', 'Read', 'mcp__slack__list_messages', `mcp__${UUID}__settle`, 'mcp__gmail__search'])(
    'is not even started for %s',
    (tool) => {
      expect(entries.PreToolUse.filter(({ matcher }) => new RegExp(matcher).test(tool))).toEqual([]);
    },
  );
});
