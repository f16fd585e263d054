/** What a person is told to do, where the wrong remedy would cost them an afternoon, in the hosts that say it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './chromium.ts';
import { setStage, type HostLabel, type Stage } from './preview.ts';

const published: readonly HostLabel[] = ['published artifact', 'published artifact, older form'];

let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  [stage, browser] = await Promise.all([setStage(), launchChromium()]);
});
afterAll(async () => {
  await stage.close();
  await browser.close();
});

async function said(host: HostLabel, fault: string, words: string): Promise<string> {
  const { frame, page } = await stage.open(browser, host, { fault });
  await frame.getByText(words).first().waitFor({ timeout: 30_000 });
  const text = await frame.getByRole('main').innerText();
  await page.context().close();
  return text;
}

describe.each(published)('the %s', (host) => {
  it('asks for consent to the page, and names no setting of a tool', async () => {
    const text = await said(host, 'consent', 'Reload this page and allow it to use Torii.');
    expect(text).not.toContain('Always allow');
  });

  it('asks for the exact name of a connector, and for no UUID', async () => {
    const text = await said(host, 'renamed', 'tell Claude its exact name and publish again');
    expect(text).not.toContain('UUID');
  });

  it('gets over a first call that fails cold', async () => {
    expect(await said(host, 'cold-start@1', 'Annual baseline')).not.toContain('cannot be reached');
  });
});

it('the live artifact gets over a first call that fails cold', async () => {
  expect(await said('live artifact', 'cold-start@1', 'Annual baseline')).not.toContain('could not be read');
});
