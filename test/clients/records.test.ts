/**
 * From the real Claude Code to figures without a retyped row: the hook of our files, and the session's own
 * transcript, give the script what Torii answered, whatever the size of the tenant.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startServer } from '../../mocks/server/server.ts';
import { createTenant, type Tenant } from '../../mocks/tenant/tenant.ts';
import { textFile } from '../../skill/surfaces/base/packed-file.ts';
import { expectedTools } from '../../skill/surfaces/base/tool-list.ts';
import { claudeCodeFiles } from '../../skill/surfaces/claude-code/files.ts';
import { command } from '../cli/command.ts';
import { asOf } from '../cli/served.ts';
import { runClaude } from './claude-code.ts';
import {
  messagesEndpoint,
  toolAnswers,
  type MessagesEndpoint,
  type MessagesRequest,
  type Script,
} from './messages-endpoint.ts';
import { project } from './project.ts';

const medium = createTenant({ size: 'medium', asOf });

function first(apps: number, contracts: number): Tenant {
  return { ...medium, apps: medium.apps.slice(0, apps), contracts: medium.contracts.slice(0, contracts) };
}

const tenants: [string, Tenant][] = [
  ['10 apps and 5 contracts', first(10, 5)],
  ['100 apps and 50 contracts', first(100, 50)],
  ['400 apps and 120 contracts', medium],
];

/** What a session asks for that has read our instructions: first a look, then everything, page by page. */
function reading(size: number): Script {
  const list = { size, includeLicenses: true };
  const plan: [string, object][] = [
    ['list_apps', { size: 1 }],
    ['get_organization', {}],
    ['get_app_fields', {}],
    ['get_contract_fields', {}],
    ['get_user_fields', {}],
    ['list_contracts', { size: 1000 }],
    ['list_apps', list],
  ];
  return (request) => {
    const next = plan[toolAnswers(request).length];
    const [tool, input] = next ?? ['list_apps', { ...list, cursor: cursorIn(request) }];
    if (next === undefined && (cursorIn(request) === null || toolAnswers(request).length > plan.length)) {
      return [{ type: 'text', text: 'Done.' }];
    }
    return [{ type: 'tool_use', name: `mcp__torii__${tool}`, input }];
  };
}

/** As the hook says it: the end of a long reply is not shown to the model. */
function cursorIn({ messages }: MessagesRequest): string | null {
  return /ask again with the cursor (\S+) and/.exec(JSON.stringify(messages))?.[1] ?? null;
}

interface Session {
  readonly folder: string;
  readonly model: MessagesEndpoint;
}

async function session(tenant: Tenant, withHooks: boolean): Promise<Session> {
  const server = await startServer({ tenant });
  const files = claudeCodeFiles({
    url: server.url,
    tools: expectedTools,
    mapping: null,
    command: 'node sr.mjs',
  });
  const kept = withHooks ? files : files.filter(({ path }) => path === '.mcp.json');
  const folder = await project([...kept, textFile('notes.md', 'Not a record.\n')]);
  const model = await messagesEndpoint(reading(withHooks ? 300 : 1000));
  const ran = await runClaude({
    folder,
    endpoint: model.url,
    args: ['--mcp-config', '.mcp.json', '--strict-mcp-config', '--dangerously-skip-permissions'],
  });
  await server.close();
  expect(ran.code, ran.said).toBe(0);
  expect(server.torii.writes).toEqual([]);
  return { folder, model };
}

async function onlyIn(...path: string[]): Promise<string> {
  const names = (await readdir(join(...path))).filter((name) => !name.startsWith('.'));
  expect(names).toHaveLength(1);
  return join(...path, names[0] ?? '');
}

/** The whole analysis, by the script alone. */
async function analyzed(records: string, { apps, contracts }: Tenant): Promise<void> {
  const ended = await command(
    'report',
    '--records',
    records,
    '--as-of',
    asOf,
    '--format',
    'json',
    '--strict',
  );
  expect(ended.err).not.toMatch(/left out|notice|partial|were read/);
  const { completeness } = JSON.parse(ended.out) as {
    completeness: { source: string; status: string; rows: number }[];
  };
  const read = Object.fromEntries(completeness.map(({ source, status, rows }) => [source, [status, rows]]));
  expect(read).toMatchObject({
    apps: ['complete', apps.length],
    contracts: ['complete', contracts.length],
  });
  expect(read['fields']?.[0]).toBe('complete');
  const discovered = await command('discover', '--records', records);
  expect(discovered.code, discovered.err).toBe(0);
}

describe.each(tenants)('a tenant of %s', (_, tenant) => {
  test('is analyzed whole from the folder of the hook', async () => {
    const { folder, model } = await session(tenant, true);
    const records = await onlyIn(await onlyIn(folder, 'saas-rationalization/records'));
    expect(JSON.stringify(model.requests.at(-1))).toContain(records);
    await analyzed(records, tenant);
  });

  test('is analyzed whole from the transcript, and from a folder in which it lies', async () => {
    const { folder } = await session(tenant, false);
    const home = await onlyIn(folder, '.home/.claude/projects');
    const transcript = (await readdir(home)).find((name) => name.endsWith('.jsonl')) ?? '';
    expect(await readFile(join(home, transcript), 'utf8')).toContain('list_contracts');
    await analyzed(join(home, transcript), tenant);
    await analyzed(home, tenant);
  });
});
