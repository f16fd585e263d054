import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './chromium.ts';
import { hostLabels, hosts, setStage, type Stage } from './preview.ts';

let browser: Browser;
let stage: Stage;

beforeAll(async () => {
  [stage, browser] = await Promise.all([setStage(), launchChromium()]);
});
afterAll(async () => {
  await stage.close();
  await browser.close();
});

describe.each(hostLabels)('the page in the %s', (host) => {
  it('shows the tenant from live calls, without a request or a policy violation of its own', async () => {
    const { page, frame, seen } = await stage.open(browser, host);
    await frame.getByRole('link', { name: 'Renewals' }).click();
    await frame.getByRole('heading', { name: /to decide in the next 60 days/i }).waitFor();
    await frame.getByRole('button', { name: 'Refresh' }).waitFor();

    expect(await frame.locator('.headline').textContent()).toMatch(
      /can leave the bill today|needs a decision by|Nothing to decide/,
    );
    expect(seen.violations).toEqual([]);
    expect(seen.errors).toEqual([]);
    const requests = seen.requests.filter((url) => url !== 'about:srcdoc' && !url.startsWith('data:'));
    const { preview } = stage;
    const files = host === 'published artifact' ? ['/', '/app.css', '/app.js'] : [];
    expect([...new Set(requests.map(withoutQuery))].toSorted()).toEqual(
      [
        ...[hosts[host].split('?')[0] ?? '', 'mcp'].map((path) => `${preview.url}/${path}`),
        ...files.map((path) => preview.artifactUrl + path),
      ].toSorted(),
    );
    await page.context().close();
  });

  it('answers the first questions under Spend', async () => {
    const { page, frame } = await stage.open(browser, host);
    await frame.getByRole('link', { name: 'Spend', exact: true }).click();
    await frame.getByRole('heading', { name: /12[- ]month spend/i }).waitFor();
    await frame.getByRole('heading', { name: /more than 100/i }).waitFor();
    await page.context().close();
  });

  it('proves what it read under Data', async () => {
    const { page, frame } = await stage.open(browser, host);
    await frame.getByRole('link', { name: 'Data', exact: true }).click();
    const certificate = frame.getByRole('table').filter({ hasText: 'contracts' }).first();
    await certificate.waitFor();
    expect(await certificate.textContent()).toContain('all records read');
    await page.context().close();
  });

  it('makes few calls, and none that writes', async () => {
    const before = stage.server.torii.calls.length;
    const { page, frame } = await stage.open(browser, host);
    await frame.getByText('Annual baseline').waitFor();
    await frame.getByRole('button', { name: 'Refresh' }).waitFor();
    expect(stage.server.torii.calls.length - before).toBeLessThanOrEqual(8);
    expect(stage.server.torii.writes).toEqual([]);
    await page.context().close();
  });
});

function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}
