import { describe, expect, it } from 'vitest';
import type { CallLogEntry } from '../../skill/torii/call/call-log.ts';
import { failure } from '../../skill/torii/base/failure.ts';
import { appRows, bridgeOver, text } from './fake-server.ts';

const apps = text({ apps: appRows(2), total: 2 });
const named = (...names: string[]) => names.map((name) => ({ name }));

const kindOf = async (host: 'http' | 'cowork', ...names: string[]) => {
  const { bridge, calls } = bridgeOver(() => apps, { host, offered: named(...names) });
  const reply = await bridge.call('list_contracts', {});
  expect(calls).toEqual([]);
  return reply.ok ? 'ok' : reply.kind;
};

describe('a bridge', () => {
  it('binds, guards, calls, decodes and logs', async () => {
    const log: CallLogEntry[] = [];
    const { bridge, calls } = bridgeOver(() => apps, {
      offered: named('mcp__t__list_apps'),
      onCall: (entry) => log.push(entry),
    });
    expect(await bridge.call('list_apps', { size: 5 })).toMatchObject({ ok: true, body: { total: 2 } });
    expect(calls).toEqual([{ name: 'mcp__t__list_apps', args: { size: 5 } }]);
    expect(log).toMatchObject([
      { tool: 'list_apps', wireName: 'mcp__t__list_apps', args: { size: 5 }, outcome: 'ok' },
    ]);
    expect(log[0]?.excerpt).toContain('"apps"');
  });

  it('says when the data left Torii, as the host states it', async () => {
    const { bridge } = bridgeOver(() => apps, { storedAtOf: () => '2026-11-22T00:00:00.000Z' });
    expect(await bridge.call('list_apps', {})).toMatchObject({ storedAt: '2026-11-22T00:00:00.000Z' });
  });

  it('names the server that is not Torii, the tool that is not there, the grant that is empty', async () => {
    expect(await kindOf('http', 'read_file', 'write_file')).toBe('not-torii');
    expect(await kindOf('http', 'list_apps')).toBe('not-offered');
    expect(await kindOf('cowork', 'mcp__t__list_apps')).toBe('not-granted');
    expect(await kindOf('cowork')).toBe('not-granted');
    expect(await kindOf('http')).toBe('not-torii');
  });

  it('asks for the listing again after it failed, once for calls at the same time', async () => {
    let listings = 0;
    const { bridge } = bridgeOver(() => apps, {
      wireNames: async () => {
        listings += 1;
        return listings === 1 ? failure('needs-sign-in', null, 'expired') : named('list_apps');
      },
    });
    const first = await Promise.all([bridge.call('list_apps', {}), bridge.call('list_apps', {})]);
    expect(first).toMatchObject([{ kind: 'needs-sign-in', tool: 'list_apps' }, { kind: 'needs-sign-in' }]);
    expect(await bridge.call('list_apps', {})).toMatchObject({ ok: true });
    expect(listings).toBe(2);
  });

  it('lists again when a tool is gone, and finds it under its new name', async () => {
    let prefix = 'mcp__a__';
    const { bridge } = bridgeOver(
      ({ name }) =>
        name.startsWith(prefix) ? apps : { isError: true, content: [{ type: 'text', text: 'Unknown tool' }] },
      { wireNames: async () => named(`${prefix}list_apps`) },
    );
    expect(await bridge.call('list_apps', {})).toMatchObject({ ok: true });
    prefix = 'mcp__b__';
    expect(await bridge.call('list_apps', {})).toMatchObject({ ok: false, kind: 'not-offered' });
    expect(await bridge.call('list_apps', {})).toMatchObject({ ok: true });
  });

  it('turns a listing that throws into a value', async () => {
    const { bridge } = bridgeOver(() => apps, {
      wireNames: async () => Promise.reject(new Error('pipe closed')),
    });
    expect(await bridge.call('list_apps', {})).toMatchObject({ ok: false, kind: 'host-fault' });
    expect(await bridge.listTools?.()).toMatchObject({ ok: false, kind: 'host-fault' });
  });

  it('tries the other granted prefix when one is refused, and remembers the winner', async () => {
    const refused = {
      isError: true,
      content: [{ type: 'text', text: "not in this artifact's mcp_tools allowlist" }],
    };
    const { bridge, calls } = bridgeOver(({ name }) => (name.startsWith('mcp__a__') ? refused : apps), {
      host: 'cowork',
      offered: named('mcp__a__list_apps', 'mcp__b__list_apps'),
    });
    expect(await bridge.call('list_apps', {})).toMatchObject({ ok: true });
    expect(await bridge.call('list_apps', {})).toMatchObject({ ok: true });
    expect(calls.map(({ name }) => name)).toEqual([
      'mcp__a__list_apps',
      'mcp__b__list_apps',
      'mcp__b__list_apps',
    ]);
  });

  it.each([
    ['a rejection', async () => Promise.reject(new Error('ECONNREFUSED')), 'unavailable'],
    [
      'a throw',
      () => {
        throw new Error('boom');
      },
      'unavailable',
    ],
    ['nothing', () => undefined, 'host-fault'],
  ])('turns %s into a value', async (_, answer, kind) => {
    expect(await bridgeOver(answer).bridge.call('list_apps', {})).toMatchObject({
      ok: false,
      kind,
      tool: 'list_apps',
    });
  });

  it('stops waiting at the deadline, tells the host, and drops what comes late', async () => {
    let told: AbortSignal | undefined;
    const log: CallLogEntry[] = [];
    const { bridge } = bridgeOver(() => null, {
      deadlineMs: 20,
      clock: { now: () => Date.now(), sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) },
      raw: (_, __, { signal }) => {
        told = signal;
        return new Promise(() => {});
      },
      onCall: (entry) => log.push(entry),
    });
    expect(await bridge.call('list_apps', {})).toMatchObject({
      ok: false,
      kind: 'timed-out',
      retryable: true,
    });
    expect(told?.aborted).toBe(true);
    expect(log).toMatchObject([{ outcome: 'timed-out' }]);
  });

  it('stops when it is told to, before and during a call', async () => {
    const stop = new AbortController();
    const { bridge, calls } = bridgeOver(() => new Promise(() => {}));
    const pending = bridge.call('list_apps', {}, { signal: stop.signal });
    setTimeout(() => stop.abort(), 5);
    expect(await pending).toMatchObject({ ok: false, kind: 'cancelled' });
    expect(await bridge.call('list_apps', {}, { signal: stop.signal })).toMatchObject({ kind: 'cancelled' });
    expect(calls).toHaveLength(1);
  });

  it('learns the form of an argument from its refusal', async () => {
    const { bridge, calls } = bridgeOver(({ args }) =>
      Array.isArray(args['fields'])
        ? apps
        : text(
            'MCP error -32602: Invalid arguments for tool list_apps: [{"expected":"array","path":["fields"],"message":"Expected array, received string"}]',
          ),
    );
    expect(await bridge.call('list_apps', { fields: ['id'] })).toMatchObject({
      ok: false,
      kind: 'bad-arguments',
      retryable: true,
    });
    expect(await bridge.call('list_apps', { fields: ['id'] })).toMatchObject({ ok: true });
    expect(calls.map(({ args }) => args)).toEqual([{ fields: 'id' }, { fields: ['id'] }]);
    await bridge.call('list_users', { fields: ['id'] });
    expect(calls[2]?.args, 'one server speaks one way').toEqual({ fields: ['id'] });
  });
});
