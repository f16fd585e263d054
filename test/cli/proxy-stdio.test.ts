/** The proxy as a client starts it: the built file, on standard input and output. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { readTools } from '../../skill/torii/base/catalog.ts';
import { folder, served } from './served.ts';

const built = fileURLToPath(new URL('../../dist/cli.mjs', import.meta.url));

const hello = `${JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'test', version: '0' } },
})}\n`;

interface Started {
  readonly child: ChildProcess;
  readonly say: (text: string) => void;
  readonly out: () => string;
  readonly err: () => string;
  /** Settles when something was answered. */
  readonly answered: Promise<unknown>;
  readonly ended: Promise<{ code: number | null; ms: number }>;
}

function start(url: string, env: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, [built, 'proxy', '--url', url], {
    env: { PATH: process.env['PATH'], ...env },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const began = Date.now();
  return {
    child,
    say: (text) => void child.stdin.write(text),
    out: () => out,
    err: () => err,
    answered: once(child.stdout, 'data'),
    ended: once(child, 'close').then(([code]) => ({ code: code as number | null, ms: Date.now() - began })),
  };
}

describe('saas-rationalization proxy', () => {
  test('serves the official client, with the token of the environment', async () => {
    const { url, torii } = await served({ token: 'let-me-in' });
    const client = new Client({ name: 'test', version: '0' });
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [built, 'proxy', '--url', url],
      env: { PATH: process.env['PATH'] ?? '', TORII_MCP_TOKEN: 'let-me-in' },
      stderr: 'pipe',
    });
    let err = '';
    transport.stderr?.on('data', (chunk: Buffer) => (err += chunk.toString()));
    await client.connect(transport);
    const { tools } = await client.listTools();
    expect(tools.length).toBe(readTools.length);
    expect((await client.callTool({ name: 'list_apps', arguments: { size: 5 } })).isError).not.toBe(true);
    expect((await client.callTool({ name: 'update_user', arguments: { id: 1 } })).isError).toBe(true);
    await client.close();
    expect(torii.calls.map(({ name }) => name)).toEqual(['list_apps']);
    expect(err).toContain(`proxy: Reading only, from ${url}`);
    expect(err).toContain('proxy: "update_user" ended as refused.');
    expect(err).not.toContain('let-me-in');
  });

  test('opens no browser where it must not, and says how to sign in', async () => {
    const { url } = await served({ oauth: true });
    const client = new Client({ name: 'test', version: '0' });
    const args = [built, 'proxy', '--url', url, '--no-browser'];
    await client.connect(new StdioClientTransport({ command: process.execPath, args, stderr: 'pipe' }));
    await expect(client.listTools()).rejects.toThrow(`Sign in with: saas-rationalization login --url ${url}`);
    await client.close();
  });

  test('signs in at the address it prints, where no browser can be opened', async () => {
    const { url } = await served({ oauth: true });
    const { say, out, err, child } = start(url, {
      PATH: '/nowhere',
      SAAS_RATIONALIZATION_CONFIG: await folder(),
    });
    say(hello);
    say('{"jsonrpc":"2.0","method":"notifications/initialized"}\n');
    say('{"jsonrpc":"2.0","id":2,"method":"tools/list"}\n');
    await vi.waitUntil(() => /If none came up, open: \S+\n/.test(err()), { timeout: 20_000 });
    await fetch(/open: (\S+)\n/.exec(err())?.[1] ?? '');
    await vi.waitUntil(() => out().includes('"id":2'), { timeout: 20_000 });
    expect(out()).toContain('"name":"list_apps"');
    expect(child.exitCode).toBeNull();
  });

  test('answers at once while no one is there behind it, and says nothing but protocol', async () => {
    const { say, out, answered, child, ended } = start('http://127.0.0.1:9/mcp');
    say(hello);
    await answered;
    expect(JSON.parse(out())).toMatchObject({ id: 1, result: { capabilities: { tools: {} } } });
    child.stdin?.end();
    expect(await ended).toMatchObject({ code: 0 });
  });

  test.each(['SIGTERM', 'SIGINT'] as const)(
    'ends in order on %s, with or without calls in flight',
    async (signal) => {
      const { url } = await served();
      const { say, answered, child, ended, err } = start(`${url}?fault=tools/list:never`);
      say(hello);
      await answered;
      say('{"jsonrpc":"2.0","method":"notifications/initialized"}\n');
      say('{"jsonrpc":"2.0","id":2,"method":"tools/list"}\n');
      child.kill(signal);
      expect(await ended).toMatchObject({ code: 0 });
      expect(err()).toContain('proxy: Ending: told to.');
    },
  );

  test('outlives what is no protocol', async () => {
    const { say, answered, err, out, child, ended } = start('http://127.0.0.1:9/mcp');
    say('GET / HTTP/1.1\n\n{"jsonrpc":"1.0"}\n[1,2]\n');
    say(hello);
    await answered;
    expect(JSON.parse(out())).toMatchObject({ id: 1 });
    expect(err()).toContain('A message could not be handled');
    child.stdin?.end();
    expect(await ended).toMatchObject({ code: 0 });
  });
});
