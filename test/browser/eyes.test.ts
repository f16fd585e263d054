/** For eyes that need it: zoom, wider text, less motion, colors of their own. */
/* oxlint-disable unicorn/consistent-function-scoping -- what runs in the page must carry all that it uses */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../architecture/imports.ts';
import { launchChromium } from './chromium.ts';
import { destinations, overflowOf, type Destination } from './destinations.ts';

const demo = pathToFileURL(join(root, 'dist', 'demo.html')).href;
/** Every view with something drawn in it, or with a table of its own. */
const places = [
  'decide',
  'renewals',
  'over-time',
  'spend',
  'spend-licenses',
  'spend-overlap',
  'plan',
  'data',
];

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

async function open(place: string, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${demo}#${place}`);
  await page.locator('nav.bar').waitFor({ state: 'attached' });
  return page;
}

describe('at 200 % on a screen of 1280 by 1024', () => {
  it.each(places)('%s neither scrolls sideways nor loses a destination', async (place) => {
    const page = await open(place, { viewport: { width: 640, height: 512 }, deviceScaleFactor: 2 });
    expect(await overflowOf(page.mainFrame())).toBe(0);
    for (const name of destinations satisfies readonly Destination[]) {
      expect(await page.getByRole('link', { name, exact: true }).isVisible(), name).toBe(true);
    }
    await page.context().close();
  });
});

/** Runs in the page: texts that are cut off by the box they stand in. */
function cutTexts(): string[] {
  return [...document.querySelectorAll('main *, header *')]
    .filter((element) => {
      const { overflowX, overflowY, textOverflow, position } = getComputedStyle(element);
      if (position === 'absolute' || element.closest('svg, [hidden], .visually-hidden')) return false;
      const clips = overflowX === 'hidden' || overflowX === 'clip';
      const isWide = element.scrollWidth > element.clientWidth + 1;
      const isHigh = overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1;
      return element.textContent !== '' && ((clips && isWide && textOverflow !== 'ellipsis') || isHigh);
    })
    .map((element) => `${element.getAttribute('class')}: ${element.textContent?.slice(0, 60)}`);
}

describe('with text spaced as WCAG 1.4.12 says', () => {
  const spacing =
    '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}';

  it.each(places)('%s cuts nothing off, at 320 and at 900 px', async (place) => {
    const page = await open(place, { viewport: { width: 320, height: 800 } });
    await page.addStyleTag({ content: spacing });
    expect(await overflowOf(page.mainFrame())).toBe(0);
    expect(await page.evaluate(cutTexts)).toEqual([]);
    await page.setViewportSize({ width: 900, height: 800 });
    expect(await overflowOf(page.mainFrame())).toBe(0);
    expect(await page.evaluate(cutTexts)).toEqual([]);
    await page.context().close();
  });
});

/** Runs in the page: what still moves, by class, when less motion is asked for. */
function moving(): string[] {
  const seconds = (list: string): number => Math.max(...list.split(',').map(Number.parseFloat));
  return [...document.querySelectorAll('*')].flatMap((element) => {
    const { transitionDuration, animationDuration, animationName, scrollBehavior } =
      getComputedStyle(element);
    const moves =
      seconds(transitionDuration) > 0.01 ||
      (animationName !== 'none' && seconds(animationDuration) > 0.01) ||
      scrollBehavior === 'smooth';
    return moves ? [element.getAttribute('class') ?? element.tagName] : [];
  });
}

it.each(places)('%s does not move where less motion is asked for', async (place) => {
  const page = await open(place, { reducedMotion: 'reduce' });
  expect(await page.evaluate(moving)).toEqual([]);
  await page.context().close();
});

/** Runs in the page: shapes of charts that a palette of the person's own has made invisible. */
function lostShapes(): string[] {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = 'Canvas';
  const canvas = getComputedStyle(probe).color;
  probe.remove();
  const painted = (color: string): boolean =>
    color !== 'none' && color !== canvas && !/^rgba.*, 0\)$/.test(color);
  return (
    [...document.querySelectorAll('main svg :is(rect, circle, line, path)')]
      // What is there only to be hit is meant to be unseen.
      .filter((shape) => !shape.closest('defs, pattern, clipPath, [data-hit]'))
      .filter((shape) => {
        const { fill, stroke } = getComputedStyle(shape);
        return !painted(fill) && !painted(stroke);
      })
      .map((shape) => shape.outerHTML.slice(0, 120))
  );
}

/** Runs in the page: the name of the place one is at, when it looks like the others; null when it differs. */
function unmarkedDestination(): string | null {
  const look = (link: Element): string => {
    const { fontWeight, borderBottomColor } = getComputedStyle(link);
    return `${fontWeight} ${borderBottomColor}`;
  };
  const links = [...document.querySelectorAll('nav.bar a')];
  const here = links.find((link) => link.hasAttribute('aria-current'));
  if (here === undefined) return 'no destination is current';
  return links.some((link) => link !== here && look(link) === look(here)) ? here.textContent : null;
}

describe.each(['light', 'dark'] as const)('in forced colors, %s', (colorScheme) => {
  it.each(places)('%s keeps every shape and says where one is', async (place) => {
    const page = await open(place, { forcedColors: 'active', colorScheme });
    expect(await page.evaluate(lostShapes)).toEqual([]);
    expect(await page.evaluate(unmarkedDestination)).toBeNull();
    await page.context().close();
  });
});
