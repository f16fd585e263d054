/** mcp-remote, started as our configuration of Claude Desktop starts it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { desktopConfig } from '../../skill/surfaces/desktop/desktop-config.ts';
import { readTools } from '../../skill/torii/base/catalog.ts';
import { served } from '../cli/served.ts';
import { startStdio, type StdioServer } from './stdio-server.ts';

interface Config {
  readonly mcpServers: { readonly torii: { readonly command: string; readonly args: readonly string[] } };
}

/** As a person would: opens the address that is printed, and Torii agrees. */
function visitor(): (said: string) => void {
  const visited = new Set<string>();
  return (said) => {
    const address = /https?:\/\/\S+\/authorize\?\S+/.exec(said)?.[0];
    if (address === undefined || visited.has(address)) return;
    visited.add(address);
    void fetch(address);
  };
}

async function desktop(url: string): Promise<StdioServer> {
  const { command, args } = (JSON.parse(desktopConfig(url)) as Config).mcpServers.torii;
  const logins = await mkdtemp(join(tmpdir(), 'mcp-remote-'));
  onTestFinished(() => rm(logins, { recursive: true, force: true }));
  // No browser window opens on the machine that runs this.
  const env = { MCP_REMOTE_CONFIG_DIR: logins, BROWSER: 'true' };
  return startStdio({ command, args, env, onSaid: visitor() });
}

const otherReads = ['list_roles', 'get_audit_logs', 'list_workflows'];

describe('mcp-remote with our configuration', () => {
  test.each([
    ['an open server', {}],
    ['a server that wants a sign-in', { oauth: true }],
  ])('in front of %s: reads pass, writes do not', async (_, options) => {
    const { url, torii } = await served(options);
    const { names, call, said } = await desktop(url);
    const listed = await names();
    const kept = torii.tools().filter(({ name }) => !listed.includes(name));
    expect(kept.length).toBe(12);
    // It can leave tools out, not name the ones to keep: reads of no catalog pass as well.
    expect(listed.toSorted(), said()).toEqual([...readTools, ...otherReads].toSorted());
    expect((await call('list_apps', { size: 5 })).isError).not.toBe(true);
    for (const { name } of kept) expect((await call(name, { id: 1 })).isError, name).toBe(true);
    expect(torii.calls.map(({ name }) => name)).toEqual(['list_apps']);
  });
});
