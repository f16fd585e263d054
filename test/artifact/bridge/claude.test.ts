import { describe, expect, test, vi } from 'vitest';
import { claudeBridge } from '../../../artifact/bridge/hosts/claude.ts';
import { manualClock, type ManualClock } from './manual-clock.ts';

const apps = { content: [{ type: 'text', text: '{"apps":[{"id":1}],"total":1}' }] };

interface Listed {
  server: string;
  tools?: string[];
  authStatus?: string;
}

function mcpOf(servers: Listed[], callTool: (server: string) => Promise<unknown> = async () => apps) {
  return {
    callTool: vi.fn<typeof callTool>(callTool),
    listTools: async () => ({
      servers: servers.map(({ tools = ['list_apps'], authStatus = 'connected', server }) => ({
        server,
        authStatus,
        tools: tools.map((name) => ({ name })),
      })),
    }),
  };
}

function bridgeTo(mcp: unknown, clock: ManualClock = manualClock(), connectorName = 'Torii') {
  const use = async (): Promise<unknown> => mcp;
  return claudeBridge({ claude: { use }, clock, prefix: null, connectorName });
}

const rejecting = (rejection: object) => () => Promise.reject(rejection);

describe('the connector of a published page', () => {
  test('is the one that lists apps, whatever it is called', async () => {
    const mcp = mcpOf([{ server: 'Calendar', tools: ['list_events'] }, { server: 'Work SaaS' }]);
    expect(await bridgeTo(mcp).call('list_apps', {})).toMatchObject({ ok: true });
    expect(mcp.callTool).toHaveBeenCalledWith('Work SaaS', 'list_apps', {}, expect.anything());
  });

  test('is found by an alias of the tool too', async () => {
    const mcp = mcpOf([{ server: 'Torii', tools: ['get_apps'] }]);
    expect(await bridgeTo(mcp).call('list_apps', {})).toMatchObject({ ok: true });
    expect(mcp.callTool).toHaveBeenCalledWith('Torii', 'get_apps', {}, expect.anything());
  });

  test('is chosen by name when several list apps', async () => {
    const mcp = mcpOf([{ server: 'Okta' }, { server: 'torii' }]);
    await bridgeTo(mcp).call('list_apps', {});
    expect(mcp.callTool.mock.calls.map(([server]) => server)).toEqual(['torii']);
  });

  test('is asked for when several list apps and none has the name', async () => {
    const mcp = mcpOf([{ server: 'Torii EU' }, { server: 'Torii US' }]);
    expect(await bridgeTo(mcp).call('list_apps', {})).toMatchObject({
      kind: 'other-name',
      message: expect.stringMatching(/“Torii EU”, “Torii US”/),
    });
    expect(mcp.callTool).not.toHaveBeenCalled();
  });

  test('that wants a sign-in is not called', async () => {
    const mcp = mcpOf([{ server: 'Torii', authStatus: 'needs_reauth' }]);
    expect(await bridgeTo(mcp).call('list_apps', {})).toMatchObject({ kind: 'needs-sign-in' });
    expect(mcp.callTool).not.toHaveBeenCalled();
  });

  test.each([
    ['is missing', []],
    ['shows no tool', [{ server: 'Torii', tools: [] }]],
  ])('that %s is called for the reason', async (_, servers) => {
    const refusal = rejecting({ code: 'approval_required', message: 'Needs approval.' });
    expect(await bridgeTo(mcpOf(servers, refusal)).call('list_apps', {})).toMatchObject({
      kind: 'approval-required',
    });
  });
});

describe('the capability', () => {
  test('that comes late is waited for', async () => {
    const clock = manualClock();
    const claude = { use: () => clock.sleep(9_000).then(() => mcpOf([{ server: 'Torii' }])) };
    const call = claudeBridge({ claude, clock, prefix: null, connectorName: 'Torii' }).call('list_apps', {});
    await clock.advance(9_000);
    expect(await call).toMatchObject({ ok: true });
  });

  test('that never comes is given up', async () => {
    const clock = manualClock();
    const claude = { use: () => new Promise(() => {}) };
    const call = claudeBridge({ claude, clock, prefix: null, connectorName: 'Torii' }).call('list_apps', {});
    await clock.advance(12_000);
    expect(await call).toMatchObject({ kind: 'not-granted' });
  });

  test('that is null is not granted', async () => {
    expect(await bridgeTo(null).call('list_apps', {})).toMatchObject({ kind: 'not-granted' });
  });

  test('is asked for again after it failed', async () => {
    const use = vi
      .fn<() => Promise<unknown>>()
      .mockResolvedValueOnce(null)
      .mockResolvedValue(mcpOf([{ server: 'Torii' }]));
    const bridge = claudeBridge({
      claude: { use },
      clock: manualClock(),
      prefix: null,
      connectorName: 'Torii',
    });
    await bridge.call('list_apps', {});
    expect(await bridge.call('list_apps', {})).toMatchObject({ ok: true });
  });
});

describe('rejection codes', () => {
  test.each([
    ['needs_reauth', 'needs-sign-in'],
    ['server_not_connected', 'other-name'],
    ['selection_required', 'not-connected'],
    ['server_not_found', 'other-name'],
    ['server_unavailable', 'unavailable'],
    ['not_in_manifest', 'not-granted'],
    ['blocked_by_policy', 'blocked'],
    ['approval_required', 'approval-required'],
    ['bad_request', 'bad-arguments'],
    ['cancelled', 'cancelled'],
    ['rate_limited', 'rate-limited'],
    ['upstream_error', 'unavailable'],
    ['not_granted', 'not-granted'],
    ['capability_disabled', 'blocked'],
    ['capability_removed', 'blocked'],
    ['transform_error', 'wrong-shape'],
    ['consent_required', 'consent-required'],
    ['user_changed', 'needs-sign-in'],
    ['something_new', 'unavailable'],
  ])('%s is %s', async (code, kind) => {
    const mcp = mcpOf([{ server: 'Torii' }], rejecting({ code, message: 'Words that say nothing.' }));
    expect(await bridgeTo(mcp).call('list_apps', {})).toMatchObject({ kind, retryable: false });
  });

  test('are retried only when the host says so', async () => {
    const detail = { retryable: true, retryAfterMs: 2_000 };
    const mcp = mcpOf([{ server: 'Torii' }], rejecting({ code: 'rate_limited', message: '', ...detail }));
    expect(await bridgeTo(mcp).call('list_apps', {})).toMatchObject(detail);
  });

  test.each([
    ['HTTP error! status: 403 Forbidden', 'denied'],
    ['HTTP error! status: 502 Bad Gateway', 'unavailable'],
  ])('upstream_error is what the server said: %s', async (message, kind) => {
    const mcp = mcpOf([{ server: 'Torii' }], rejecting({ code: 'upstream_error', message }));
    expect(await bridgeTo(mcp).call('list_apps', {})).toMatchObject({ kind });
  });

  test('are missing where the host itself breaks, which is not retried', async () => {
    const mcp = mcpOf([{ server: 'Torii' }], rejecting(new Error('The frame was detached.')));
    expect(await bridgeTo(mcp).call('list_apps', {})).toMatchObject({ kind: 'host-fault', retryable: false });
  });

  test('tool_error tells what the tool said', async () => {
    const result = { content: [{ type: 'text', text: 'HTTP error! status: 404 Response: {}' }] };
    const mcp = mcpOf([{ server: 'Torii' }], rejecting({ code: 'tool_error', message: 'Failed.', result }));
    expect(await bridgeTo(mcp).call('list_apps', {})).toMatchObject({ kind: 'not-found', tool: 'list_apps' });
  });
});
