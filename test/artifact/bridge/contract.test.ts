import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { ToolBridge } from '../../../skill/torii/base/bridge.ts';
import { isReadTool, readTools, type ReadTool } from '../../../skill/torii/base/catalog.ts';
import type { JsonObject } from '../../../skill/torii/base/json.ts';
import { manualClock, settled, type ManualClock } from './manual-clock.ts';
import { rigs, type Server } from './rigs.ts';

const DEADLINE_MS = 1_000;
const apps = Array.from({ length: 5 }, (_, index) => ({ id: index + 1, name: `App ${index + 1}` }));

const said = (text: string) => ({ content: [{ type: 'text', text }] });
const refused = (text: string) => ({ ...said(text), isError: true });
const reply = (body: JsonObject) => said(JSON.stringify(body));

/** Two apps a page. */
const honest: Server = async (_, { cursor }) => {
  const from = Number(cursor ?? 0);
  const end = from + 2;
  return reply({
    apps: apps.slice(from, end),
    count: 2,
    total: apps.length,
    nextCursor: end < apps.length ? String(end) : null,
  });
};

function opened(rig: (typeof rigs)[number], server: Server, clock: ManualClock = manualClock()) {
  const spy = vi.fn<Server>(server);
  const bridge = rig.open(spy, { clock, prefix: null, connectorName: 'Torii', deadlineMs: DEADLINE_MS });
  return { bridge, clock, server: spy };
}

async function kindOf(bridge: ToolBridge, signal?: AbortSignal): Promise<string> {
  const outcome = await bridge.call('list_apps', { size: 2 }, signal ? { signal } : {});
  return outcome.ok ? 'ok' : outcome.kind;
}

/** A call's own deadline begins when it is sent, which over a channel takes a moment. */
async function isAsked(server: ReturnType<typeof opened>['server']): Promise<void> {
  await vi.waitFor(() => expect(server).toHaveBeenCalled());
  await settled();
}

describe.each(rigs)('a bridge over $name', (rig) => {
  test('lists page by page to the end', async () => {
    const { bridge } = opened(rig, honest);
    const names: unknown[] = [];
    let cursor: string | null = null;
    do {
      const page = await bridge.call('list_apps', cursor === null ? { size: 2 } : { size: 2, cursor });
      if (!page.ok) throw new Error(page.message);
      names.push(...(page.body['apps'] as JsonObject[]).map(({ name }) => name));
      cursor = typeof page.body['nextCursor'] === 'string' ? page.body['nextCursor'] : null;
    } while (cursor !== null);
    expect(names).toEqual(apps.map(({ name }) => name));
  });

  test.each([
    'run_workflow',
    'update_user',
    'create_contract',
    'mcp__x__list_apps',
    'list_apps; delete_app',
    '',
  ])('lets no call of %j through', async (name) => {
    const { bridge, server } = opened(rig, honest);
    const outcome = await bridge.call(name as ReadTool, {});
    expect(outcome.ok).toBe(false);
    expect(server).not.toHaveBeenCalled();
  });

  test('lets none of a thousand invented names through', async () => {
    const { bridge, server } = opened(rig, honest);
    const verb = fc.constantFrom(
      'run',
      'update',
      'create',
      'add',
      'delete',
      'trigger',
      'approve',
      'list',
      'get',
    );
    const invented = fc.oneof(
      fc.string(),
      fc
        .tuple(verb, fc.constantFrom('_app', '_apps', '_user', '_contract ', '_workflow'))
        .map((pair) => pair.join('')),
      fc.tuple(fc.constantFrom(...readTools), fc.string({ minLength: 1 })).map((pair) => pair.join('')),
    );
    const name = invented.filter((candidate) => !isReadTool(candidate));
    await fc.assert(
      fc.asyncProperty(name, fc.dictionary(fc.string(), fc.string()), async (tool, args) => {
        expect(await bridge.call(tool as ReadTool, args)).toMatchObject({ ok: false });
      }),
      { numRuns: 1_000 },
    );
    expect(server).not.toHaveBeenCalled();
  });

  test('lets no argument through that a read does not take', async () => {
    const { bridge, server } = opened(rig, honest);
    await bridge.call('list_apps', { size: 2, update: 'everything' });
    expect(server.mock.calls.filter(([, args]) => 'update' in args)).toEqual([]);
  });

  test.each([
    ['an error reply', refused('HTTP error! status: 503 Response: {}'), 'unavailable'],
    ['a refusal by policy', refused('list_apps is not permitted: blocked by managed policy'), 'blocked'],
    ['a lost sign-in in a success', said('Authentication required: sign in again.'), 'needs-sign-in'],
    [
      'a role that may not see it',
      refused('HTTP error! status: 403 Response: {"error":"Forbidden"}'),
      'denied',
    ],
    ['a rate limit', refused('rate limit exceeded: 30 calls per minute'), 'rate-limited'],
    ['nothing', undefined, 'host-fault'],
    ['another list', reply({ planets: [] }), 'wrong-shape'],
    ['half a list', said('{"apps":[{"id":1,"name":"App'), 'truncated'],
  ])('names %s', async (_, answer, kind) => {
    const { bridge } = opened(rig, async () => answer);
    expect(await kindOf(bridge)).toBe(kind);
  });

  test('names a rejection', async () => {
    const { bridge } = opened(rig, () => Promise.reject(new Error('reply was never sent')));
    expect(await kindOf(bridge)).toBe('host-fault');
  });

  test('gives up on a call that never settles', async () => {
    const { bridge, clock, server } = opened(rig, () => new Promise(() => {}));
    const outcome = kindOf(bridge);
    await isAsked(server);
    await clock.advance(DEADLINE_MS);
    expect(await outcome).toBe('timed-out');
  });

  test('drops a late answer and continues', async () => {
    const answers: ((value: unknown) => void)[] = [];
    const late: Server = () => new Promise((resolve) => answers.push(resolve));
    const { bridge, clock, server } = opened(rig, late);
    const first = kindOf(bridge);
    await isAsked(server);
    await clock.advance(DEADLINE_MS);
    server.mockImplementation(honest);
    const second = bridge.call('list_apps', { size: 2 });
    answers[0]?.(reply({ apps: [{ id: 99, name: 'Late' }], total: 1 }));
    expect(await first).toBe('timed-out');
    expect(await second).toMatchObject({ ok: true, body: { apps: apps.slice(0, 2) } });
  });

  test('stops when told to', async () => {
    const { bridge } = opened(rig, () => new Promise(() => {}));
    const stop = new AbortController();
    const outcome = kindOf(bridge, stop.signal);
    await settled();
    stop.abort();
    expect(await outcome).toBe('cancelled');
  });

  test('does not begin when already stopped', async () => {
    const { bridge, server } = opened(rig, honest);
    expect(await kindOf(bridge, AbortSignal.abort())).toBe('cancelled');
    expect(server).not.toHaveBeenCalled();
  });

  test('says when the data was read, if the host does', async () => {
    const { bridge } = opened(rig, honest);
    expect(await bridge.call('list_apps', {})).toMatchObject({ ok: true, storedAt: rig.storedAt });
  });

  test('asks past the cache where the host has a way', async () => {
    const { bridge, server } = opened(rig, honest);
    await bridge.call('list_apps', {});
    await bridge.call('list_apps', {}, { fresh: true });
    expect(server.mock.calls.map(([, , { fresh }]) => fresh)).toEqual([false, rig.refreshes]);
  });
});
