/**
 * The real Claude Code with our files, and a model that reads and then writes: the reads happen, and no
 * write reaches the server. The last tests show that the same model does write where our files are not.
 */
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { definitionsOf } from '../../mocks/torii/definitions.ts';
import { startServer, type RunningServer } from '../../mocks/server/server.ts';
import { textFile, type PackedFile } from '../../skill/surfaces/base/packed-file.ts';
import { claudeCodeFiles } from '../../skill/surfaces/claude-code/files.ts';
import { expectedTools } from '../../skill/surfaces/base/tool-list.ts';
import { served, tenant } from '../cli/served.ts';
import { pathWithoutNode } from '../surfaces/host-hooks.ts';
import { claudeCode, isolated, runClaude, started, type Ran } from './claude-code.ts';
import { callsInTurn, messagesEndpoint, toolAnswers, type ToolAnswer } from './messages-endpoint.ts';
import { project, put } from './project.ts';

const settings = ['--settings', 'saas-rationalization/torii-readonly.settings.json'];
const hook = 'saas-rationalization/torii-read-only.sh';

function ours(url: string): readonly PackedFile[] {
  return claudeCodeFiles({ url, tools: expectedTools, mapping: null, command: 'node sr.mjs' });
}

/** Reads first, so that a connection that does not work cannot pass for a refusal; then it writes. */
function attempts(server: string): { readonly name: string; readonly input: object }[] {
  const tried = [
    ['list_apps', { size: 1 }],
    ['update_user', { idUser: 1 }],
    ['run_workflow', { id: 1 }],
    ['get_contract_fields', {}],
    ['anonymize_user', { idUser: 1 }],
  ] as const;
  return tried.map(([tool, input]) => ({ name: `mcp__${server}__${tool}`, input }));
}

interface Tried {
  readonly ran: Ran;
  readonly answers: readonly ToolAnswer[];
}

async function tryAll(folder: string, args: readonly string[], server = 'torii'): Promise<Tried> {
  const model = await messagesEndpoint(callsInTurn(attempts(server)));
  // Tools are offered at once instead of behind a search, so that nothing but our files is in the way.
  const env = { ENABLE_TOOL_SEARCH: 'false' };
  const ran = await runClaude({ folder, endpoint: model.url, args, env });
  const init = ran.events.find(({ subtype }) => subtype === 'init');
  // Nothing is proven by a write that failed because nobody was there.
  expect(
    init?.mcp_servers?.map(({ status }) => status),
    ran.said,
  ).toEqual(['connected']);
  const last = model.requests.findLast(({ tools = [] }) => tools.length > 0);
  if (last === undefined) throw new Error(`The model was never asked: ${ran.said}`);
  return { ran, answers: toolAnswers(last) };
}

function called({ torii }: RunningServer): string[] {
  return torii.calls.map(({ name }) => name);
}

const reads = ['list_apps', 'get_contract_fields'];

const writeTools = definitionsOf('current', '1.1')
  .filter(({ kind }) => kind !== 'read')
  .map(({ name }) => name);

describe('Claude Code with our files', () => {
  test.each([
    ['as it starts', []],
    ['told to skip permissions', ['--dangerously-skip-permissions']],
    ['told to bypass permissions', ['--permission-mode', 'bypassPermissions']],
    ['told to allow the writes', ['--allowedTools', 'mcp__torii__update_user,mcp__torii__run_workflow']],
  ])('reads and does not write, %s', async (_, flags) => {
    const server = await served();
    const { ran, answers } = await tryAll(await project(ours(server.url)), [...settings, ...flags]);
    expect(ran.code, ran.said).toBe(0);
    expect(called(server), ran.said).toEqual(reads);
    expect(answers.map(({ isError }) => isError)).toEqual([false, true, true, false, true]);
  });

  test('reads and does not write, where the person’s own settings allow every tool of Torii', async () => {
    const server = await served();
    const allow = ['mcp__torii', 'mcp__torii__update_user', 'mcp__torii__run_workflow'];
    const own = { permissions: { allow, defaultMode: 'bypassPermissions' } };
    const folder = await project([
      ...ours(server.url),
      textFile('.home/.claude/settings.json', JSON.stringify(own)),
      textFile('.claude/settings.json', JSON.stringify(own)),
      textFile('.claude/settings.local.json', JSON.stringify(own)),
    ]);
    await tryAll(folder, [...settings, '--dangerously-skip-permissions']);
    expect(called(server)).toEqual(reads);
  });

  test.each([
    ['of the person’s account', 'claude_ai_Torii'],
    ['of our plugin', 'plugin_saas-rationalization-dashboard_torii'],
  ])('reads and does not write through a connector %s', async (_, name) => {
    const server = await served();
    const folder = await project([...ours(server.url), ...connector(name, server.url)]);
    const args = [...settings, '--dangerously-skip-permissions', ...only];
    await tryAll(folder, args, name);
    expect(called(server)).toEqual(reads);
  });

  test.each([['Torii-EU'], ['5b1f0c62-3d5e-4a57-9a0e-2f6f1d1c7a10'], ['spend']])(
    'does not write through a connector of another name, %s',
    async (name) => {
      const server = await served();
      const folder = await project([...ours(server.url), ...connector(name, server.url)]);
      await tryAll(folder, [...settings, '--dangerously-skip-permissions', ...only], name);
      // No allow rule knows the name, so what nobody named is not read either.
      expect(called(server)).toEqual([]);
    },
  );

  test('calls nothing of Torii where the hook is missing', async () => {
    const server = await served();
    const folder = await project(ours(server.url));
    await rm(join(folder, hook));
    const { answers } = await tryAll(folder, [...settings, '--dangerously-skip-permissions']);
    expect(called(server)).toEqual([]);
    expect(answers).toHaveLength(5);
  });

  test('does not write where only the hook is left of the settings', async () => {
    const server = await served();
    const folder = await project(ours(server.url));
    const whole = JSON.parse(await readFile(join(folder, settings[1] ?? ''), 'utf8')) as { hooks: unknown };
    await put(folder, [textFile('hook.json', JSON.stringify({ hooks: whole.hooks }))]);
    const alone = ['--settings', 'hook.json', '--setting-sources', 'user'];
    const args = [...alone, '--dangerously-skip-permissions', ...ownServers];
    const { ran, answers } = await tryAll(folder, args);
    expect(ran.events.find(({ subtype }) => subtype === 'init')?.permissionMode).toBe('bypassPermissions');
    expect(called(server)).toEqual(reads);
    expect(answers[1]?.text).toContain('Torii is only read here');
  });
});

const only = ['--mcp-config', 'other.mcp.json', '--strict-mcp-config'];
const ownServers = ['--mcp-config', 'saas-rationalization/torii.mcp.json', '--strict-mcp-config'];

function connector(name: string, url: string): readonly PackedFile[] {
  const entry = { type: 'http', url, alwaysLoad: true };
  return [textFile('other.mcp.json', JSON.stringify({ mcpServers: { [name]: entry } }))];
}

describe('the scheduled run', () => {
  const answer = 'saas-rationalization/renewals.md';

  /** As a scheduler starts it: the script of our files, with the real program behind it. */
  async function scheduled(url: string, calls: readonly string[]): Promise<Ran & { folder: string }> {
    const folder = await project([...ours(url), textFile(answer, 'Of last week.\n')]);
    const script = calls.map((tool) => ({
      name: `mcp__torii__${tool}`,
      input: tool === 'list_apps' ? { size: 1 } : {},
    }));
    const model = await messagesEndpoint(callsInTurn(script));
    const env = { ...(await isolated(folder, model.url)), CLAUDE: await claudeCode() };
    const file = join(folder, 'saas-rationalization/run.mjs');
    return { ...(await started(process.execPath, [file], { cwd: folder, env })), folder };
  }

  const kept = ({ folder }: { folder: string }): Promise<string> => readFile(join(folder, answer), 'utf8');

  test('keeps an answer that rests on a read', async () => {
    const server = await served();
    const run = await scheduled(server.url, ['list_apps']);
    expect([run.code, await kept(run)], run.said).toEqual([0, 'Done.\n']);
    expect(called(server)).toEqual(['list_apps']);
  });

  test.each([
    ['Torii wants a sign-in', { oauth: true }, 'list_apps', 3, 'Torii is needs-auth'],
    ['a read was tried that nobody allowed', {}, 'get_audit_logs', 5, 'was tried and denied'],
    ['a write was tried, which is not even offered', {}, 'update_user', 5, 'was tried and is not offered'],
  ])('keeps the old one where %s', async (_, options, tool, code, sentence) => {
    const server = await served(options);
    const run = await scheduled(server.url, ['list_apps', tool]);
    expect([run.code, await kept(run)], run.said).toEqual([code, 'Of last week.\n']);
    expect(run.said).toContain(sentence);
  });

  test('keeps the old one where Torii cannot be reached', async () => {
    const run = await scheduled('http://127.0.0.1:1/mcp', ['list_apps']);
    expect([run.code, await kept(run)], run.said).toEqual([3, 'Of last week.\n']);
    expect(run.said).toContain('Torii is failed');
  });
});

/** What a person forgets, and what a machine lacks. */
describe('a session in the project, however it starts, does not write', () => {
  const bypass = '--dangerously-skip-permissions';
  const tools = ['list_apps', 'list_contracts', ...writeTools];

  /** The reads come first, and the writes after them; then another server is written to. */
  async function writesOf(
    { url }: RunningServer,
    { args = [], env = {}, name = 'torii' }: Start,
  ): Promise<string[]> {
    const other = await startServer({ tenant });
    const servers = {
      [name]: { type: 'http', url },
      notes: { type: 'http', url: `${other.url}?fault=*:not-torii` },
    };
    const folder = await project([
      ...ours(url),
      textFile('.mcp.json', JSON.stringify({ mcpServers: servers })),
    ]);
    const calls = tools.map((tool) => ({ name: `mcp__${name}__${tool}`, input: inputOf(tool) }));
    const notes = [{ name: 'mcp__notes__create_ticket', input: {} }];
    const model = await messagesEndpoint(callsInTurn([...calls, ...notes]));
    const config = args.includes('--strict-mcp-config') ? [] : ['--mcp-config', '.mcp.json'];
    const ran = await runClaude({ folder, endpoint: model.url, args: [...args, ...config], env });
    await other.close();
    expect(ran.code, ran.said).toBe(0);
    return other.torii.writes.map((write) => write.name);
  }

  test.each<[string, Start, boolean]>([
    ['with the settings', { args: settings }, false],
    ['with the settings and told to bypass', { args: [...settings, bypass] }, false],
    ['without the settings', {}, false],
    ['without the settings and told to bypass', { args: [bypass] }, true],
    ['told to bypass by its mode', { args: ['--permission-mode', 'bypassPermissions'] }, true],
    [
      'with the settings and none of the person or project',
      { args: [...settings, bypass, '--setting-sources', ''] },
      false,
    ],
    ['with the settings of the project alone', { args: [bypass, '--setting-sources', 'project'] }, true],
    ['where Torii has another name', { args: [bypass], name: 'my_saas' }, true],
    [
      'where Torii is named by its id',
      { args: [bypass], name: '5b1f0c62-3d5e-4a57-9a0e-2f6f1d1c7a10' },
      true,
    ],
    [
      'where its tools are not behind a search',
      { args: [bypass], name: 'my_saas', env: { ENABLE_TOOL_SEARCH: 'false' } },
      true,
    ],
  ])('%s', async (_, start, othersWork) => {
    const server = await served();
    const others = await writesOf(server, start);
    expect(server.torii.writes).toEqual([]);
    // A session that bypasses permissions keeps working with every other server.
    expect(others).toEqual(othersWork ? ['create_ticket'] : []);
    // Without any flag no one is there to allow a call, so nothing is read either.
    expect(called(server)).toEqual(start.args === undefined ? [] : ['list_apps', 'list_contracts']);
  });

  test('where there is no Node', async () => {
    const server = await served();
    const others = await writesOf(server, { args: [bypass], env: { PATH: await pathWithoutNode() } });
    expect(called(server)).toEqual(['list_apps', 'list_contracts']);
    expect(others).toEqual(['create_ticket']);
  });
});

interface Start {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly name?: string;
}

function inputOf(tool: string): object {
  return tool.startsWith('list_') ? { size: 1 } : { idUser: 1 };
}

describe('Claude Code without our files', () => {
  test('writes when it is told to, so these tests can fail', async () => {
    const server = await startServer({ tenant });
    const folder = await project(connector('torii', server.url));
    await tryAll(folder, ['--dangerously-skip-permissions', ...only]);
    await server.close();
    expect(server.torii.writes.map(({ name }) => name)).toEqual([
      'update_user',
      'run_workflow',
      'anonymize_user',
    ]);
  });
});
