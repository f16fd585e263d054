import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../architecture/imports.ts';
import { launchChromium } from './chromium.ts';
import { watch } from './watch.ts';

const demo = pathToFileURL(join(root, 'dist', 'demo.html')).href;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

describe('demo.html, opened by double-click', () => {
  it('shows the invented tenant with a watermark on every destination, and asks nobody for anything', async () => {
    const page = await browser.newPage();
    const seen = await watch(page);
    await page.goto(demo);
    await page.getByText('Annual baseline').waitFor();
    for (const destination of ['Decide', 'Spend', 'Plan', 'Data']) {
      await page.getByRole('link', { name: destination, exact: true }).click();
      expect(await page.getByText(/invented company and people/).isVisible(), destination).toBe(true);
    }
    expect(seen.requests).toEqual([demo]);
    expect(seen.errors).toEqual([]);
  });

  it('carries the date of the day it is opened', async () => {
    const page = await browser.newPage();
    await page.clock.setFixedTime(new Date('2031-03-04T12:00:00'));
    await page.goto(demo);
    await page.getByText('Mar 4, 2031').first().waitFor();
  });
});
