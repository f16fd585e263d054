/** What another page on this machine can get out of a running preview. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { listen, closeServer } from '../../mocks/server/node-http.ts';
import { CHANNEL } from '../../artifact/bridge/hosts/parent-message.ts';
import { launchChromium } from './chromium.ts';
import { hosts, hostLabels, setStage, type Stage } from './preview.ts';

let stage: Stage;
let browser: Browser;

beforeAll(async () => {
  [stage, browser] = await Promise.all([setStage(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

/** A page of another origin that frames an address, takes the frame inside over and asks from there. */
function attack(address: string): string {
  const question = {
    channel: CHANNEL,
    id: 4242,
    method: 'callMcpTool',
    parameters: ['list_apps', { size: 3 }],
  };
  return `<!doctype html><body><iframe id="f" src="${address}"></iframe><script>
    window.stolen = [];
    if (location.pathname === '/inside') {
      addEventListener('message', (event) => top.postMessage({ stolen: String(event.data) }, '*'));
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = (event) => top.postMessage({ stolen: JSON.stringify(event.data) }, '*');
      parent.postMessage({ channel: ${JSON.stringify(CHANNEL)}, key: '' }, '*', [port2]);
      parent.postMessage(${JSON.stringify(question)}, '*');
      port1.postMessage(${JSON.stringify(question)});
    } else {
      addEventListener('message', (event) => event.data.stolen && stolen.push(event.data.stolen));
      const f = document.getElementById('f');
      f.onload = () => {
        try { f.contentWindow.frames[0].location = location.origin + '/inside'; } catch (error) { stolen.tried = String(error); }
      };
    }
  </script></body>`;
}

describe.each(hostLabels)('%s', (host) => {
  it('gives nothing to a page that frames it', async () => {
    const address = `${stage.preview.url}/${hosts[host]}`;
    const { server, origin } = await listen(
      0,
      () => async () => new Response(attack(address), { headers: { 'content-type': 'text/html' } }),
    );
    const page = await browser.newPage();
    const before = stage.server.torii.calls.length;
    await page.goto(origin.replace('127.0.0.1', 'localhost'));
    await page.waitForTimeout(1_500);
    expect(await page.evaluate(() => Reflect.get(window, 'stolen') as string[])).toEqual([]);
    expect(stage.server.torii.calls.length).toBe(before);
    await page.close();
    await closeServer(server);
  });
});

it('shows no other page in the place of a view, which has no key to be told from it', async () => {
  const asked: string[] = [];
  const { server, origin } = await listen(0, () => async ({ url }) => {
    asked.push(url);
    return new Response(attack('about:blank'), { headers: { 'content-type': 'text/html' } });
  });
  const { page, frame } = await stage.open(browser, 'view of a server');
  await frame.getByRole('link', { name: 'Renewals' }).waitFor();
  await frame.evaluate((elsewhere) => location.assign(elsewhere), `${origin}/inside`).catch(() => {});
  await page.waitForTimeout(1_000);
  expect(asked).toEqual([]);
  await page.context().close();
  await closeServer(server);
});

describe('the address', () => {
  it('shows the page at its root, and nothing without its secret', async () => {
    const { url } = stage.preview;
    const root = await fetch(`${url}/`);
    expect(root.status).toBe(200);
    expect(await root.text()).toContain('saas-rationalization');
    const origin = new URL(url).origin;
    for (const path of ['/', '/cowork', '/mcp', `/${'x'.repeat(22)}/cowork`]) {
      expect((await fetch(origin + path)).status, path).toBe(404);
    }
  });

  it('forbids every frame around it', async () => {
    const { headers } = await fetch(`${stage.preview.url}/cowork`);
    expect(headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
    expect(headers.get('x-frame-options')).toBe('DENY');
  });
});
