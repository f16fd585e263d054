import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bearerAccess } from '../../skill/sign-in/access/access.ts';
import { startPreview, type PreviewServer } from '../../skill/cli/commands/preview/server.ts';

interface Seen {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let upstream: Server;
let seen: Seen[];
let preview: PreviewServer;

beforeEach(async () => {
  seen = [];
  upstream = createServer((request, response) => void refuse(request, response));
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  const { port } = upstream.address() as AddressInfo;
  const url = new URL(`http://127.0.0.1:${port}/mcp`);
  const page = { type: 'text/html', body: () => Promise.resolve('<p>page</p>') };
  preview = await startPreview(
    { '/cowork': page },
    { url, fetch: bearerAccess('secret').fetch, takesQuery: false },
    0,
  );
});

afterEach(async () => {
  await preview.close();
  upstream.close();
});

/** Stands in for a server that is asked too often. */
async function refuse(request: IncomingMessage, response: ServerResponse): Promise<void> {
  seen.push({ url: request.url ?? '', headers: request.headers, body: await text(request) });
  const headers = { 'content-type': 'application/json', 'retry-after': '7', 'set-cookie': 'a=b' };
  response.writeHead(429, headers).end('{"said":"slow down"}');
}

function post(body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${preview.url}/mcp?fault=x`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
}

function call(name: string, args: object = {}): string {
  return JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: args } });
}

describe('relay', () => {
  it('adds the token and hands back status, body and retry-after, and nothing else', async () => {
    const reply = await post(call('list_apps', { size: 10 }), { 'mcp-session-id': 's1' });
    expect(reply.status).toBe(429);
    expect(reply.headers.get('retry-after')).toBe('7');
    expect(reply.headers.get('set-cookie')).toBeNull();
    expect(await reply.json()).toEqual({ said: 'slow down' });
    expect(seen[0]?.headers).toMatchObject({ authorization: 'Bearer secret', 'mcp-session-id': 's1' });
  });

  it('keeps the query from a real server', async () => {
    await post(call('list_apps'));
    expect(seen[0]?.url).toBe('/mcp');
  });

  it.each([
    ['a write tool', call('update_user', { id: 1 })],
    ['a write tool under a prefix', call('mcp__torii__run_workflow')],
    ['a read tool with an argument it does not know', call('list_apps', { sudo: true })],
    ['arguments that are no object', call('list_apps', ['x'])],
    ['a call without a name', '{"jsonrpc":"2.0","id":1,"method":"tools/call"}'],
    ['another method', '{"jsonrpc":"2.0","id":1,"method":"resources/read"}'],
    ['a batch', `[${call('list_apps')},${call('update_user')}]`],
    ['no JSON at all', 'update_user'],
  ])('refuses %s before a socket is opened', async (_, body) => {
    const reply = await post(body);
    expect(await reply.json()).toMatchObject({ result: { isError: true } });
    expect(seen).toEqual([]);
  });

  it('passes on what it judged, not what it was sent', async () => {
    await post(
      '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"update_user","name":"list_apps"}}',
    );
    expect(seen.map(({ body }) => body)).toEqual([
      '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"list_apps"}}',
    ]);
  });

  it('opens no stream for messages from the server', async () => {
    expect((await fetch(`${preview.url}/mcp`)).status).toBe(405);
  });

  it.each([{ origin: 'https://example.com' }, { origin: 'null' }])(
    'refuses a page from elsewhere: %o',
    async (headers) => {
      expect((await post(call('list_apps'), headers)).status).toBe(403);
      expect(seen).toEqual([]);
    },
  );

  it('says which server cannot be reached', async () => {
    await new Promise((resolve) => upstream.close(resolve));
    const reply = await post(call('list_apps'));
    expect(reply.status).toBe(502);
    expect(await reply.text()).toMatch(/^The MCP server at http:\/\/127\.0\.0\.1:\d+ cannot be reached\.$/);
  });
});

describe('preview server', () => {
  it('serves its pages and nothing else', async () => {
    expect(await (await fetch(`${preview.url}/cowork`)).text()).toBe('<p>page</p>');
    expect((await fetch(`${preview.url}/package.json`)).status).toBe(404);
  });

  it('names a port that is taken', async () => {
    const port = Number(new URL(preview.url).port);
    const second = startPreview({}, { url: new URL('http://127.0.0.1/'), fetch, takesQuery: false }, port);
    await expect(second).rejects.toThrow(`Port ${port} is in use.`);
  });
});
