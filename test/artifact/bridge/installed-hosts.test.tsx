import { afterEach, describe, expect, test } from 'vitest';
import { readReceipt } from '../../../artifact/bridge/base/receipt.ts';
import { installClaude } from '../../../mocks/claude.ts';
import { fullNames, installCowork, type CoworkOptions } from '../../../mocks/cowork.ts';
import { frameDocument } from '../../../mocks/hosts/frame-document.ts';
import { hostPage, HOST_SETTINGS_ID } from '../../../mocks/hosts/host-page.ts';
import { manualClock } from './manual-clock.ts';

const grants = fullNames('torii', ['list_apps', 'list_contracts']);
const options: CoworkOptions = {
  url: 'https://torii.test/mcp',
  connectorId: 'torii',
  grants,
  clock: manualClock(),
};

function freshWindow(): Window {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const { contentWindow } = frame;
  if (contentWindow === null) throw new Error('The frame has no window.');
  return contentWindow;
}

afterEach(() => document.body.replaceChildren());

describe('an installed host', () => {
  test('cannot be replaced by the page', () => {
    const window = freshWindow();
    installCowork(window, options);
    installClaude(window, { ...options, server: 'Torii' });
    expect(() => Object.assign(window, { cowork: {} })).toThrow(TypeError);
    expect(() => Object.assign(window, { claude: {} })).toThrow(TypeError);
  });

  test('writes the receipt of a live artifact before all else', () => {
    const window = freshWindow();
    installCowork(window, options);
    expect(readReceipt(window.document)).toEqual({ tools: grants, servers: ['Torii'] });
    expect(window.document.head.firstElementChild?.id).toBe('cowork-artifact-meta');
  });

  test('writes an empty grant into the receipt', () => {
    const window = freshWindow();
    installCowork(window, { ...options, faults: 'ungranted' });
    expect(readReceipt(window.document)).toEqual({ tools: [], servers: [] });
  });
});

const parts = {
  host: 'cowork',
  shim: 'window.shim = "</script>";',
  receipt: '<i id="r"></i>',
  root: {},
  key: 'k',
} as const;
const page = '<!doctype html><html lang="en"><head><title>T</title></head><body>B</body></html>';

describe('the framed document', () => {
  test('has the receipt first, then policy and shim before the page', () => {
    const html = frameDocument({ ...parts, html: page });
    const order = [
      '<!doctype',
      '<i id="r">',
      '<html lang="en"',
      'Content-Security-Policy',
      'window.shim',
      '<title>',
    ];
    const positions = order.map((piece) => html.indexOf(piece));
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    expect(positions).not.toContain(-1);
    expect(html).toContain('window.shim = "<\\/script>";</script>');
  });

  test('forbids every connection, frame, worker and form', () => {
    const html = frameDocument({ ...parts, html: page });
    for (const rule of [
      "connect-src 'none'",
      "frame-src 'none'",
      "worker-src 'none'",
      "form-action 'none'",
    ]) {
      expect(html).toContain(rule);
    }
    expect(html).not.toContain('unsafe-eval');
  });

  test('wraps a fragment and writes on its root', () => {
    const root = { 'data-theme': 'dark' };
    const html = frameDocument({ host: 'claude', html: '<p>$&</p>', shim: '', receipt: '', root, key: 'k' });
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    expect(parsed.documentElement.dataset['theme']).toBe('dark');
    expect(parsed.body.textContent?.trim()).toBe('$&');
    expect(parsed.querySelectorAll('script')).toHaveLength(0);
  });
});

describe('the host page', () => {
  test('carries its settings where nothing in them can end the block', () => {
    const dashboardHtml = '<!-- </script><script>alert(1)</script>';
    const html = hostPage({
      host: 'sandboxed',
      dashboardHtml,
      title: 'A & B <c>',
      connectorId: 'torii',
      grants: ['list_apps'],
      shim: '',
      script: '0;',
    });
    const parsed = new DOMParser().parseFromString(html, 'text/html');
    const settings: unknown = JSON.parse(parsed.getElementById(HOST_SETTINGS_ID)?.textContent ?? '');
    expect(settings).toMatchObject({ dashboardHtml, connectorName: 'Torii', source: 'demo tenant' });
    expect(parsed.querySelectorAll('script')).toHaveLength(2);
    expect(parsed.title).toBe('A & B <c> – preview');
  });
});
