/**
 * What a person sees can be used at once: keys, the focus and the stops of the tab key are there with the first
 * frame that shows them, however busy the machine is. Looked at in the very step that adds them to the page,
 * before anything is painted.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../architecture/imports.ts';
import { launchChromium } from './chromium.ts';

const demo = pathToFileURL(join(root, 'dist', 'demo.html')).href;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** What to do, or to look at, the moment an element comes to the page. */
interface Moment {
  readonly selector: string;
  readonly press?: Pick<KeyboardEventInit, 'key' | 'ctrlKey'>;
  readonly look?: string;
}

/** Runs in the page. Observers are called after the step that changed the page and before its paint. */
function waitForMoment({ selector, press, look }: Moment): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector(selector) === null) return;
    observer.disconnect();
    if (press !== undefined) {
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { ...press, bubbles: true, cancelable: true }),
      );
    }
    Object.assign(window, { seen: look === undefined ? 0 : document.querySelectorAll(look).length });
  });
  observer.observe(document, { childList: true, subtree: true });
}

async function openAt(address: string, moment: Moment): Promise<Page> {
  const page = await browser.newPage();
  await page.clock.setFixedTime(new Date('2026-11-27T12:00:00'));
  await page.addInitScript(waitForMoment, moment);
  await page.goto(`${demo}${address}`);
  await page.waitForFunction('window.seen !== undefined');
  return page;
}

function seenBy(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { seen }: { seen?: number } = Object.assign(window);
    return seen ?? -1;
  });
}

describe('with the first frame', () => {
  it.each([{ key: 'k', ctrlKey: true }, { key: '/' }])('$key opens the search', async (press) => {
    const page = await openAt('', { selector: 'nav.bar', press });
    await page.getByRole('combobox', { name: /^Search/ }).waitFor();
    await page.close();
  });

  it.each(['.masthead', 'main [aria-busy]'])(
    'Ctrl-K opens the search when %s is all there is yet',
    async (selector) => {
      const page = await browser.newPage();
      await page.addInitScript(waitForMoment, { selector, press: { key: 'k', ctrlKey: true } });
      await page.goto(demo);
      await page.getByRole('combobox', { name: /^Search/ }).waitFor();
      await page.close();
    },
  );

  it('Esc closes a panel', async () => {
    const page = await openAt('#decide--app-1026', { selector: '#panel-title', press: { key: 'Escape' } });
    await page.locator('#panel-title').waitFor({ state: 'detached' });
    await page.close();
  });

  it.each([
    ['#decide', '.strip-chart'],
    ['#spend-licenses', '.scatter'],
    ['#decide', '.money-bar'],
  ])('%s: the chart %s is one stop of the tab key', async (address, chart) => {
    const page = await openAt(address, { selector: `${chart} a`, look: `${chart} a[tabindex="0"]` });
    expect(await seenBy(page)).toBe(1);
    await page.close();
  });

  it('the plan of an app has the focus', async () => {
    const page = await openAt('#plan--plan-1026', { selector: '.editor h3', look: '.editor h3:focus' });
    expect(await seenBy(page)).toBe(1);
    await page.close();
  });
});
