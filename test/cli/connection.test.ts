/** Getting in, and what a person is told who does not. */
import { createServer } from 'node:http';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { listen, closeServer } from '../../mocks/server/node-http.ts';
import { command, fact } from './command.ts';
import { asOf, served } from './served.ts';

beforeEach(() => void vi.stubEnv('TORII_MCP_TOKEN', ''));
afterEach(() => void vi.unstubAllEnvs());

const every = ['discover', 'validate', 'audit-tools'] as const;

describe('a server that wants a token', () => {
  test('lets the token of the environment in, and only there', async () => {
    const { url } = await served({ token: 'let-me-in' });
    vi.stubEnv('TORII_MCP_TOKEN', ' let-me-in\n');
    const { code, out, err } = await command('validate', '--url', url, '--as-of', asOf);
    expect([code, fact(out, 1, 'count')]).toEqual([0, '5']);
    expect(out + err).not.toContain('let-me-in');
  });

  test.each(every)('%s says how to sign in', async (name) => {
    for (const options of [{ token: 'let-me-in' }, { oauth: true }]) {
      const { url } = await served(options);
      const { code, out, err } = await command(name, '--url', url);
      expect([code, out]).toEqual([3, '']);
      expect(err).toContain(`${url}: The server wants a sign-in.`);
      expect(err).toContain(`Sign in with: saas-rationalization login --url ${url}\n`);
    }
  });

  test('tells a wrong token from a missing one, and repeats neither', async () => {
    const { url } = await served({ oauth: true });
    vi.stubEnv('TORII_MCP_TOKEN', 'expired-secret');
    const { code, err } = await command('validate', '--url', url);
    expect(code).toBe(3);
    expect(err).toContain('does not accept the token in TORII_MCP_TOKEN');
    expect(err).toContain('sign in with: saas-rationalization login');
    expect(err).not.toContain('expired-secret');
  });
});

/** A web server that is no MCP server, or another one. */
async function other(answer: (request: Request) => Promise<Response> | Response): Promise<string> {
  const { server, origin } = await listen(0, () => async (request) => answer(request));
  onTestFinished(() => closeServer(server));
  return `${origin}/mcp`;
}

test('what a server says of a token is said without the token, also in a digest that is sent', async () => {
  const jwt = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiI3In0.c2lnbmF0dXJl';
  const said = `bad header: Bearer 0pa-que; ${jwt} is not known; access_token=a1b2, a bearer token is required`;
  const url = await other(() => Response.json({ error: { message: said } }, { status: 503 }));
  const { code, out, err } = await command('digest', '--url', url, '--as-of', asOf);
  expect(code).toBe(3);
  for (const text of [out, err]) {
    expect(text.replaceAll('\\', '')).toContain(
      'Bearer [hidden]; [hidden] is not known; access_token=[hidden], a bearer token is required',
    );
    expect(text).not.toMatch(/0pa|eyJ|a1b2/);
  }
});

describe('an address that is not Torii', () => {
  test.each(every)('%s: no one is there', async (name) => {
    const port = await freePort();
    const { code, out, err } = await command(name, '--url', `http://127.0.0.1:${port}/mcp`);
    expect([code, out]).toEqual([3, '']);
    expect(err).toMatch(
      /Torii cannot be reached\. \(nothing listens at this address\) Check the network and the address/,
    );
  });

  test.each([200, 404, 405])('a web page with status %d', async (status) => {
    const html = '<!doctype html><html><head><title>Welcome</title></head><body>Hello</body></html>';
    const url = await other(() => new Response(html, { status, headers: { 'content-type': 'text/html' } }));
    const { code, err } = await command('discover', '--url', url);
    expect(code).toBe(3);
    expect(err).toContain('it is not Torii.');
    expect(err).toContain('Check the address: it should end in /mcp');
    expect(err).not.toContain('<');
  });

  test('an MCP server of something else', async () => {
    const url = await other(async (request) => {
      const server = new McpServer({ name: 'weather', version: '1.0.0' });
      server.registerTool('get_forecast', { description: 'Weather' }, () => ({ content: [] }));
      const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
      await server.connect(transport);
      return request.method === 'POST'
        ? transport.handleRequest(request)
        : new Response(null, { status: 405 });
    });
    const read = await command('validate', '--url', url);
    expect([read.code, read.out]).toEqual([3, '']);
    expect(read.err).toContain('it is not Torii. (None of the tools offered lists apps: get_forecast)');
    const audit = await command('audit-tools', '--url', url);
    expect(audit.code).toBe(5);
    expect(audit.err).toContain('None of these tools is a read tool of Torii');
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => void server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('an address as typed', () => {
  test.each([
    ['torii', 'It must be an address such as https://api.toriihq.com/mcp.'],
    ['ftp://api.toriihq.com/mcp', 'It must be an address such as'],
    ['http://api.toriihq.com/mcp', 'Use https: plain http is accepted for this machine only.'],
  ])('%s', async (url, sentence) => {
    const { code, out, err } = await command('validate', '--url', url);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain("option '--url <url>'");
    expect(err).toContain(sentence);
  });

  test('is one source at a time', async () => {
    for (const source of [[], ['--url', 'https://localhost/mcp', '--records', '.']]) {
      const { code, err } = await command('validate', ...source);
      expect([code, err]).toEqual([
        2,
        'Say where to read from: one of --url, --records, --copied or --input, and only one.\n',
      ]);
    }
  });
});
