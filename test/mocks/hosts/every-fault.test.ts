import { setupServer } from 'msw/node';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { claudeBridge } from '../../../artifact/bridge/hosts/claude.ts';
import { coworkBridge } from '../../../artifact/bridge/hosts/cowork.ts';
import { previewBridge } from '../../../artifact/bridge/hosts/preview.ts';
import { createClaude } from '../../../mocks/claude.ts';
import { createCowork, fullNames } from '../../../mocks/cowork.ts';
import { hostFaults, type SimulatedFault } from '../../../mocks/hosts/faults.ts';
import { methodsOf } from '../../../mocks/hosts/host-methods.ts';
import type { Clock, ToolBridge } from '../../../skill/torii/base/bridge.ts';
import type { FailureKind } from '../../../skill/torii/base/failure.ts';
import { smallServer, url, type SmallServer } from './small-server.ts';

/** Waits of hosts and bridges take a hundredth of their time. */
const clock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, ms / 100);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(signal.reason);
      });
    }),
};
const grants = ['list_apps'];
const common = { clock, prefix: null, connectorName: 'Torii', deadlineMs: 20_000 };
const context = { url, clock, older: false, onSave: () => {} };

const hosts = {
  cowork: (faults: string) => {
    const tools = fullNames('torii', grants);
    const cowork = createCowork({ url, connectorId: 'torii', grants: tools, clock, faults });
    return coworkBridge({ ...common, cowork, receipt: { tools, servers: ['Torii'] } });
  },
  claude: (faults: string) =>
    claudeBridge({ ...common, claude: createClaude({ url, server: 'Torii', grants, clock, faults }) }),
  'older claude': (faults: string) =>
    claudeBridge({
      ...common,
      claude: createClaude({ url, server: 'Torii', grants, clock, faults, older: true }),
    }),
  sandboxed: (faults: string) => {
    const methods = methodsOf(
      {
        host: 'sandboxed',
        grants,
        artifactUrl: null,
        dashboardHtml: '',
        title: '',
        connectorId: 'torii',
        connectorName: 'Torii',
        source: '',
        shim: '',
        addresses: { cowork: '', claude: '', 'mcp-app': '', sandboxed: '' },
      },
      { ...context, faults },
    );
    const ask = (method: string, given: readonly unknown[], signal = new AbortController().signal) =>
      methods[method]?.(given, signal) ?? Promise.reject(new Error('No such method.'));
    return previewBridge({ ...common, ask });
  },
} satisfies Record<string, (faults: string) => ToolBridge>;

type Ending = FailureKind | 'ok';

/** What each fault must end in, host by host. */
const endings: Readonly<Record<SimulatedFault, Readonly<Record<keyof typeof hosts, Ending>>>> = {
  reject: everywhere('host-fault'),
  undefined: everywhere('host-fault'),
  never: everywhere('timed-out'),
  ungranted: { ...everywhere('not-granted'), sandboxed: 'not-torii' },
  hidden: { ...everywhere('unavailable'), cowork: 'not-shown', sandboxed: 'ok' },
  'cold-start': { ...everywhere('unavailable'), cowork: 'ok' },
  policy: everywhere('blocked'),
  disabled: everywhere('blocked'),
  approval: everywhere('approval-required'),
  consent: { ...everywhere('ok'), claude: 'consent-required', 'older claude': 'consent-required' },
  renamed: { ...everywhere('not-connected'), claude: 'other-name', 'older claude': 'other-name' },
  reauth: everywhere('needs-sign-in'),
  rate: everywhere('rate-limited'),
  raw: everywhere('ok'),
  untyped: everywhere('ok'),
  'no-capability': { ...everywhere('ok'), claude: 'not-granted' },
  'late-capability': everywhere('ok'),
};

function everywhere(ending: Ending): Record<keyof typeof hosts, Ending> {
  return { cowork: ending, claude: ending, 'older claude': ending, sandboxed: ending };
}

let torii: SmallServer;
let network: ReturnType<typeof setupServer>;

beforeEach(() => {
  torii = smallServer();
  network = setupServer(...torii.handlers);
  network.listen({ onUnhandledRequest: 'error' });
});
afterEach(() => network.close());

async function endingOf(bridge: ToolBridge): Promise<Ending> {
  const outcome = await bridge.call('list_apps', {});
  return outcome.ok ? 'ok' : outcome.kind;
}

describe.each(Object.keys(hosts) as (keyof typeof hosts)[])('every fault of the host, in %s', (host) => {
  test.each(Object.keys(hostFaults) as SimulatedFault[])('%s', async (fault) => {
    expect(await endingOf(hosts[host](fault))).toBe(endings[fault][host]);
  });

  test.each([
    [401, 'needs-sign-in'],
    [403, 'denied'],
    [429, 'rate-limited'],
    [500, 'unavailable'],
    [502, 'unavailable'],
  ])('and the server’s HTTP %i', async (status, kind) => {
    torii.fail(status);
    expect(await endingOf(hosts[host](''))).toBe(kind);
  });

  test('and a sign-in lost on the way', async () => {
    const bridge = hosts[host]('reauth@2');
    expect(await endingOf(bridge)).toBe('ok');
    const second = await bridge.call('list_apps', { size: 2 });
    expect(second).toMatchObject({ ok: false, kind: 'needs-sign-in' });
  });
});
