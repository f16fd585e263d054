/** Reading who uses what, within each host's budget: stated before, counted during, judged after. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './chromium.ts';
import { visit } from './destinations.ts';
import { setStage, type Stage } from './preview.ts';

let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  [browser, stage] = await Promise.all([launchChromium(), setStage()]);
});
afterAll(async () => {
  await stage.close();
  await browser.close();
});

describe.each(['live artifact', 'published artifact'] as const)('Deepen in the %s', (host) => {
  it('asks no more calls than it said, and moves the depth of the apps it read', async () => {
    const { page, frame, seen } = await stage.open(browser, host);
    await visit(frame, 'Data');
    await frame.getByLabel('Apps to read, largest cost first').fill('2');
    const offer = await frame.getByText(/^People and the users of 2 apps/).innerText();
    const stated = Number(/about (\d+) calls?/.exec(offer)?.[1]);
    const before = stage.server.torii.calls.length;
    await frame.getByRole('button', { name: /^Read who uses what \(\d+ calls, \d+ min\)$/ }).click();
    await frame.getByText(/^2 of \d+ apps with license counts.*are judged by their user rows/).waitFor();
    expect(stated).toBeGreaterThan(0);
    expect(stage.server.torii.calls.length - before).toBeLessThanOrEqual(stated);
    expect(stage.server.torii.writes).toEqual([]);
    expect(seen.errors).toEqual([]);
    await page.context().close();
  });
});
