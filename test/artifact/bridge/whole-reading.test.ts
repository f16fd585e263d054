import { describe, expect, test } from 'vitest';
import { calledTools } from '../../../skill/torii/tools/called-tools.ts';
import { coworkBridge } from '../../../artifact/bridge/hosts/cowork.ts';
import { snapshotBridge } from '../../../artifact/bridge/hosts/snapshot.ts';
import type { Clock } from '../../../skill/torii/base/bridge.ts';
import type { JsonObject } from '../../../skill/torii/base/json.ts';
import { readTenant, type ReadOptions } from '../../../skill/torii/read/read-tenant.ts';
import { readTools } from '../../../skill/torii/base/catalog.ts';
import type { TenantRecords } from '../../../skill/torii/base/records.ts';

const clock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, ms);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(signal.reason);
      });
    }),
};

const everything: ReadOptions = {
  clock,
  limits: { atOnce: 2, gapMs: 0, perMinute: null },
  sources: ['apps', 'contracts', 'users', 'appUsers', 'transactions', 'fields'],
  userDetail: [1],
  controlTotals: true,
  organization: true,
};

const bodies: Readonly<Record<string, JsonObject>> = {
  list_apps: { apps: [{ id: 1, name: 'Miro' }], total: 1 },
  list_contracts: { contracts: [{ id: 4, idApp: 1 }], total: 1 },
  list_users: { users: [{ id: 7 }], total: 1 },
  list_app_users: { users: [{ idUser: 7 }], total: 1 },
  list_transactions: { transactions: [], total: 0 },
  get_organization: { org: { id: 1, name: 'Northwind Traders' } },
};

const fields = {
  fields: [{ name: 'Department', systemKey: 'dept', type: 'dropdown', options: ['IT'] }],
  total: 1,
};

/** Reads all there is from a live artifact that was granted every read tool; notes what was called. */
async function readEverything(called: Set<string> = new Set()): Promise<TenantRecords> {
  const callMcpTool = async (fullName: string): Promise<unknown> => {
    const tool = fullName.replace('mcp__torii__', '');
    called.add(tool);
    return { content: [{ type: 'text', text: JSON.stringify(bodies[tool] ?? fields) }] };
  };
  const tools = readTools.map((tool) => `mcp__torii__${tool}`);
  const receipt = { tools, servers: ['Torii'] };
  return readTenant(
    coworkBridge({ cowork: { callMcpTool }, receipt, clock, prefix: null, connectorName: 'Torii' }),
    everything,
  );
}

/** Field definitions are kept in one shape, not as they came, so their hash is a new one. */
function proofs({ completeness }: TenantRecords): object[] {
  return completeness.map(({ source, status, rows, total, hash }) =>
    source === 'fields' ? { status, rows, total } : { source, status, rows, total, hash },
  );
}

describe('a whole reading', () => {
  test('calls the tools that grants are made from, all of them and no other', async () => {
    const called = new Set<string>();
    await readEverything(called);
    expect([...called].toSorted()).toEqual([...calledTools].toSorted());
  });

  test('read again from a snapshot gives the same records and the same certificates', async () => {
    const first = await readEverything();
    const again = await readTenant(snapshotBridge({ records: first, clock }), everything);
    expect(proofs(again)).toEqual(proofs(first));
    expect(again.apps).toEqual(first.apps);
    expect(again.fields).toEqual(first.fields);
    expect(again.appUsers).toEqual(first.appUsers);
    expect(again.organization).toEqual(first.organization);
  });
});
