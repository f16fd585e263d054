import { describe, expect, test, vi } from 'vitest';
import { openAppHost, type AppHost } from '../../../artifact/bridge/app/app-host.ts';
import type { ViewPlace } from '../../../artifact/bridge/app/host-context.ts';
import type { Opening } from '../../../artifact/bridge/app/opening.ts';
import { hostFrameOf } from '../../../artifact/bridge/app/host-frame.ts';
import type { JsonObject } from '../../../skill/torii/base/json.ts';
import { appParent, type AppParent } from './app-parent.ts';
import { settled } from './manual-clock.ts';

const everything = { message: {}, downloadFile: {}, openLinks: {}, updateModelContext: {}, serverTools: {} };

type Answers = Readonly<Record<string, (params: JsonObject) => unknown>>;

function parentWith(
  answers: Answers,
  hostCapabilities: JsonObject = everything,
  hostContext: JsonObject = {},
) {
  return appParent((method, params) =>
    method === 'ui/initialize' ? { hostCapabilities, hostContext } : answers[method]?.(params),
  );
}

async function hosted(parent: AppParent) {
  const contexts: ViewPlace[] = [];
  const onTeardown = vi.fn<() => void>();
  const onOpened = vi.fn<(opening: Opening) => void>();
  const host = await openAppHost(parent.window, {
    onContext: (context) => contexts.push(context),
    onTeardown,
    onOpened,
  });
  return { host, contexts, onTeardown, onOpened };
}

describe('the handshake', () => {
  test('introduces the view, waits for the host, and says that it is ready', async () => {
    const parent = parentWith({});
    await hosted(parent);
    expect(parent.posted).toEqual([
      {
        jsonrpc: '2.0',
        id: 1,
        method: 'ui/initialize',
        params: {
          appInfo: expect.objectContaining({ name: 'saas-rationalization-dashboard' }),
          appCapabilities: { availableDisplayModes: ['inline', 'fullscreen'] },
          protocolVersion: '2026-01-26',
        },
      },
      { jsonrpc: '2.0', method: 'ui/notifications/initialized', params: {} },
    ]);
  });

  test('is not completed with a parent that refuses', async () => {
    const parent = appParent(() => {
      throw new Error('Unknown message');
    });
    await expect(hosted(parent)).rejects.toThrow('Unknown message');
    expect(parent.methods()).toEqual(['ui/initialize']);
  });

  test('takes no answer from another window than the parent', async () => {
    const parent = appParent(() => new Promise(() => {}));
    const met = vi.fn<(met: unknown) => void>();
    void hosted(parent).then(met);
    parent.send({ jsonrpc: '2.0', id: 1, result: { hostCapabilities: everything } }, { other: true });
    parent.send({ id: 1, result: { hostCapabilities: everything } });
    await settled();
    expect(met).not.toHaveBeenCalled();
    parent.send({ jsonrpc: '2.0', id: 1, result: {} });
    await settled();
    expect(met).toHaveBeenCalled();
  });
});

describe('what the host says', () => {
  test('is merged as it changes, and what the standard does not know is left out', async () => {
    const parent = parentWith({}, everything, {
      theme: 'dark',
      displayMode: 'inline',
      availableDisplayModes: ['inline', 'fullscreen', 'hologram'],
      styles: { variables: { '--color-text-primary': '#eee', '--a': 'url(https://x.example)', '--b': 7 } },
      safeAreaInsets: { top: 44, right: 0, bottom: -3, left: 'wide' },
    });
    const { contexts } = await hosted(parent);
    parent.send({
      jsonrpc: '2.0',
      method: 'ui/notifications/host-context-changed',
      params: { displayMode: 'fullscreen', theme: 'sepia' },
    });
    const said = {
      displayModes: ['inline', 'fullscreen'],
      variables: { '--color-text-primary': '#eee' },
      insets: [44, 0, 0, 0],
    };
    expect(contexts).toEqual([
      { ...said, theme: 'dark', displayMode: 'inline' },
      { ...said, theme: null, displayMode: 'fullscreen' },
    ]);
  });

  test('is heard from the parent alone', async () => {
    const parent = parentWith({});
    const { contexts, onTeardown } = await hosted(parent);
    const foreign = { frame: 'of another server' };
    parent.send(
      { jsonrpc: '2.0', method: 'ui/notifications/host-context-changed', params: { theme: 'dark' } },
      foreign,
    );
    parent.send({ jsonrpc: '2.0', id: 9, method: 'ui/resource-teardown', params: {} }, foreign);
    expect(contexts).toHaveLength(1);
    expect(onTeardown).not.toHaveBeenCalled();
    expect(parent.posted.filter(({ id }) => id === 9)).toEqual([]);
  });
});

const told = (method: string, params: object) => ({
  jsonrpc: '2.0',
  method: `ui/notifications/${method}`,
  params,
});

describe('the call that opened the view', () => {
  test('says where to open, first as it was asked and then as it was answered', async () => {
    const parent = parentWith({});
    const { onOpened } = await hosted(parent);
    parent.send(told('tool-input', { arguments: { place: 'renewals' } }));
    parent.send(
      told('tool-result', {
        content: [],
        structuredContent: { address: 'renewals?period=2027Q1&app=1005', headline: 'Decide.' },
      }),
    );
    expect(onOpened.mock.calls.map(([opening]) => opening)).toEqual([
      { address: 'renewals', headline: null },
      { address: 'renewals?period=2027Q1&app=1005', headline: 'Decide.' },
    ]);
  });

  test.each([
    ['an address of another page', { structuredContent: { address: 'https://x.example/' } }],
    ['a script', { structuredContent: { address: 'javascript:alert(1)' } }],
    ['what is no text', { structuredContent: { address: 7, headline: {} } }],
    ['an answer that failed', { isError: true, structuredContent: { address: 'plan' } }],
    ['an answer without data', { content: [] }],
  ])('leads nowhere by %s', async (_, result) => {
    const parent = parentWith({});
    const { onOpened } = await hosted(parent);
    parent.send(told('tool-result', result));
    expect(onOpened).toHaveBeenCalledWith({ address: null, headline: null });
  });

  test('is heard from the parent alone', async () => {
    const parent = parentWith({});
    const { onOpened } = await hosted(parent);
    parent.send(told('tool-input', { arguments: { place: 'plan' } }), { frame: 'of another server' });
    expect(onOpened).not.toHaveBeenCalled();
  });
});

describe('what the host asks', () => {
  test.each([
    ['ui/resource-teardown', { result: {} }],
    ['ping', { result: {} }],
    ['tools/call', { error: { code: -32_601, message: 'Method not found' } }],
  ])('%s is answered', async (method, answer) => {
    const parent = parentWith({});
    const { onTeardown } = await hosted(parent);
    parent.send({ jsonrpc: '2.0', id: 'a', method, params: {} });
    expect(parent.posted.at(-1)).toEqual({ jsonrpc: '2.0', id: 'a', ...answer });
    expect(onTeardown).toHaveBeenCalledTimes(method === 'ui/resource-teardown' ? 1 : 0);
  });
});

describe('what the view asks for', () => {
  const acts: readonly [string, string, (host: AppHost) => Promise<boolean>, JsonObject][] = [
    [
      'message',
      'ui/message',
      (host) => host.sayToClaude('Save this'),
      { role: 'user', content: [{ type: 'text', text: 'Save this' }] },
    ],
    [
      'updateModelContext',
      'ui/update-model-context',
      (host) => host.showModel('On screen'),
      { content: [{ type: 'text', text: 'On screen' }] },
    ],
    [
      'openLinks',
      'ui/open-link',
      (host) => host.openLink('https://x.example/'),
      { url: 'https://x.example/' },
    ],
    [
      'downloadFile',
      'ui/download-file',
      (host) => host.download({ name: 'a.csv', type: 'text/csv', text: 'a,b' }),
      {
        contents: [
          { type: 'resource', resource: { uri: 'file:///a.csv', mimeType: 'text/csv', text: 'a,b' } },
        ],
      },
    ],
  ];

  test.each(acts)('%s: true when done, false when refused or failed', async (_, method, act, params) => {
    const answers = [{}, { isError: true }, null];
    const parent = parentWith({
      [method]: () => {
        const answer = answers.shift();
        if (answer === null) throw new Error('no');
        return answer;
      },
    });
    const { host } = await hosted(parent);
    expect([await act(host), await act(host), await act(host)]).toEqual([true, false, false]);
    expect(parent.posted.at(-1)).toMatchObject({ method, params });
  });

  test.each(acts)('%s is never asked of a host that does not offer it', async (offer, method, act) => {
    const { [offer as 'message']: _, ...others } = everything;
    const parent = parentWith({ [method]: () => ({}) }, others);
    const { host } = await hosted(parent);
    expect(await act(host)).toBe(false);
    expect(parent.methods()).not.toContain(method);
  });

  test.each([
    [{ mode: 'fullscreen' }, true],
    [{ mode: 'inline' }, false],
    [undefined, false],
  ])('a larger place, and %j says whether it has it', async (answer, got) => {
    const { host } = await hosted(parentWith({ 'ui/request-display-mode': () => answer }));
    expect(await host.show('fullscreen')).toBe(got);
  });

  test('a call that is stopped is stopped at the host too', async () => {
    const parent = parentWith({ 'tools/call': () => new Promise(() => {}) });
    const { host } = await hosted(parent);
    const stop = new AbortController();
    const call = host.callTool('list_apps', {}, stop.signal);
    stop.abort();
    await expect(call).rejects.toMatchObject({ name: 'AbortError' });
    expect(parent.posted.at(-1)).toMatchObject({
      method: 'notifications/cancelled',
      params: { requestId: 2 },
    });
  });
});

describe('the frame', () => {
  test('is met once, follows the host, and is left when the host takes the page down', async () => {
    const parent = parentWith({}, everything, { theme: 'dark' });
    const frame = hostFrameOf(parent.window);
    const heard = vi.fn<() => void>();
    frame.subscribe(heard);
    expect(frame.getHost()).toBeNull();
    const [first, second] = await Promise.all([frame.meet(), hostFrameOf(parent.window).meet()]);
    expect(first).toBe(second);
    expect(parent.methods()).toEqual(['ui/initialize', 'ui/notifications/initialized']);
    expect(frame.getHost()).toMatchObject({ context: { theme: 'dark' } });
    parent.send({
      jsonrpc: '2.0',
      method: 'ui/notifications/host-context-changed',
      params: { theme: 'light' },
    });
    expect(frame.getHost()).toMatchObject({ context: { theme: 'light' } });
    parent.send({ jsonrpc: '2.0', id: 5, method: 'ui/resource-teardown', params: {} });
    expect(frame.getHost()).toBeNull();
    expect(heard).toHaveBeenCalledTimes(3);
  });

  test('is asked again after a parent that refused', async () => {
    let isReady = false;
    const parent = appParent(() => {
      if (!isReady) throw new Error('not yet');
      return {};
    });
    const frame = hostFrameOf(parent.window);
    expect(await frame.meet()).toBeNull();
    isReady = true;
    expect(await frame.meet()).not.toBeNull();
  });
});
