import { AxeBuilder } from '@axe-core/playwright';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../architecture/imports.ts';
import { launchChromium } from './chromium.ts';

const demo = pathToFileURL(join(root, 'dist', 'demo.html')).href;
const places = [
  '#decide',
  '#renewals',
  '#review',
  '#decide--app-1005',
  '#decide--fact-app_2f1005_2fcostAnnual',
  '#decide--search',
];

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

async function open(hash: string, width: number, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
  const page = await context.newPage();
  await page.goto(demo + hash);
  await page.locator('nav.bar').waitFor({ state: 'attached' });
  return page;
}

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  it.each(places)('%s has no violation that axe can see, and reflows', async (hash) => {
    const page = await open(hash, 360, scheme);
    const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond).toBe(0);
    await page.context().close();
  });
});

describe('by keys alone', () => {
  it('an app opens from its name, and Esc returns to the line and its place on the screen', async () => {
    const page = await open('#renewals', 900);
    const link = page.getByRole('link', { name: 'Personio' }).last();
    await link.scrollIntoViewIfNeeded();
    await link.focus();
    const before = await page.evaluate(() => window.scrollY);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: 'Personio' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await link.evaluate((node) => node === document.activeElement)).toBe(true);
    expect(before).toBeGreaterThan(0);
    expect(await page.evaluate(() => window.scrollY)).toBe(before);
    await page.context().close();
  });

  it('the figures of a row are reached by arrows, open their lineage, and get the focus back', async () => {
    const page = await open('#renewals', 360);
    await page.getByRole('link', { name: 'Zoom Workplace' }).first().focus();
    await page.keyboard.press('ArrowRight');
    const figure = await page.evaluate(() => document.activeElement?.textContent);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'How this figure came about' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(figure);
    await page.context().close();
  });

  it('a slash searches, and Enter goes to what was found', async () => {
    const page = await open('#spend', 480);
    await page.keyboard.press('/');
    await page.keyboard.type('person');
    await page.getByRole('option', { name: 'Personio app' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: 'Personio' }).waitFor();
    expect(new URL(page.url()).hash).toMatch(/^#spend--app-\d+$/);
    await page.context().close();
  });
});
