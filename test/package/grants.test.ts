/**
 * Calls ⊆ grants ⊆ catalog. The calls are those a session really makes of the mock Torii through each
 * host, with nothing granted but what `fill` prints.
 */
import { describe, expect, it } from 'vitest';
import { calledTools } from '../../skill/torii/catalog.ts';
import { claudeBridge } from '../../artifact/bridge/hosts/claude.ts';
import { coworkBridge } from '../../artifact/bridge/hosts/cowork.ts';
import { parseConfiguration } from '../../artifact/session/model/configuration.ts';
import type { Connect } from '../../artifact/session/reading/connect.ts';
import { createSession } from '../../artifact/session/store/create-session.ts';
import { createCowork } from '../../mocks/cowork.ts';
import { createMcp } from '../../mocks/hosts/claude-mcp.ts';
import { createFaultScript } from '../../mocks/hosts/faults.ts';
import type { RunningServer, ServerOptions } from '../../mocks/server/server.ts';
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import { captureDialect } from '../../skill/torii/tools/capture-dialect.ts';
import { readTools } from '../../skill/torii/base/catalog.ts';
import { readToolNamed, splitWireName } from '../../skill/torii/base/wire-name.ts';
import { quickClock as clock } from '../cli/quick-clock.ts';
import { asOf, file, folder, served, tenant } from '../cli/served.ts';
import { filledCalls } from './filled-calls.ts';

const uuid = '5b1f0c62-3d5e-4a57-9a0e-2f6f1d1c7a10';
const appId = Number(tenant.apps[0]?.['id']);

interface Published {
  readonly url: string;
  readonly grants: readonly string[];
  readonly connectorId: string;
  /** Every call that reaches the host, allowed or not, by the server's own name. */
  readonly asked: string[];
}

/** The page of a live artifact; the host spells the connector as it likes. */
function live({ url, grants, connectorId, asked }: Published): Connect {
  const host = createCowork({ url, connectorId, grants, clock });
  const cowork: typeof host = {
    ...host,
    callMcpTool(fullName, args) {
      asked.push(splitWireName(fullName).name);
      return host.callMcpTool(fullName, args);
    },
  };
  const receipt = { tools: grants, servers: ['Torii'] };
  const settings = { clock, prefix: null, connectorName: 'Torii', cowork, receipt };
  return () => Promise.resolve({ bridge: coworkBridge(settings), receipt });
}

function published({ url, grants, asked }: Published): Connect {
  const mcp = createMcp({ url, server: 'Torii', grants, clock }, createFaultScript(''));
  const callTool: typeof mcp.callTool = (server, tool, ...rest) => {
    asked.push(tool);
    return mcp.callTool(server, tool, ...rest);
  };
  const claude = { use: () => Promise.resolve({ ...mcp, callTool }) };
  const bridge = claudeBridge({ clock, prefix: null, connectorName: 'Torii', claude });
  return () => Promise.resolve({ bridge, receipt: null });
}

/** Everything a person can make the page read; answers with what went wrong. */
async function readAll(connect: Connect, mapping: unknown): Promise<unknown[]> {
  const parsed = parseConfiguration({ mapping, asOf });
  const session = createSession({ parsed, clock, connect });
  await session.load();
  const detail = [await session.readDetail([appId]), await session.readUsers(appId)];
  await session.refresh();
  const { phase, failures } = session.getState();
  return [phase, ...failures, ...detail.filter((failure) => failure !== null)];
}

interface Printed {
  readonly tools: readonly string[];
  readonly full: readonly string[];
}

/** The grants of a mapping that remembers the tools this server offers. */
async function grantsFor(server: RunningServer): Promise<Printed> {
  const tools = { capturedAt: asOf, offered: captureDialect(server.torii.tools()) };
  const mapping = await file('tenant-mapping.json', { ...demoMapping(asOf), connector: { uuid, tools } });
  const { live, published } = await filledCalls('--mapping', mapping, '--out', await folder());
  const [declared] = published.arguments.capabilities?.mcp.servers ?? [];
  return { tools: declared?.tools ?? [], full: live.arguments.mcp_tools };
}

const servers: readonly (readonly [string, Partial<ServerOptions>])[] = [
  ['a server of today', {}],
  ['a server with other names', { rename: { list_apps: 'get_apps', list_users: 'get_users' } }],
  ['a server with fewer tools', { missingTools: ['list_transactions', 'get_organization'] }],
];

describe.each(servers)('on %s', (_name, options) => {
  const hosts = [
    ['live, by UUID', live, uuid],
    ['live, by name', live, 'torii'],
    ['published', published, ''],
  ] as const;

  it.each(hosts)('the page asks for nothing beyond its grant: %s', async (_host, page, connectorId) => {
    for (const mapping of [null, demoMapping(asOf)]) {
      const server = await served(options);
      const { tools, full } = await grantsFor(server);
      const grants = page === live ? full : tools;
      const asked: string[] = [];
      const outcome = await readAll(page({ url: server.url, grants, connectorId, asked }), mapping);
      expect(outcome).toEqual(['ready']);
      expect(new Set(asked).size).toBeGreaterThan(4);
      expect(asked.filter((name) => !tools.includes(name))).toEqual([]);
    }
  });

  it('grants read tools of the catalog and no others, under both names', async () => {
    const { tools, full } = await grantsFor(await served(options));
    expect(tools.map(readToolNamed)).not.toContain(null);
    expect(full.map((name) => splitWireName(name))).toEqual(
      [`mcp__${uuid}__`, 'mcp__torii__'].flatMap((prefix) => tools.map((name) => ({ prefix, name }))),
    );
  });
});

describe('without a record of the tools', () => {
  it('grants every tool the page may call, all of them in the catalog', async () => {
    const { published } = await filledCalls('--out', await folder());
    const granted = published.arguments.capabilities?.mcp.servers.flatMap(({ tools }) => tools) ?? [];
    expect(granted).toEqual([...calledTools]);
    expect(readTools).toEqual(expect.arrayContaining(granted));
  });
});
