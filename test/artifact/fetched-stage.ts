/**
 * The stage of page tests: the host of the preview over an MCP server that msw answers for. Every call of the
 * page is fetched, through the protocol and its envelopes.
 */
import { setupServer } from 'msw/node';
import { afterAll, beforeAll } from 'vitest';
import { previewBridge } from '../../artifact/bridge/hosts/preview.ts';
import { toriiAddress, toriiHandlers } from '../../mocks/handlers.ts';
import { browserClock } from '../../mocks/hosts/browser-clock.ts';
import { previewMethods } from '../../mocks/hosts/host-methods.ts';
import type { Tenant } from '../../mocks/tenant/tenant.ts';
import { stageOn, tenant, type Stage } from './stage.ts';

/** The network of a test file; whatever leaves for another address fails the test. */
export const network = setupServer();
beforeAll(() => network.listen({ onUnhandledRequest: 'error' }));
afterAll(() => network.close());

export interface ServedStage {
  /** What the tenant holds in place of the demo's rows. */
  readonly rows?: Partial<Tenant>;
  /** Variants and faults of the server, as in its address: `fault=list_contracts:403`. */
  readonly server?: string;
}

let servers = 0;

/** Each stage has a server of its own, as each company has. */
export function createStage({ rows = {}, server = '' }: ServedStage = {}): Stage {
  servers += 1;
  const address = `${toriiAddress}/${servers}`;
  network.use(...toriiHandlers({ ...tenant, ...rows }, {}, address).handlers);
  return stageOn(({ clock, onCall }) => {
    const { tools, call } = previewMethods({ url: `${address}?${server}`, clock: browserClock, faults: '' });
    const ask = (method: string, given: readonly unknown[], signal = new AbortController().signal) =>
      (method === 'tools' ? tools : call)(given, signal);
    return previewBridge({ ask, clock, onCall, prefix: null, connectorName: 'Torii' });
  });
}
