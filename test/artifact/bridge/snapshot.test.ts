import { describe, expect, test } from 'vitest';
import { snapshotBridge } from '../../../artifact/bridge/hosts/snapshot.ts';
import type { ToolBridge } from '../../../skill/torii/base/bridge.ts';
import type { ReadTool } from '../../../skill/torii/base/catalog.ts';
import type { JsonObject } from '../../../skill/torii/base/json.ts';
import type { Completeness, TenantRecords } from '../../../skill/torii/base/records.ts';
import { manualClock } from './manual-clock.ts';

const rows = (count: number): JsonObject[] =>
  Array.from({ length: count }, (_, index) => ({ id: index + 1 }));

function certificate(change: Partial<Completeness>): Completeness {
  return {
    source: 'apps',
    tool: 'list_apps',
    rows: 5,
    total: 5,
    pages: 1,
    dropped: 0,
    droppedReasons: [],
    status: 'complete',
    reason: null,
    fetchedAt: '2026-11-21T06:00:00.000Z',
    hash: null,
    control: null,
    ...change,
  };
}

function bridgeTo(change: Partial<TenantRecords>): ToolBridge {
  const records: TenantRecords = {
    apps: rows(5),
    contracts: rows(2),
    users: rows(3),
    appUsers: new Map([[1, [{ idUser: 7, idApp: 1 }]]]),
    transactions: [{ idApp: 1 }, { idApp: 2 }],
    fields: [],
    organization: { id: 1, name: 'Northwind Traders' },
    completeness: [certificate({})],
    fingerprint: null,
    ...change,
  };
  return snapshotBridge({ records, clock: manualClock() });
}

async function bodyOf(bridge: ToolBridge, tool: ReadTool, args: JsonObject = {}): Promise<JsonObject> {
  const outcome = await bridge.call(tool, args);
  if (!outcome.ok) throw new Error(`${outcome.kind}: ${outcome.message}`);
  return outcome.body;
}

describe('a snapshot', () => {
  test('lists page by page, with the total', async () => {
    const bridge = bridgeTo({});
    const first = await bodyOf(bridge, 'list_apps', { size: 3 });
    expect(first).toMatchObject({ apps: rows(3), count: 3, total: 5, nextCursor: '3' });
    const second = await bodyOf(bridge, 'list_apps', { size: 3, cursor: '3' });
    expect(second).toMatchObject({ apps: [{ id: 4 }, { id: 5 }], count: 2, total: 5, nextCursor: null });
  });

  test.each([0, -1, 5000])('keeps to the largest page when asked for %i rows', async (size) => {
    const { apps } = await bodyOf(bridgeTo({ apps: rows(1200) }), 'list_apps', { size });
    expect(apps).toHaveLength(1000);
  });

  test('answers every tool a page calls', async () => {
    const bridge = bridgeTo({});
    expect(await bodyOf(bridge, 'list_contracts')).toMatchObject({ contracts: rows(2) });
    expect(await bodyOf(bridge, 'list_users')).toMatchObject({ users: rows(3) });
    expect(await bodyOf(bridge, 'list_app_users', { idApp: 1 })).toMatchObject({ users: [{ idUser: 7 }] });
    expect(await bodyOf(bridge, 'list_transactions')).toMatchObject({ total: 2 });
    expect(await bodyOf(bridge, 'list_transactions', { idApp: 2 })).toMatchObject({ total: 1 });
    expect(await bodyOf(bridge, 'get_organization')).toMatchObject({ org: { name: 'Northwind Traders' } });
  });

  test('gives fields back under the names Torii uses', async () => {
    const field = { key: 'dept', label: 'Department', type: 'singleLine', sourceIdApp: 4, options: [] };
    const bridge = bridgeTo({
      fields: (['app', 'contract', 'user'] as const).map((entity) => ({ ...field, entity })),
    });
    const definition = { name: 'Department', type: 'singleLine', sourceIdApp: 4 };
    expect(await bodyOf(bridge, 'get_user_fields')).toMatchObject({
      fields: [{ ...definition, key: 'dept' }],
    });
    expect(await bodyOf(bridge, 'get_app_fields')).toMatchObject({
      fields: [{ ...definition, systemKey: 'dept' }],
    });
  });

  test('is as old as its oldest reply', async () => {
    const completeness = [
      certificate({}),
      certificate({ source: 'users', fetchedAt: '2026-11-20T06:00:00.000Z' }),
    ];
    expect(await bridgeTo({ completeness }).call('list_apps', {})).toMatchObject({
      storedAt: '2026-11-20T06:00:00.000Z',
    });
  });

  test.each([
    ['denied', 'denied'],
    ['not-offered', 'not-offered'],
    ['not-read', 'not-offered'],
    ['failed', 'not-offered'],
  ] as const)('does not show a source that was %s as an empty list', async (status, kind) => {
    const completeness = [certificate({ status, rows: 0, total: null, reason: 'The role may not see it.' })];
    expect(await bridgeTo({ apps: [], completeness }).call('list_apps', {})).toMatchObject({
      kind,
      message: 'The role may not see it.',
    });
  });

  test('stays partial when it is read again', async () => {
    const completeness = [certificate({ status: 'partial', total: null, reason: 'The cursor never ended.' })];
    const bridge = bridgeTo({ completeness });
    const { nextCursor, ...page } = await bodyOf(bridge, 'list_apps');
    expect(page).not.toHaveProperty('total');
    expect(await bridge.call('list_apps', { cursor: nextCursor ?? null })).toMatchObject({
      kind: 'truncated',
      message: 'The cursor never ended.',
      retryable: false,
    });
  });

  test('says so when it does not hold the users of an app', async () => {
    expect(await bridgeTo({}).call('list_app_users', { idApp: 9 })).toMatchObject({ kind: 'not-offered' });
  });

  test.each(['run_workflow', 'update_user', 'list_apps2'])('refuses %s', async (name) => {
    expect(await bridgeTo({}).call(name as ReadTool, {})).toMatchObject({ ok: false });
  });

  test('stops when told to', async () => {
    const outcome = await bridgeTo({}).call('list_apps', {}, { signal: AbortSignal.abort() });
    expect(outcome).toMatchObject({ kind: 'cancelled' });
  });
});
