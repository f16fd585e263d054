/**
 * The whole page by the Tab key: what axe cannot see. Every stop is on the screen, shows that it has the
 * focus, is covered by nothing, and comes after the one before it.
 */
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './chromium.ts';
import { destinations, visit } from './destinations.ts';
import { setStage, type Stage } from './preview.ts';
import { visitDemo } from './visit-demo.ts';

interface Stop {
  readonly name: string;
  readonly problems: readonly string[];
}

/** No view has this many stops; a walk this long goes in a circle. */
const MOST_STOPS = 600;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** Runs in the page. The last stop is kept on the window, to compare the order with. */
function stopHere(): Stop | null {
  const here = document.activeElement;
  if (!(here instanceof Element) || here === document.body) return null;
  const kept: { lastStop?: Element } = Object.assign(window);
  const box = here.getBoundingClientRect();
  const style = getComputedStyle(here);
  const problems: string[] = [];
  if (box.width < 1 || box.height < 1) problems.push('has no size');
  if (box.bottom <= 0 || box.top >= innerHeight) problems.push('is off the screen');
  const ring = Number.parseFloat(style.outlineWidth) >= 1 && style.outlineStyle !== 'none';
  if (!ring && style.boxShadow === 'none') problems.push('does not show the focus');
  const visible = { x: box.left + Math.min(4, box.width / 2), y: box.top + box.height / 2 };
  const above = document.elementFromPoint(visible.x, Math.min(Math.max(visible.y, 1), innerHeight - 1));
  if (above !== null && !here.contains(above) && !above.contains(here)) {
    problems.push(`is covered by ${above.tagName.toLowerCase()}.${above.className}`);
  }
  const last = kept.lastStop;
  if (last?.isConnected && !(last.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING)) {
    problems.push('comes before the stop before it');
  }
  kept.lastStop = here;
  return {
    name: (here.getAttribute('aria-label') ?? here.textContent ?? here.tagName).slice(0, 40),
    problems,
  };
}

/** Every stop from the first to the last; the walk ends where the focus leaves the frame. */
async function walk(page: Page, frame: Frame): Promise<Stop[]> {
  await frame.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    scrollTo(0, 0);
  });
  const stops: Stop[] = [];
  /* oxlint-disable no-await-in-loop -- one step after the other */
  while (stops.length < MOST_STOPS) {
    await page.keyboard.press('Tab');
    const stop = await frame.evaluate(stopHere);
    if (stop === null || !(await frame.evaluate(() => document.hasFocus()))) return stops;
    stops.push(stop);
  }
  /* oxlint-enable no-await-in-loop */
  return stops;
}

describe('the page by the Tab key', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(() => stage.close());

  it.each(destinations)('%s', async (destination) => {
    const { page, frame } = await stage.open(browser, 'live artifact', { width: 480 });
    await visit(frame, destination);
    const stops = await walk(page, frame);
    expect(stops.length).toBeGreaterThan(10);
    expect(stops.length).toBeLessThan(MOST_STOPS);
    expect(stops.filter(({ problems }) => problems.length > 0)).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['Spend', 'Licenses'],
    ['Spend', 'Overlap'],
    ['Decide', 'Renewals'],
    ['Decide', 'Review'],
    ['Plan', 'Plan'],
  ] as const)('%s, %s, where charts are drawn', async (destination, segment) => {
    const { page, frame } = await stage.open(browser, 'live artifact', { width: 1000 });
    await visit(frame, destination);
    await frame.getByRole('link', { name: segment, exact: true }).click();
    const stops = await walk(page, frame);
    expect(stops.length).toBeGreaterThan(10);
    expect(stops.filter(({ problems }) => problems.length > 0)).toEqual([]);
    await page.context().close();
  });

  it('Decide, Over time, with runs to compare', async () => {
    const { page, press } = await visitDemo(browser, '2026-11-27', { viewport: { width: 480, height: 740 } });
    await press(page.getByRole('link', { name: 'Over time', exact: true }));
    await page.getByRole('table', { name: 'Runs so far' }).waitFor();
    // A walk begins where the reader was last: at the top.
    await page.getByRole('heading', { level: 1 }).click();
    const stops = await walk(page, page.mainFrame());
    expect(stops.length).toBeGreaterThan(10);
    expect(stops.filter(({ problems }) => problems.length > 0)).toEqual([]);
    await page.context().close();
  });

  it('leads from mark to mark of a chart by the arrow keys, in the order in which they are seen', async () => {
    const { page, frame } = await stage.open(browser, 'live artifact', { width: 1000 });
    await visit(frame, 'Spend');
    await frame.getByRole('link', { name: 'Licenses', exact: true }).click();
    await frame.locator('.scatter a[tabindex="0"]').focus();
    const marks = await frame.locator('.scatter a').count();
    expect(marks).toBeGreaterThan(10);
    expect(await frame.locator('.scatter a[tabindex="0"]').count()).toBe(1);
    for (const [back, key, edge] of [
      ['ArrowLeft', 'ArrowRight', 'left'],
      ['ArrowUp', 'ArrowDown', 'top'],
    ] as const) {
      /* oxlint-disable no-await-in-loop -- one step after the other */
      for (let step = 0; step < marks; step += 1) await page.keyboard.press(back);
      const places: number[] = [];
      for (let step = 0; step < marks; step += 1) {
        places.push(
          await frame.evaluate((side) => document.activeElement?.getBoundingClientRect()[side] ?? -1, edge),
        );
        await page.keyboard.press(key);
      }
      /* oxlint-enable no-await-in-loop */
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(new Set(places).size).toBeGreaterThan(5);
    }
    const problems = (await frame.evaluate(stopHere))?.problems ?? ['nothing has the focus'];
    expect(problems.filter((problem) => !problem.startsWith('comes before'))).toEqual([]);
    await page.keyboard.press('Enter');
    await frame.locator('#panel-title').waitFor();
    await page.keyboard.press('Escape');
    await frame.locator('.scatter a:focus').waitFor();
    await page.context().close();
  });
});
