/**
 * The MCP conformance suite on the server with the engine. It speaks HTTP, so the server is put behind a
 * transport of the SDK here. The scenarios are those that need no tool, prompt or resource made for the suite.
 */
import { execFile } from 'node:child_process';
import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { expect, onTestFinished, test } from 'vitest';
import { openClient } from '../../skill/cli/connection/http-connection.ts';
import { createProxy } from '../../skill/cli/commands/proxy/proxy-server.ts';
import { systemClock } from '../../skill/node/clock.ts';
import { listenOnLoopback } from '../../skill/node/listen.ts';
import { anonymousAccess } from '../../skill/sign-in/access/access.ts';
import { asOf, served } from '../cli/served.ts';
import { node24 } from './node-24.ts';
import { tool } from './tool.ts';

const run = promisify(execFile);

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? undefined : (JSON.parse(text) as unknown);
}

/** A server of its own for every request, as for a client that keeps no session. */
async function engineOverHttp(): Promise<string> {
  const { url } = await served();
  const access = anonymousAccess(new URL(url));
  const server = createServer((request, response) => {
    void (async () => {
      const proxy = createProxy({
        reach: { signingIn: false, open: () => openClient({ url: new URL(url), access }) },
        clock: systemClock,
        log: () => {},
        howToSignIn: '',
        engine: {
          places: { mapping: null, tenantPack: null },
          asOf: () => asOf,
          maxAgeMs: 60_000,
          page: () => Promise.resolve('<!doctype html><title>page</title>'),
        },
      });
      const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
      await proxy.server.connect(transport);
      await transport.handleRequest(request, response, await bodyOf(request));
    })();
  });
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${await listenOnLoopback(server, 0)}/mcp`;
}

test.each(['server-initialize', 'ping', 'tools-list', 'resources-list'])('%s', async (scenario) => {
  const url = await engineOverHttp();
  const folder = await tool('@modelcontextprotocol/conformance', '0.1.16');
  const script = join(folder, 'node_modules', '@modelcontextprotocol', 'conformance', 'dist', 'index.js');
  const args = [script, 'server', '--url', url, '--scenario', scenario];
  const { stdout } = await run(await node24(), args, { maxBuffer: 64 << 20 });
  expect(stdout).toMatch(/Passed: 1\/1, 0 failed, 0 warnings/);
});
