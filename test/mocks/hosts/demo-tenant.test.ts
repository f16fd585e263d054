import { setupServer } from 'msw/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claudeBridge } from '../../../artifact/bridge/hosts/claude.ts';
import { coworkBridge } from '../../../artifact/bridge/hosts/cowork.ts';
import { calledTools } from '../../../skill/torii/tools/called-tools.ts';
import { createClaude } from '../../../mocks/claude.ts';
import { createCowork, fullNames } from '../../../mocks/cowork.ts';
import { toriiAddress, toriiHandlers } from '../../../mocks/handlers.ts';
import { browserClock as clock } from '../../../mocks/hosts/browser-clock.ts';
import { createTenant } from '../../../mocks/tenant/tenant.ts';
import type { ToolBridge } from '../../../skill/torii/base/bridge.ts';
import { readTenant } from '../../../skill/torii/read/read-tenant.ts';

const tenant = createTenant({ size: 'small', asOf: '2026-11-22' });
const { handlers, torii } = toriiHandlers(tenant);
const network = setupServer(...handlers);
const url = toriiAddress;
const common = { clock, prefix: null, connectorName: 'Torii' };

beforeAll(() => network.listen({ onUnhandledRequest: 'error' }));
afterAll(() => network.close());

const bridges: Readonly<Record<string, () => ToolBridge>> = {
  'a live artifact': () => {
    const tools = fullNames('torii', calledTools);
    const cowork = createCowork({ url, connectorId: 'torii', grants: tools, clock });
    return coworkBridge({ ...common, cowork, receipt: { tools, servers: ['Torii'] } });
  },
  'a published artifact': () =>
    claudeBridge({ ...common, claude: createClaude({ url, server: 'Torii', grants: calledTools, clock }) }),
};

test.each(Object.keys(bridges))('%s reads the whole demo tenant and writes nothing', async (host) => {
  const bridge = bridges[host]?.();
  if (bridge === undefined) throw new Error(`No bridge for ${host}.`);
  const limits = { atOnce: 2, gapMs: 0, perMinute: null };
  const records = await readTenant(bridge, {
    clock,
    limits,
    sources: ['apps', 'contracts', 'users', 'fields'],
  });
  expect(records.failures).toEqual([]);
  expect(records.apps).toHaveLength(tenant.apps.length);
  expect(records.contracts).toHaveLength(tenant.contracts.length);
  expect(records.users).toHaveLength(tenant.users.length);
  const read = records.completeness.filter(({ status }) => status !== 'not-read');
  expect(read.map(({ source, status }) => [source, status])).toEqual([
    ['apps', 'complete'],
    ['contracts', 'complete'],
    ['users', 'complete'],
    ['fields', 'complete'],
  ]);
  expect(torii.writes).toEqual([]);
});
