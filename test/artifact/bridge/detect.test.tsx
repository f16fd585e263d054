import { afterEach, describe, expect, test } from 'vitest';
import { findBridge } from '../../../artifact/bridge/hosts/find-bridge.ts';
import { detectHost } from '../../../artifact/bridge/hosts/detect.ts';
import { KEY_NAME } from '../../../artifact/bridge/hosts/parent-message.ts';
import { readReceipt, RECEIPT_ID, type Receipt } from '../../../artifact/bridge/base/receipt.ts';
import { manualClock } from './manual-clock.ts';

const cowork = { callMcpTool: async () => undefined };
const mcp = { callTool: async () => undefined, listTools: async () => ({ servers: [] }) };

/** A window of its own for each test, with its own globals. */
function freshWindow(): Window {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const { contentWindow } = frame;
  if (contentWindow === null) throw new Error('The frame has no window.');
  return contentWindow;
}

function put(window: Window, name: string, value: unknown): void {
  Object.defineProperty(window, name, { value, configurable: true });
}

/** A window nobody frames. */
function topWindow(): Window {
  const window = freshWindow();
  put(window, 'parent', window);
  return window;
}

async function detected(window: Window): Promise<string> {
  const clock = manualClock();
  const found = detectHost(window, clock);
  for (let step = 0; step < 90; step += 1) {
    // Messages travel in turns of their own, which a clock that is moved by hand does not give them.
    await new Promise((resolve) => setTimeout(resolve));
    await clock.advance(50);
  }
  return (await found).host;
}

afterEach(() => document.body.replaceChildren());

describe('the host', () => {
  test.each([
    ['cowork', 'cowork', cowork],
    ['claude', 'claude', { use: async () => null }],
    ['claude', 'claude', { mcp }],
  ])('%s is found by the object %s', async (host, name, value) => {
    const window = freshWindow();
    put(window, name, value);
    expect(await detected(window)).toBe(host);
  });

  test.each([
    ['cowork', {}],
    ['cowork', null],
    ['claude', { complete: async () => '' }],
    ['claude', { mcp: {} }],
  ])('is not found by an object %s that cannot call tools', async (name, value) => {
    const window = topWindow();
    put(window, name, value);
    expect(await detected(window)).toBe('none');
  });

  test('is found when its object comes late', async () => {
    const window = topWindow();
    const clock = manualClock();
    const found = detectHost(window, clock);
    await clock.advance(50);
    put(window, 'cowork', cowork);
    for (let step = 0; step < 6; step += 1) await clock.advance(50);
    expect(await found).toMatchObject({ host: 'cowork' });
  });

  test('is the preview when the parent answers the handshake', async () => {
    const window = freshWindow();
    const parent = {
      postMessage: (_: unknown, __: string, [port]: readonly MessagePort[]) => {
        if (port === undefined) return;
        port.addEventListener('message', ({ data }: MessageEvent<{ id: number }>) =>
          port.postMessage({ answer: data.id, outcome: 'resolved', value: 'preview' }),
        );
        port.start();
      },
    };
    put(window, 'parent', parent);
    window.document.head.innerHTML = `<meta name="${KEY_NAME}" content="key">`;
    expect(await detected(window)).toBe('preview');
  });

  test('is an MCP App when the parent answers its handshake', async () => {
    const window = freshWindow();
    const parent = {
      postMessage: ({ id }: { id?: number }) => {
        if (id === undefined) return;
        const data = { jsonrpc: '2.0', id, result: { hostCapabilities: {}, hostContext: {} } };
        window.dispatchEvent(Object.assign(new Event('message'), { data, source: parent }));
      },
    };
    put(window, 'parent', parent);
    expect(await detected(window)).toBe('mcp-app');
  });

  test('is none in a foreign frame, which is told the name of this page and nothing else', async () => {
    const posted: unknown[] = [];
    const window = freshWindow();
    put(window, 'parent', { postMessage: (data: unknown) => posted.push(data) });
    expect(await detected(window)).toBe('none');
    expect(posted).toEqual([expect.objectContaining({ method: 'ui/initialize' })]);
    expect(await detected(window)).toBe('none');
    expect(posted).toHaveLength(1);
  });

  test('with an object of its own keeps its parent from being asked', async () => {
    const posted: unknown[] = [];
    const window = freshWindow();
    put(window, 'parent', { postMessage: (data: unknown) => posted.push(data) });
    put(window, 'cowork', cowork);
    expect(await detected(window)).toBe('cowork');
    expect(posted).toEqual([]);
  });

  test('that comes late is not waited for by what may still answer', async () => {
    const window = freshWindow();
    const clock = manualClock();
    const found = detectHost(window, clock);
    await clock.advance(50);
    put(window, 'cowork', cowork);
    await clock.advance(50);
    expect(await found).toMatchObject({ host: 'cowork' });
  });

  test('is none in a frame whose parent says nothing', async () => {
    expect(await detected(freshWindow())).toBe('none');
  });

  test('is looked for again each time', async () => {
    const window = topWindow();
    expect(await detected(window)).toBe('none');
    put(window, 'cowork', cowork);
    expect(await detected(window)).toBe('cowork');
  });
});

describe('finding the bridge', () => {
  test('hands the receipt of a live artifact out', async () => {
    const window = freshWindow();
    put(window, 'cowork', cowork);
    const block = window.document.createElement('script');
    block.type = 'application/json';
    block.id = RECEIPT_ID;
    block.textContent = '{"mcpTools":["mcp__torii__list_apps"],"mcpServerNames":["Torii"]}';
    window.document.documentElement.append(block);
    const found = await findBridge(window, { clock: manualClock(), prefix: null, connectorName: 'Torii' });
    expect(found).toMatchObject({ host: 'cowork', receipt: { tools: ['mcp__torii__list_apps'] } });
  });
});

function receiptIn(text: string): Receipt | null {
  const block = Object.assign(document.createElement('script'), { id: RECEIPT_ID, type: 'application/json' });
  block.textContent = text;
  document.body.append(block);
  return readReceipt(document);
}

describe('the receipt', () => {
  test.each([
    ['{"mcpTools":["mcp__a__list_apps",7]}', ['mcp__a__list_apps']],
    ['{"name":"x"}', []],
    ['{"mcpTools":null}', []],
  ])('%s grants %j', (text, tools) => {
    expect(receiptIn(text)).toMatchObject({ tools });
  });

  test.each(['', 'null', '[]', '{"mcpTools":'])('%j is no receipt', (text) => {
    expect(receiptIn(text)).toBeNull();
  });

  test('may be absent', () => {
    expect(readReceipt(document)).toBeNull();
  });
});
