import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './chromium.ts';
import { hostLabels, hosts, setStage, type Stage } from './preview.ts';

let browser: Browser;
let stages: Readonly<Record<'full' | 'slim', Stage>>;

beforeAll(async () => {
  const [full, slim] = await Promise.all([setStage({ build: 'full' }), setStage({ build: 'slim' })]);
  stages = { full, slim };
  browser = await launchChromium();
});
afterAll(async () => {
  await Promise.all(Object.values(stages).map((stage) => stage.close()));
  await browser.close();
});

const cases = hostLabels.flatMap((host) => [
  { host, build: 'full' as const },
  { host, build: 'slim' as const },
]);

describe.each(cases)('$build page in the $host', ({ host, build }) => {
  let stage: Stage;
  beforeAll(() => {
    stage = stages[build];
  });

  it('shows the tenant from live calls, without a request or a policy violation of its own', async () => {
    const { page, frame, seen } = await stage.open(browser, host);
    await frame.getByRole('link', { name: 'Renewals' }).click();
    await frame.getByRole('heading', { name: /renewing in the next 60 days/i }).waitFor();
    await frame.getByRole('button', { name: 'Refresh' }).waitFor();

    expect(await frame.locator('.headline').textContent()).toMatch(/can still be decided|Nothing to decide/);
    expect(seen.violations).toEqual([]);
    expect(seen.errors).toEqual([]);
    const own = new URL(stage.preview.url).origin;
    const foreign = seen.requests.filter((url) => url !== 'about:srcdoc' && !url.startsWith('data:'));
    expect(foreign.map((url) => new URL(url).origin)).toEqual(foreign.map(() => own));
    expect(new Set(foreign.map((url) => new URL(url).pathname))).toEqual(
      new Set([hosts[host].split('?')[0], '/mcp']),
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
    expect(await certificate.textContent()).toContain('complete');
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
