/** What becomes of the proxy when the server behind it does not answer as it should. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { startServer } from '../../mocks/server/server.ts';
import { listen, closeServer } from '../../mocks/server/node-http.ts';
import type { Clock } from '../../skill/torii/base/bridge.ts';
import { systemClock } from '../../skill/node/clock.ts';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import {
  CallToolResultSchema,
  ToolListChangedNotificationSchema,
  type Progress,
} from '@modelcontextprotocol/sdk/types.js';
import { proxied, textOf } from './proxied.ts';
import { served, tenant } from './served.ts';

beforeEach(() => void vi.stubEnv('TORII_MCP_TOKEN', ''));
afterEach(() => void vi.unstubAllEnvs());

/** Waits between attempts are over at once; deadlines are not. */
const impatient: Clock = {
  ...systemClock,
  sleep: (ms, signal) => systemClock.sleep(ms < 30_000 ? 10 : ms, signal),
};

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => void server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await closeServer(server);
  return port;
}

describe('a call that fails', () => {
  test.each([
    ['429', /Too many calls in one minute\. .*Wait 2 s, then ask again\./],
    ['429-bare', /Too many calls in one minute\. .*Wait a minute/],
    ['500', /Torii cannot be reached\. \(HTTP 500/],
    ['502', /Torii cannot be reached\. \(HTTP 502 Bad Gateway\)/],
    ['403', /may not see this/],
    ['html', /not Torii/],
    ['drop', /Torii cannot be reached\./],
  ])('with %s says so, and the next one works', async (fault, sentence) => {
    const { url } = await served();
    const { call } = await proxied(`${url}?fault=get_app_fields:${fault}`);
    const answer = await call('get_app_fields');
    expect(answer.isError).toBe(true);
    expect(textOf(answer)).toMatch(sentence);
    expect((await call('list_apps')).isError).not.toBe(true);
  });

  test.each(['never', 'cut'])('with %s ends after its deadline', async (fault) => {
    const { url } = await served();
    const { call } = await proxied(`${url}?fault=get_app_fields:${fault}`, { deadlineMs: 500 });
    const answer = await call('get_app_fields');
    expect(answer.isError).toBe(true);
    expect(textOf(answer)).toMatch(/did not answer in time|not Torii/);
    expect((await call('list_apps')).isError).not.toBe(true);
  });

  test('inside Torii is handed on as it is', async () => {
    const { url } = await served();
    const { call } = await proxied(`${url}?fault=list_contracts:iserror-403`);
    const answer = await call('list_contracts');
    expect(answer.isError).toBe(true);
    expect(textOf(answer)).toContain('403');
  });
});

describe('a sign-in', () => {
  test('that is missing is asked for, in the list and in a call', async () => {
    const { url } = await served({ token: 'let-me-in' });
    const { client, call } = await proxied(url);
    await expect(client.listTools()).rejects.toThrow(/The server wants a sign-in\./);
    expect(textOf(await call('list_apps'))).toContain('The server wants a sign-in.');
  });

  test('that ran out is renewed once before the call is given up', async () => {
    const { url } = await served();
    const { call } = await proxied(`${url}?fault=*:401@2`);
    expect((await call('list_apps')).isError).not.toBe(true);
    expect((await call('list_apps')).isError).not.toBe(true);
  });

  test('never shows its token, whatever the server repeats', async () => {
    vi.stubEnv('TORII_MCP_TOKEN', 'sesame-1234');
    const { server, origin } = await listen(0, () => async (request) => {
      const said = `no entry for ${request.headers.get('authorization')}, access_token=other-5678`;
      return new Response(said, { status: 500 });
    });
    onTestFinished(() => closeServer(server));
    const { client, call, log } = await proxied(`${origin}/mcp`, { token: 'sesame-1234' });
    const listed = await client.listTools().catch(String);
    const everything = JSON.stringify([listed, await call('list_apps'), log]);
    expect(everything).toContain('no entry for Bearer [hidden]');
    expect(everything).not.toMatch(/sesame|other-5678/);
  });
});

describe('a server that', () => {
  test('is not there yet: the client is told when it is', async () => {
    const port = await freePort();
    const { client, call } = await proxied(`http://127.0.0.1:${port}/mcp`, { clock: impatient });
    const changed = new Promise<void>((resolve) => {
      client.setNotificationHandler(ToolListChangedNotificationSchema, () => resolve());
    });
    await expect(client.listTools()).rejects.toThrow(/Torii cannot be reached.*nothing listens/s);
    const server = await startServer({ tenant, port });
    onTestFinished(() => server.close());
    await changed;
    expect((await client.listTools()).tools.length).toBe(15);
    expect((await call('list_apps')).isError).not.toBe(true);
  });

  test('dies midway and comes back without its sessions', async () => {
    const port = await freePort();
    const options = { tenant, port, sessions: true };
    const first = await startServer(options);
    const { client, call } = await proxied(first.url);
    await client.listTools();
    await first.close();
    const lost = await call('list_apps');
    expect(lost.isError).toBe(true);
    expect(textOf(lost)).toContain('Torii cannot be reached.');
    const second = await startServer(options);
    onTestFinished(() => second.close());
    expect((await call('list_apps')).isError).not.toBe(true);
  });

  test('forgets a session in between: nobody notices', async () => {
    const port = await freePort();
    const options = { tenant, port, sessions: true };
    const first = await startServer(options);
    const { call } = await proxied(first.url);
    expect((await call('list_apps')).isError).not.toBe(true);
    await first.close();
    const second = await startServer(options);
    onTestFinished(() => second.close());
    expect((await call('list_apps')).isError).not.toBe(true);
  });

  test('is slow to let in holds up nobody: initialize is answered, and the wait is explained', async () => {
    const { url } = await served();
    const slow = `${url}?fault=initialize:never`;
    const { client } = await proxied(slow, { openingMs: 200 });
    expect(client.getServerVersion()?.name).toBe('saas-rationalization-proxy');
    await expect(client.listTools()).rejects.toThrow(/Not connected after 0\.2 s; still trying/);
  });

  test('is another one offers nothing, and says so', async () => {
    const { url } = await served();
    const { client } = await proxied(`${url}?fault=not-torii`);
    await expect(client.listTools()).rejects.toThrow(/None of its tools is a read tool of Torii/);
  });
});

async function hearing(fault: string, options: Parameters<typeof proxied>[1]) {
  const { url } = await served();
  const { client } = await proxied(`${url}?fault=get_app_fields:${fault}`, options);
  const heard: Progress[] = [];
  const answer = await client.request(
    { method: 'tools/call', params: { name: 'get_app_fields', arguments: {} } },
    CallToolResultSchema,
    { onprogress: (progress) => void heard.push(progress) },
  );
  return { heard, answer };
}

describe('a wait', () => {
  test('is told to a client that asked, in numbers that only grow', async () => {
    const { heard, answer } = await hearing('never', { deadlineMs: 500, tickMs: 100 });
    expect(textOf(answer)).toContain('did not answer in time');
    expect(heard.length).toBeGreaterThanOrEqual(2);
    expect(heard[0]?.message).toMatch(/^No answer from Torii for \d+ s\.$/);
    const steps = heard.map(({ progress }) => progress);
    expect(steps).toEqual([...new Set(steps)].toSorted((a, b) => a - b));
  });

  test('for a server that is always about to be ready ends too', async () => {
    const { url } = await alwaysAboutToBeReady();
    const { call, client } = await proxied(url, { deadlineMs: 300 });
    const since = Date.now();
    const answer = await client.request(
      { method: 'tools/call', params: { name: 'list_apps', arguments: {} } },
      CallToolResultSchema,
      { onprogress: () => {}, resetTimeoutOnProgress: true },
    );
    expect([answer.isError, textOf(answer)]).toEqual([
      true,
      expect.stringContaining('did not answer in time'),
    ]);
    expect(Date.now() - since).toBeLessThan(10_000);
    expect((await call('get_organization')).isError).toBe(true);
  });
});

/** Tells its progress every 50 ms, and never its answer. */
function busyServer(): McpServer {
  const server = new McpServer({ name: 'busy', version: '1' });
  server.registerTool('list_apps', { annotations: { readOnlyHint: true } }, async (extra) => {
    const { signal, sendNotification, _meta: meta } = extra;
    const progressToken = meta?.progressToken ?? 0;
    for (let progress = 1; !signal.aborted; progress += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other is what is tried
      await systemClock.sleep(50);
      const params = { progress, progressToken };
      // oxlint-disable-next-line no-await-in-loop
      await sendNotification({ method: 'notifications/progress', params }).catch(() => {});
    }
    return { content: [] };
  });
  return server;
}

async function alwaysAboutToBeReady(): Promise<{ url: string }> {
  const { server, origin } = await listen(0, () => async (request) => {
    const transport = new WebStandardStreamableHTTPServerTransport({});
    await busyServer().connect(transport);
    return transport.handleRequest(request);
  });
  onTestFinished(() => closeServer(server));
  return { url: `${origin}/mcp` };
}
