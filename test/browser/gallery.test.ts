import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGallery, openProgram } from '../gallery/gallery.ts';
import { programs } from '../gallery/programs.ts';
import { launchChromium } from './chromium.ts';
import { watch } from './watch.ts';

let browser: Browser;
let gallery: string;
beforeAll(async () => {
  [browser, gallery] = await Promise.all([launchChromium(), buildGallery()]);
});
afterAll(() => browser.close());

async function violationsOn(page: Page, rules?: string[]): Promise<string[]> {
  // There is no frame to look into, and looking for one takes a page of its own.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (
    rules ? axe.withRules(rules) : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
  ).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`);
}

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

describe('gallery', () => {
  it.each(Object.entries(programs))('%s renders without a fault, for everyone', async (name) => {
    const context = await browser.newContext({ viewport: { width: 360, height: 900 } });
    const page = await context.newPage();
    const seen = await watch(page);
    await openProgram(page, gallery, name);
    expect(await violationsOn(page)).toEqual([]);
    expect(await overflow(page), 'sideways scrolling in a narrow pane').toBe(0);
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsOn(page, ['color-contrast'])).toEqual([]);
    expect(await overflow(page), 'sideways scrolling on a wide screen').toBe(0);
    expect(seen.errors).toEqual([]);
    await context.close();
  });
});
