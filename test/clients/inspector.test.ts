/** The MCP Inspector's command line, against the server of the mock and against the proxy before it. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readTools } from '../../skill/torii/base/catalog.ts';
import { served } from '../cli/served.ts';
import { node24 } from './node-24.ts';
import { tool } from './tool.ts';

const run = promisify(execFile);

const built = join(import.meta.dirname, '..', '..', 'dist', 'cli.mjs');

/** The target is an address, or the command of a local server. */
type Inspect = (target: readonly string[], ...asked: readonly string[]) => Promise<unknown>;

/** Answers with what the Inspector prints, its errors included. It needs Node 22.19 or later. */
async function inspector(): Promise<Inspect> {
  const folder = await tool('@modelcontextprotocol/inspector', '2.12.0');
  const node = await node24();
  const bin = join(folder, 'node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js');
  const home = await mkdtemp(join(tmpdir(), 'inspector-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const env = { PATH: process.env['PATH'], HOME: home };
  return async (target, ...asked) => {
    try {
      const { stdout } = await run(node, [bin, '--cli', ...target, ...asked], { env, maxBuffer: 64 << 20 });
      return JSON.parse(stdout) as unknown;
    } catch (error) {
      return errorIn((error as { readonly stderr?: string }).stderr ?? String(error));
    }
  };
}

/** The Inspector ends with one line of JSON; the server behind it may have written before. */
function errorIn(stderr: string): unknown {
  const line = stderr.split('\n').find((text) => text.startsWith('{"error"'));
  return line === undefined ? stderr : (JSON.parse(line) as unknown);
}

const list = ['--method', 'tools/list', '--strict'];
const call = (name: string) => ['--method', 'tools/call', '--tool-name', name, '--tool-arg', 'size=5'];

describe('the MCP Inspector', () => {
  test('finds no fault with the server of the mock', async () => {
    const { url, torii } = await served();
    const inspect = await inspector();
    expect(await inspect([url], ...list)).toMatchObject({
      tools: torii.tools().map(({ name }) => ({ name })),
    });
    expect(await inspect([url], ...call('list_apps'))).toMatchObject({ content: [{ type: 'text' }] });
  });

  test('reads through the proxy, and finds nothing there to write with', async () => {
    const { url, torii } = await served();
    const inspect = await inspector();
    const proxy = [process.execPath, built, 'proxy', '--url', url];
    const { tools } = (await inspect(proxy, ...list)) as { readonly tools: readonly { name: string }[] };
    expect(tools.map(({ name }) => name).toSorted()).toEqual([...readTools].toSorted());
    expect(await inspect(proxy, ...call('list_apps'))).toMatchObject({ content: [{ type: 'text' }] });
    for (const name of ['update_user', 'run_workflow', 'download_file']) {
      expect(await inspect(proxy, ...call(name))).toMatchObject({ error: { code: 'tool_not_found' } });
    }
    expect(torii.calls.map(({ name }) => name)).toEqual(['list_apps']);
  });

  test('finds no fault with the engine: tools with their schemas, answers, and the view', async () => {
    const { url } = await served();
    const inspect = await inspector();
    const proxy = [process.execPath, built, 'proxy', '--engine', '--url', url];
    const { tools } = (await inspect(proxy, ...list)) as { readonly tools: readonly { name: string }[] };
    expect(tools.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['open_dashboard', 'saas_overview', 'query_portfolio', ...readTools]),
    );
    expect(await inspect(proxy, '--method', 'tools/call', '--tool-name', 'saas_overview')).toMatchObject({
      structuredContent: { mapping: 'discovered' },
    });
    expect(await inspect(proxy, '--method', 'resources/list')).toMatchObject({
      resources: [{ uri: 'ui://saas-rationalization/dashboard', mimeType: 'text/html;profile=mcp-app' }],
    });
  });

  test('is told what the proxy could not do', async () => {
    const inspect = await inspector();
    const proxy = [process.execPath, built, 'proxy', '--url', 'http://127.0.0.1:9/mcp'];
    expect(await inspect(proxy, ...list)).toMatchObject({
      error: { message: expect.stringContaining('Torii cannot be reached.') as string },
    });
  });
});
