import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { toriiAddress, toriiHandlers } from '../../mocks/handlers.ts';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import { bodyOf, connected } from './connected.ts';

const tenant = createTenant({ size: 'small' });
const { handlers, torii } = toriiHandlers(tenant);
const server = setupServer(...handlers);

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const message = (method: string, params: object = {}, id: number | null = 1) =>
  JSON.stringify({ jsonrpc: '2.0', method, params, ...(id === null ? {} : { id }) });
const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
const post = (body: string, query = '', extra: Record<string, string> = {}) =>
  fetch(`${toriiAddress}${query}`, { method: 'POST', headers: { ...headers, ...extra }, body });

const call = (name: string, query: string) => post(message('tools/call', { name, arguments: {} }), query);

describe('the official client', () => {
  test.each(['', '?reply=sse', '?sessions=on', '?sessions=on&reply=sse'])(
    'reads through msw%s',
    async (query) => {
      const client = await connected(`${toriiAddress}${query}`);
      await client.ping();
      const { tools } = await client.listTools();
      expect(tools.length).toBeGreaterThan(20);
      const result = await client.callTool({ name: 'list_apps', arguments: { size: 5 } });
      expect(bodyOf(result)).toMatchObject({ count: 5, total: 40 });
    },
  );

  test('pages through tools/list', async () => {
    const client = await connected(`${toriiAddress}?tools=10`);
    const names: string[] = [];
    let cursor: string | undefined;
    do {
      // oxlint-disable-next-line no-await-in-loop
      const page = await client.listTools(cursor === undefined ? {} : { cursor });
      expect(page.tools.length).toBeLessThanOrEqual(10);
      names.push(...page.tools.map(({ name }) => name));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(names).toEqual(torii.tools().map(({ name }) => name));
    await expect(client.listTools({ cursor: 'x' })).rejects.toThrow(/Invalid cursor/);
  });

  test('sees a write in the log of the mock', async () => {
    const client = await connected(toriiAddress);
    const before = torii.writes.length;
    await client.callTool({ name: 'run_workflow', arguments: { id: 3 } });
    expect(torii.writes.slice(before)).toEqual([{ name: 'run_workflow', args: { id: 3 } }]);
  });
});

describe('the protocol', () => {
  test('answers a single message without a session, as JSON', async () => {
    const response = await post(message('tools/call', { name: 'get_organization' }));
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toMatchObject({
      jsonrpc: '2.0',
      id: 1,
      result: { content: [{ type: 'text' }] },
    });
  });

  test('accepts notifications without a body, refuses what is no message', async () => {
    expect((await post(message('notifications/initialized', {}, null))).status).toBe(202);
    expect((await post('{"no":"message"}')).status).toBe(400);
    expect((await post('not json')).status).toBe(400);
    expect(await (await post(message('no/such'))).json()).toMatchObject({ error: { code: -32_601 } });
  });

  test('has no stream to open without sessions; knows no foreign session', async () => {
    const get = await fetch(toriiAddress, { headers: { accept: 'text/event-stream' } });
    expect(get.status).toBe(405);
    const stranger = await post(message('tools/list'), '?sessions=on', { 'mcp-session-id': 'stranger' });
    expect(stranger.status).toBe(404);
  });
});

describe('variants and faults by the address', () => {
  test.each([
    ['401', 401],
    ['403', 403],
    ['404', 404],
    ['429', 429],
    ['500', 500],
    ['502', 502],
  ])('?fault=list_apps:%s answers HTTP %i', async (fault, status) => {
    const response = await call('list_apps', `?fault=list_apps:${fault}`);
    expect(response.status).toBe(status);
    expect(response.headers.get('retry-after')).toBe(fault === '429' ? '2' : null);
    expect((await call('list_users', `?fault=list_apps:${fault}`)).status).toBe(200);
  });

  test('an HTML page, a cut message and a broken connection', async () => {
    expect(await (await call('list_apps', '?fault=html')).text()).toMatch(/^<!doctype html>/);
    const cut = await (await call('list_apps', '?fault=cut')).text();
    expect(() => JSON.parse(cut) as unknown).toThrow(SyntaxError);
    await expect(call('list_apps', '?fault=drop')).rejects.toThrow(TypeError);
  });

  test('faults strike tools/list and initialize too, and inside a session', async () => {
    expect((await post(message('tools/list'), '?fault=tools/list:500')).status).toBe(500);
    await expect(connected(`${toriiAddress}?fault=initialize:401`)).rejects.toThrow('Unauthorized');
    const client = await connected(`${toriiAddress}?sessions=on&fault=list_apps:500@2`);
    await client.callTool({ name: 'list_apps' });
    await expect(client.callTool({ name: 'list_apps' })).rejects.toThrow(/500/);
    expect((await client.callTool({ name: 'list_apps' })).isError).toBeUndefined();
  });

  test('initialize restarts the count', async () => {
    const query = '?fault=*:500@1&run=again';
    expect((await call('list_apps', query)).status).toBe(500);
    expect((await call('list_apps', query)).status).toBe(200);
    await connected(`${toriiAddress}${query}`);
    expect((await call('list_apps', query)).status).toBe(500);
  });

  test('style, contracts, role, fields, missing, renamed and structured', async () => {
    const text = async (name: string, query: string) => {
      const { result } = (await (await call(name, query)).json()) as {
        result: { content: { text: string }[] };
      };
      return result.content[0]?.text ?? '';
    };
    expect(await text('list_apps', '?style=older')).toContain('\n  "apps"');
    expect(await text('list_contracts', '?contracts=1.0')).toMatch(/^\{"contracts":\[/);
    expect(await text('list_contracts', '?role=no-contracts,no-expenses')).toContain('403');
    expect(JSON.parse(await text('get_app_fields', '?fields=149'))).toMatchObject({
      fields: { length: 149 },
    });
    expect(await text('list_users', '?missing=list_users')).toContain('not found');
    expect(await text('get_apps', '?rename=list_apps:get_apps')).toContain('"total":40');
    expect(await (await call('list_apps', '?structured=on')).json()).toMatchObject({
      result: { structuredContent: { total: 40 } },
    });
  });

  test.each(['?fault=teapot', '?style=odd', '?role=king', '?slow=soon'])(
    '%s is refused in words',
    async (query) => {
      const response = await call('list_apps', query);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({
        error: { message: expect.stringMatching(/Known|must be/) as string },
      });
    },
  );
});
