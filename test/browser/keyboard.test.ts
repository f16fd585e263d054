/**
 * The whole page by the Tab key: what axe cannot see. Every stop is on the screen, shows that it has the
 * focus, is covered by nothing, and comes after the one before it.
 */
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './chromium.ts';
import { destinations, visit } from './destinations.ts';
import { setStage, type Stage } from './preview.ts';

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

describe.each(['full', 'slim'] as const)('the %s page by the Tab key', (build) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({ build });
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
});
