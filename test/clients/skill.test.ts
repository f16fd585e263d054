/**
 * The packed skill and plugin in the real Claude Code, with scripted conversations: the skill is listed
 * and loads, its references open, its script computes, and through the plugin Torii is only read.
 */
import { copyFile, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import { startServer } from '../../mocks/server/server.ts';
import { textFile, type PackedFile } from '../../skill/surfaces/base/packed-file.ts';
import { openSpreadsheet } from '../report/workbook/spreadsheet.ts';
import { command } from '../cli/command.ts';
import { savedResults } from '../cli/saved-results.ts';
import { asOf, served, tenant } from '../cli/served.ts';
import { pathWithoutNode } from '../surfaces/host-hooks.ts';
import { claudeCode, isolated, runClaude, started, type Event, type Ran } from './claude-code.ts';
import { callsInTurn, messagesEndpoint, toolAnswers, type MessagesRequest } from './messages-endpoint.ts';
import { folderWithPlugin, packages, productName, unpacked } from './packed.ts';
import { tokenCounter } from './tokens.ts';
import { project, put } from './project.ts';

const name = productName;
const installed = `.claude/skills/${name}`;
const script = `${installed}/scripts/saas-rationalization.mjs`;

let skill: readonly PackedFile[];
let plugin: readonly PackedFile[];
beforeAll(async () => {
  const folder = await packages();
  [skill, plugin] = await Promise.all([unpacked(folder, `${name}.zip`), unpacked(folder, `${name}.plugin`)]);
});

function inSkills(): PackedFile[] {
  return skill.map((file) => ({ ...file, path: `.claude/skills/${file.path}` }));
}

interface Conversation {
  readonly ran: Ran;
  readonly init: Event | undefined;
  readonly last: MessagesRequest;
}

async function conversation(
  folder: string,
  args: readonly string[],
  calls: readonly { readonly name: string; readonly input: object }[],
): Promise<Conversation> {
  const model = await messagesEndpoint(callsInTurn(calls));
  const env = { ENABLE_TOOL_SEARCH: 'false' };
  const ran = await runClaude({ folder, endpoint: model.url, args, env });
  const last = model.requests.findLast(({ tools = [] }) => tools.length > 0);
  if (last === undefined) throw new Error(`The model was never asked: ${ran.said}`);
  return { ran, init: ran.events.find(({ subtype }) => subtype === 'init'), last };
}

function bash(line: string): { readonly name: string; readonly input: object } {
  return { name: 'Bash', input: { command: line, description: 'Run the script of the skill' } };
}

function withPlugin(url: string): Promise<string> {
  return folderWithPlugin(plugin, url);
}

describe('the skill in .claude/skills', () => {
  test('is listed, and loads with its rule', async () => {
    const calls = [{ name: 'Skill', input: { skill: name } }];
    const { ran, init, last } = await conversation(await project(inSkills()), [], calls);
    expect(init?.skills, ran.said).toContain(name);
    expect(toolAnswers(last).map(({ isError }) => isError)).toEqual([false]);
    const heard = JSON.stringify(last.messages);
    expect(heard).toContain('## The read-only rule');
    expect(heard).toContain(installed);
  });

  test('has every reference and asset that its text names', async () => {
    const text = new TextDecoder().decode(skill.find(({ path }) => path.endsWith('/SKILL.md'))?.bytes);
    const named = [...new Set(text.match(/(?:references|assets)\/[\w.-]+\.\w+/g))];
    expect(named.length).toBeGreaterThan(10);
    const folder = await project(inSkills());
    const calls = named.map((path) => ({
      name: 'Read',
      input: { file_path: join(folder, installed, path), limit: 5 },
    }));
    const { ran, last } = await conversation(folder, ['--allowedTools', 'Read'], calls);
    const answers = toolAnswers(last).map(({ isError, text: read }, index) => ({
      path: named[index],
      isError,
      isEmpty: read === '',
    }));
    expect(answers, ran.said).toEqual(named.map((path) => ({ path, isError: false, isEmpty: false })));
  });

  test('is read in a comfortable part of a conversation', async () => {
    const guide = skill.find(({ path }) => path.endsWith('/SKILL.md'));
    const count = await tokenCounter();
    expect(count(new TextDecoder().decode(guide?.bytes))).toBeLessThanOrEqual(3_600);
  });

  test.each([
    ['the mapping of the demo', (label: string) => label],
    ['a mapping in Japanese', (label: string) => `年間費用と${label.length}`],
  ])('fills an index.html that is read in one look: %s', async (_, spelled) => {
    const { fields, ...mapping } = demoMapping(asOf);
    const named = Object.fromEntries(
      Object.entries(fields).map(([entity, of]) => [
        entity,
        Object.fromEntries(
          Object.entries(of).map(([field, { key, ...rest }]) => [field, { ...rest, key: spelled(key) }]),
        ),
      ]),
    );
    const folder = await project([
      textFile('tenant/tenant-mapping.json', JSON.stringify({ ...mapping, fields: named })),
    ]);
    const out = join(folder, 'pages');
    const { code, err } = await command('fill', '--tenant-pack', join(folder, 'tenant'), '--out', out);
    expect(code, err).toBe(0);
    const index = await readFile(join(out, 'index.html'), 'utf8');
    expect(Buffer.byteLength(index)).toBeLessThanOrEqual(3_000);
    expect((await tokenCounter())(index)).toBeLessThanOrEqual(1_500);
  });

  test('computes with its own script, without a step to install it', async () => {
    const folder = await project(inSkills());
    const records = await savedResults();
    const calls = [
      bash(`node ${script} --help`),
      bash(`node ${script} report --records ${records} --as-of ${asOf}`),
      bash(`node ${script} digest --records ${records} --as-of ${asOf} --out digest.md`),
      bash(`node ${script} report --records ${records} --as-of ${asOf} --format xlsx --out report.xlsx`),
      bash(`node ${script} report --records ${records} --as-of ${asOf} --format html --out page.html`),
    ];
    const { ran, last } = await conversation(folder, ['--allowedTools', 'Bash(node:*)'], calls);
    const [help, report, digest] = toolAnswers(last);
    expect(help?.text, ran.said).toContain(`Usage: node ${script} `);
    expect(report?.text).toContain('# SaaS rationalization report');
    expect(report?.text).toMatch(/\[\$[\d,.]+\]\(fact:totals\/baselineAnnual\)/);
    expect(digest?.isError).toBe(false);
    expect(await readFile(join(folder, 'digest.md'), 'utf8')).toMatch(/^# SaaS digest\n/);
    const { sheets } = openSpreadsheet(await readFile(join(folder, 'report.xlsx')));
    expect([...sheets.keys()]).toContain('Lineage');
    expect(await readFile(join(folder, 'page.html'), 'utf8')).toContain('saas-rationalization-snapshot');
  });
});

/** The plugin's list of hooks without the scripts they start. */
function hooksAlone(): PackedFile[] {
  const list = plugin.find(({ path }) => path === 'hooks/hooks.json');
  return list === undefined ? [] : [{ ...list, path: 'plugin/hooks/hooks.json' }];
}

function serversFile(urls: Readonly<Record<string, string>>): PackedFile {
  const entries = Object.entries(urls).map(([key, url]) => [key, { type: 'http', url }]);
  return textFile('other.mcp.json', JSON.stringify({ mcpServers: Object.fromEntries(entries) }));
}

describe('the plugin', () => {
  const prefix = `mcp__plugin_${name}_torii__`;

  test.each([[[]], [['--profile', 'directory']]])(
    'passes the strict validation of Claude Code %j',
    async (profile) => {
      const folder = await withPlugin('https://api.toriihq.com/mcp');
      const env = await isolated(folder, 'http://127.0.0.1:1');
      const args = ['plugin', 'validate', '--strict', ...profile, join(folder, 'plugin')];
      const { code, said } = await started(await claudeCode(), args, { cwd: folder, env });
      expect(code, said).toBe(0);
      expect(said).toContain('Validation passed');
    },
  );

  test('loads from its .zip, as its README says', async () => {
    const folder = await project();
    await copyFile(join(await packages(), `${name}-plugin.zip`), join(folder, 'p-plugin.zip'));
    const { ran, init } = await conversation(folder, ['--plugin-dir', 'p-plugin.zip'], []);
    expect(init?.skills, ran.said).toContain(`${name}:${name}`);
  });

  test('is installed by name from its folder, as its README says', async () => {
    const folder = await withPlugin('https://api.toriihq.com/mcp');
    const env = await isolated(folder, 'http://127.0.0.1:1');
    const commands = [
      ['plugin', 'marketplace', 'add', './plugin'],
      ['plugin', 'install', `${name}@saas-rationalization`],
    ];
    for (const args of commands) {
      const { code, said } = await started(await claudeCode(), args, { cwd: folder, env });
      expect(code, said).toBe(0);
    }
    const { ran, init } = await conversation(folder, [], []);
    expect(init?.skills, ran.said).toContain(`${name}:${name}`);
  });

  test('brings the skill and the connector, which reads and does not write, told to bypass permissions', async () => {
    const server = await served();
    const folder = await withPlugin(server.url);
    const tried = ['list_apps', 'update_user', 'run_workflow', 'get_contract_fields', 'get_audit_logs'];
    const calls = tried.map((tool) => ({
      name: prefix + tool,
      input: tool === 'list_apps' ? { size: 1 } : tool === 'update_user' ? { idUser: 1 } : {},
    }));
    const args = ['--plugin-dir', 'plugin', '--dangerously-skip-permissions'];
    const { ran, init, last } = await conversation(folder, args, calls);
    expect(init?.skills, ran.said).toContain(`${name}:${name}`);
    expect(init?.mcp_servers?.map(({ status }) => status)).toEqual(['connected']);
    expect(server.torii.calls.map((call) => call.name)).toEqual(['list_apps', 'get_contract_fields']);
    const answers = toolAnswers(last);
    expect(answers.map(({ isError }) => isError)).toEqual([false, true, true, false, true]);
    expect(answers[1]?.text).toContain('Torii is only read here');
  });

  test('lets nothing of Torii through where the script of its guard is missing, and everything else', async () => {
    const server = await served();
    const other = await startServer({ tenant });
    const folder = await withPlugin(server.url);
    await rm(join(folder, 'plugin/hooks'), { recursive: true });
    await put(folder, hooksAlone());
    await put(folder, [serversFile({ notes: `${other.url}?fault=*:not-torii` })]);
    const calls = [`${prefix}list_apps`, `${prefix}update_user`, 'mcp__notes__create_ticket'];
    const args = [
      '--plugin-dir',
      'plugin',
      '--dangerously-skip-permissions',
      '--mcp-config',
      'other.mcp.json',
    ];
    const { ran, init } = await conversation(
      folder,
      args,
      calls.map((tool) => ({ name: tool, input: {} })),
    );
    await other.close();
    expect(
      init?.mcp_servers?.map(({ status }) => status),
      ran.said,
    ).toEqual(['connected', 'connected']);
    expect(server.torii.calls).toEqual([]);
    expect(other.torii.writes.map((write) => write.name)).toEqual(['create_ticket']);
  });

  test('guards a connector of the account under any name, keeps its replies, and needs no Node', async () => {
    const server = await served();
    const other = await startServer({ tenant });
    const folder = await withPlugin(server.url);
    await put(folder, [serversFile({ spend: server.url, notes: `${other.url}?fault=*:not-torii` })]);
    const tools = ['list_apps', 'list_contracts', 'update_user', 'run_workflow', 'delete_contract'];
    const calls = [...tools.map((tool) => `mcp__spend__${tool}`), 'mcp__notes__create_ticket'];
    const args = [
      '--plugin-dir',
      'plugin',
      '--dangerously-skip-permissions',
      '--mcp-config',
      'other.mcp.json',
    ];
    const model = await messagesEndpoint(callsInTurn(calls.map((tool) => ({ name: tool, input: {} }))));
    const env = { PATH: await pathWithoutNode() };
    const ran = await runClaude({ folder, endpoint: model.url, args, env });
    await other.close();
    expect(
      server.torii.calls.map((call) => call.name),
      ran.said,
    ).toEqual(['list_apps', 'list_contracts']);
    expect(other.torii.writes.map((write) => write.name)).toEqual(['create_ticket']);
    const [session = ''] = (await readdir(join(folder, 'saas-rationalization/records'))).filter(
      (name) => !name.startsWith('.'),
    );
    expect(await readdir(join(folder, 'saas-rationalization/records', session, 'spend'))).toHaveLength(2);
  });

  test('computes with the script of its skill', async () => {
    const folder = await withPlugin('https://api.toriihq.com/mcp');
    const file = join(folder, `plugin/skills/${name}/scripts/saas-rationalization.mjs`);
    const report = `node ${file} report --records ${await savedResults()} --as-of ${asOf} --plain`;
    const calls = [{ name: 'Skill', input: { skill: `${name}:${name}` } }, bash(report)];
    const args = ['--plugin-dir', 'plugin', '--allowedTools', 'Bash(node:*)', '--strict-mcp-config'];
    const { ran, last } = await conversation(folder, args, calls);
    expect(toolAnswers(last)[1]?.text, ran.said).toContain('# SaaS rationalization report');
  });
});
