import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../architecture/imports.ts';
import { launchChromium } from './chromium.ts';

const demo = pathToFileURL(join(root, 'dist', 'demo.html')).href;
const dashboard = pathToFileURL(join(root, 'dist', 'dashboard.html')).href;
const destinations = ['Decide', 'Spend', 'Plan', 'Data'] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

async function openDemo(width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  await page.goto(demo);
  await page.getByText('Annual baseline').waitFor();
  return page;
}

async function violationsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
  );
}

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  it.each(destinations)('%s has no violation that axe can see', async (destination) => {
    const page = await openDemo(900, scheme);
    await page.getByRole('link', { name: destination, exact: true }).click();
    expect(await violationsOn(page)).toEqual([]);
    await page.context().close();
  });

  it('the set-up screen has none either', async () => {
    const context = await browser.newContext({ colorScheme: scheme });
    const page = await context.newPage();
    await page.goto(dashboard);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await context.close();
  });
});

describe.each([320, 360, 480, 900, 1440])('at %d px', (width) => {
  it.each(destinations)('%s reflows without scrolling sideways', async (destination) => {
    const page = await openDemo(width, 'light');
    await page.getByRole('link', { name: destination, exact: true }).click();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await page.context().close();
  });
});

it('lists contracts in two lines each in a pane of 360 px', async () => {
  const page = await openDemo(360, 'light');
  await page.getByRole('link', { name: 'Renewals', exact: true }).click();
  const lines = await page
    .locator('.table .second-line')
    .evaluateAll((seconds) => seconds.map((second) => second.getBoundingClientRect().height / 17));
  expect(lines.length).toBeGreaterThan(10);
  expect(lines.filter((count) => count > 1)).toEqual([]);
  await page.context().close();
});
