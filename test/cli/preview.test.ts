import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { command } from './command.ts';
import { served } from './served.ts';

const built = fileURLToPath(new URL('../../dist/cli.mjs', import.meta.url));
const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

interface Preview {
  readonly child: ChildProcess;
  readonly address: string;
  readonly err: () => string;
}

/** Starts the built preview and waits for the address it prints. */
async function preview(args: readonly string[], env: Record<string, string> = {}): Promise<Preview> {
  const child = spawn(process.execPath, [built, 'preview', '--no-open', ...args], {
    env: { PATH: process.env['PATH'], ...env },
  });
  running.push(child);
  let out = '';
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const address = /http:\S+/.exec(out)?.[0];
      if (address !== undefined) resolve({ child, address, err: () => err });
    });
    child.once('close', () => reject(new Error(err)));
  });
}

describe('preview', () => {
  test('serves each host on the demo tenant and ends cleanly with Ctrl-C', async () => {
    const { child, address, err } = await preview(['--tenant', 'small', '--host', 'claude']);
    expect(address).toMatch(/\/claude$/);
    expect(err()).toContain('the demo tenant (small, seed 1) through a local MCP server');
    for (const host of ['cowork', 'claude', 'mcp-app', 'sandboxed']) {
      const page = await fetch(new URL(host, address));
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('saas-rationalization-configuration');
    }
    const closed = once(child, 'close');
    child.kill('SIGINT');
    expect(await closed).toEqual([0, null]);
  });

  test('reads a server that wants a token, and keeps the token to itself', async () => {
    const { url } = await served({ token: 'let-me-in' });
    const { address } = await preview(['--url', url], { TORII_MCP_TOKEN: 'let-me-in' });
    expect(await (await fetch(address)).text()).not.toContain('let-me-in');
    const reply = await fetch(new URL('mcp', address), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'initialize',
        params: {
          protocolVersion: '2025-06-18',
          capabilities: {},
          clientInfo: { name: 'a page', version: '1' },
        },
      }),
    });
    expect(reply.status).toBe(200);
  });

  test.each([
    [['--url', 'http://127.0.0.1:9/mcp'], 3, /127\.0\.0\.1:9\/mcp: .*Check the network and the address/s],
    [['--url', 'http://example.com/mcp'], 2, /Use https/],
    [['--url', 'torii'], 2, /such as https:\/\/api\.toriihq\.com\/mcp/],
    [['--host', 'chatgpt'], 2, /cowork, claude, mcp-app, sandboxed/],
    [['--seed', 'x'], 2, /whole number/],
    [['--port', '99999'], 2, /a port, from 0 to 65535/],
    [['--mapping', 'nowhere.json'], 2, /nowhere\.json cannot be read/],
  ])('%j ends with %i and says why', async (args, code, sentence) => {
    const ended = await command('preview', '--no-open', ...args);
    expect(ended.code).toBe(code);
    expect(ended.err).toMatch(sentence);
    expect(ended.out).toBe('');
  });

  test('names every problem of a mapping before it starts anything', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'preview-')), 'tenant-mapping.json');
    const fields = { app: { spend12m: { key: 'expenses' } }, contract: {} };
    await writeFile(file, JSON.stringify({ schemaVersion: 1, status: 'draft', fields }));
    const ended = await command('preview', '--no-open', '--mapping', file);
    expect(ended.code).toBe(2);
    expect(ended.err).toContain('tenant');
    expect(ended.err).toContain('fields.app.spend12m');
  });
});
