import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deniedOfTorii, deniedOnEveryServer, deniedTools } from '../../skill/surfaces/base/denied-tools.ts';
import { mcpJson } from '../../skill/surfaces/base/mcp-json.ts';
import { readOnlyHook } from '../../skill/surfaces/claude-code/read-only-hook.ts';
import { catalog, readTools } from '../../skill/torii/base/catalog.ts';
import { definitionsOf } from '../../mocks/torii/definitions.ts';

const UUID = '3f2b8c1e-7d4a-4b6e-9f10-2a3b4c5d6e7f';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hook-'));
  await writeFile(join(folder, 'hook.mjs'), readOnlyHook());
});
afterAll(() => rm(folder, { recursive: true }));

interface Verdict {
  readonly denied: boolean;
  readonly reason: string;
}

/** Starts the script as a host does and reads its decision as a host does. */
async function judge(input: string): Promise<Verdict> {
  const hook = spawn(process.execPath, [join(folder, 'hook.mjs')]);
  hook.stdin.end(input);
  const [out, err, code] = await Promise.all([
    text(hook.stdout),
    text(hook.stderr),
    new Promise((resolve) => void hook.on('close', resolve)),
  ]);
  if (code === 2) return { denied: true, reason: err };
  const decision = out === '' ? {} : JSON.parse(out).hookSpecificOutput;
  return {
    denied: decision.permissionDecision === 'deny',
    reason: decision.permissionDecisionReason ?? '',
  };
}

const call = (tool: string) => judge(JSON.stringify({ hook_event_name: 'PreToolUse', tool_name: tool }));

const servers = ['torii', 'plugin_saas-rationalization_torii', 'claude_ai_Torii', 'my-TORII-eu', UUID];

describe('the read-only hook', () => {
  it.each(servers)('lets reads of %s through', async (server) => {
    expect(await call(`mcp__${server}__list_apps`)).toMatchObject({ denied: false });
    expect(await call(`mcp__${server}__get_contracts`)).toMatchObject({ denied: false });
  });

  it.each(servers)('denies writes of %s, with a reason', async (server) => {
    for (const tool of ['update_user', 'run_workflow', 'create_contract']) {
      const verdict = await call(`mcp__${server}__${tool}`);
      expect(verdict.denied, tool).toBe(true);
      expect(verdict.reason).toContain(`${tool} `);
    }
  });

  it.each([
    'mcp__torii__get_contract_file',
    'mcp__torii__list_audit_logs',
    'mcp__torii__x__list_apps',
    'mcp__plugin__torii__list_apps',
    'mcp__torii__',
    'mcp__torii',
    'mcp__other__torii_update_user',
    `mcp__${UUID}__updateUser`,
    `mcp__${UUID}__UPDATE_USER`,
    `mcp__${UUID}__Update-User`,
    `mcp__${UUID}__bulk_update_users`,
    `mcp__${UUID}__contract.delete`,
    `mcp__${UUID}___delete_contract`,
  ])('denies %s, which the catalog does not name', async (tool) => {
    expect(await call(tool)).toMatchObject({ denied: true });
  });

  it.each([
    'Bash',
    'Read',
    'mcp__slack__send_message',
    `mcp__${UUID}__list_messages`,
    `mcp__${UUID}__settle`,
    `mcp__${UUID}__pull_request_read`,
  ])('has nothing to say about %s', async (tool) => {
    expect(await call(tool)).toMatchObject({ denied: false });
  });

  it.each(['', 'no JSON', '{}', 'null', '{"tool_name":7}'])(
    'blocks what it cannot read: %j',
    async (input) => {
      const verdict = await judge(input);
      expect(verdict.denied).toBe(true);
      expect(verdict.reason).toContain('blocked');
    },
  );
});

/** A glob in which only the asterisk is special, as the hosts have it. */
function matches(glob: string, name: string): boolean {
  const parts = glob.split('*').map((part) => part.replaceAll(/[^\w]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`).test(name);
}

describe('the denied tools', () => {
  const names = readTools.flatMap((tool) => [tool, ...catalog[tool].aliases]);

  it('leave every read of the catalog alone', () => {
    for (const name of names) {
      expect(deniedTools.filter((glob) => matches(glob, name))).toEqual([]);
      expect(deniedOfTorii.filter((glob) => matches(glob, name))).toEqual([]);
      const wire = `mcp__torii__${name}`;
      expect(deniedOnEveryServer.filter((glob) => matches(glob, wire))).toEqual([]);
    }
  });

  it.each(['deleteContract', 'bulk_update_users', 'delete', 'contract_archive', 'send_mail'])(
    'leave out %s where Torii alone is shown',
    (name) => expect(deniedOfTorii.some((glob) => matches(glob, name))).toBe(true),
  );

  it('cover every write and every file tool that the mock server offers', () => {
    const others = definitionsOf('current', '1.1').filter(({ kind }) => kind !== 'read');
    expect(others.length).toBeGreaterThan(3);
    for (const { name } of others) {
      expect(
        deniedTools.some((glob) => matches(glob, name)),
        name,
      ).toBe(true);
    }
  });
});

it('writes the server entry with its type, and no field for signing in', () => {
  expect(JSON.parse(mcpJson('https://api.toriihq.com/mcp'))).toEqual({
    mcpServers: { torii: { type: 'http', url: 'https://api.toriihq.com/mcp' } },
  });
});
