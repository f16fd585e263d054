import { setupServer } from 'msw/node';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createClaude, type ClaudeOptions } from '../../../mocks/claude.ts';
import type { MockMcp } from '../../../mocks/hosts/mock-mcp.ts';
import type { DownloadedFile } from '../../../mocks/hosts/downloads.ts';
import { manualClock, settled } from '../../artifact/bridge/manual-clock.ts';
import { smallServer, url, type SmallServer } from './small-server.ts';

const grants = ['list_apps', 'get_app'];

let torii: SmallServer;
let network: ReturnType<typeof setupServer>;

beforeEach(() => {
  torii = smallServer();
  network = setupServer(...torii.handlers);
  network.listen({ onUnhandledRequest: 'error' });
});
afterEach(() => network.close());

async function opened(change: Partial<ClaudeOptions> = {}) {
  const clock = manualClock();
  const claude = createClaude({ url, server: 'Torii', grants, clock, ...change });
  const mcp = 'use' in claude ? await claude.use('mcp') : claude.mcp;
  return { claude, clock, mcp: mcp as MockMcp };
}

describe('the capability', () => {
  test('lists the grant without schemas or ungranted tools', async () => {
    const { mcp } = await opened();
    expect(await mcp.listTools()).toEqual({
      servers: [
        {
          server: 'Torii',
          authStatus: 'connected',
          tools: [
            { name: 'list_apps', annotations: { readOnlyHint: true } },
            { name: 'get_app', annotations: { readOnlyHint: true } },
          ],
        },
      ],
    });
  });

  test('answers with the time its cache was filled', async () => {
    const { mcp, clock } = await opened();
    const filled = clock.now();
    const first = await mcp.callTool('Torii', 'list_apps', {});
    expect(first).toMatchObject({ cache: { storedAt: filled, revalidating: false } });
    await clock.advance(60_000);
    expect(await mcp.callTool('Torii', 'list_apps', {})).toEqual(first);
    expect(await mcp.callTool('Torii', 'list_apps', {}, { cache: { refresh: true } })).toMatchObject({
      cache: { storedAt: filled + 60_000 },
    });
    expect(torii.calls).toHaveLength(2);
  });

  test('exists in an older form', async () => {
    const { claude, mcp } = await opened({ older: true });
    expect(claude).not.toHaveProperty('use');
    expect(await mcp.callTool('Torii', 'list_apps', {})).toHaveProperty('content');
  });

  test('is null where there is none', async () => {
    const { claude } = await opened();
    if (!('use' in claude)) throw new Error('The current form has `use`.');
    expect(await claude.use('camera')).toBeNull();
    const { mcp } = await opened({ faults: 'no-capability' });
    expect(mcp).toBeNull();
  });

  test('may take nine seconds', async () => {
    const clock = manualClock();
    const claude = createClaude({ url, server: 'Torii', grants, clock, faults: 'late-capability' });
    let arrived = false;
    const wait = 'use' in claude && claude.use('mcp').then(() => (arrived = true));
    await clock.advance(8_999);
    expect(arrived).toBe(false);
    await clock.advance(1);
    await wait;
    expect(arrived).toBe(true);
  });
});

describe('every failure rejects with a code', () => {
  test.each([
    ['Torii', 'list_users', 'not_in_manifest'],
    ['Okta', 'list_apps', 'server_not_found'],
    ['Torii', 'get_app', 'tool_error'],
  ])('%s %s: %s', async (server, tool, code) => {
    const { mcp } = await opened();
    await expect(mcp.callTool(server, tool, {})).rejects.toMatchObject({ code, server });
  });

  test('tool_error carries the result', async () => {
    const { mcp } = await opened();
    await expect(mcp.callTool('Torii', 'get_app', {})).rejects.toMatchObject({
      result: { isError: true, content: [{ text: expect.stringMatching(/404/) }] },
    });
  });

  test.each([
    [401, 'needs_reauth', false],
    [429, 'rate_limited', true],
    [503, 'server_unavailable', true],
    [400, 'bad_request', false],
  ])('HTTP %i is %s', async (status, code, retryable) => {
    torii.fail(status, { 'retry-after': '3' });
    const { mcp } = await opened();
    await expect(mcp.callTool('Torii', 'list_apps', {})).rejects.toMatchObject({
      code,
      retryable,
      retryAfterMs: 3_000,
    });
  });

  test.each([
    ['approval', 'approval_required'],
    ['consent', 'consent_required'],
    ['policy', 'blocked_by_policy'],
    ['reauth', 'needs_reauth'],
    ['rate', 'rate_limited'],
    ['renamed', 'server_not_connected'],
  ])('fault %s is %s', async (faults, code) => {
    const { mcp } = await opened({ faults });
    await expect(mcp.callTool('Torii', 'list_apps', {})).rejects.toMatchObject({ code });
  });

  test('so does a call that is aborted', async () => {
    const { mcp } = await opened({ faults: 'never' });
    const stop = new AbortController();
    const call = mcp.callTool('Torii', 'list_apps', {}, { signal: stop.signal });
    stop.abort();
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('the listing', () => {
  test.each([
    ['policy', []],
    ['list_apps:disabled', ['get_app']],
    ['approval', ['list_apps', 'get_app']],
  ])('under %s shows %j', async (faults, names) => {
    const { mcp } = await opened({ faults });
    const { servers } = await mcp.listTools();
    expect(servers[0]?.tools.map(({ name }) => name)).toEqual(names);
  });

  test('says that the sign-in is lost, and has no renamed connector', async () => {
    expect((await (await opened({ faults: 'reauth' })).mcp.listTools()).servers[0]?.authStatus).toBe(
      'needs_reauth',
    );
    expect((await (await opened({ faults: 'renamed' })).mcp.listTools()).servers).toEqual([]);
  });

  test('holds the other connectors of the viewer', async () => {
    const { mcp } = await opened({ others: [{ server: 'Torii EU', tools: ['list_apps'] }] });
    expect((await mcp.listTools()).servers.map(({ server }) => server)).toEqual(['Torii', 'Torii EU']);
  });
});

describe('watching', () => {
  test('repeats the call until it is stopped', async () => {
    const { mcp, clock } = await opened();
    const events: unknown[] = [];
    const stop = mcp.watchTool('Torii', 'list_apps', {}, (event) => events.push(event));
    await expect.poll(() => events.length).toBe(1);
    await clock.advance(30_000);
    await expect.poll(() => events.length).toBe(2);
    stop();
    await clock.advance(30_000);
    await settled();
    expect(events).toHaveLength(2);
  });
});

async function save(filename: string, saved: DownloadedFile[] = []): Promise<DownloadedFile[]> {
  const { claude } = await opened({ onSave: (file) => saved.push(file) });
  const downloads = 'use' in claude ? await claude.use('downloads') : null;
  await (downloads as { save(file: DownloadedFile): Promise<void> }).save({ filename, data: 'x' });
  return saved;
}

describe('downloads', () => {
  test('save text', async () => {
    expect(await save('apps.txt')).toEqual([{ filename: 'apps.txt', data: 'x' }]);
  });

  test.each([
    ['apps.csv', 'extension_not_enabled'],
    ['apps.exe', 'rejected_extension'],
  ])('refuse %s', async (filename, code) => {
    await expect(save(filename)).rejects.toMatchObject({ code });
  });
});
