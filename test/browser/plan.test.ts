import { AxeBuilder } from '@axe-core/playwright';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
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

async function openPlan(width: number, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  await page.goto(`${demo}#plan`);
  await page.getByText('From baseline to projected cost').waitFor();
  return page;
}

/** Everything a person can do here at once: depth, a slice, a plan, a decision and an assumption. */
async function changeEverything(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'read app users first' }).click();
  await page.getByRole('button', { name: /^Read who uses what/ }).click();
  await page.getByLabel('Department').selectOption('Engineering');
  await page.getByRole('link', { name: 'Plan', exact: true }).click();
  await page
    .getByRole('button', { name: /^Reject/ })
    .first()
    .click();
  await page.getByLabel('Buffer, %').fill('25');
  await page
    .getByRole('button', { name: /^Change/ })
    .first()
    .click();
  await page.getByLabel('Lower price, % off').fill('7.5');
  await page.getByText(/what-if: 1 app planned, 1 decision/).waitFor();
}

async function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

it.each(['light', 'dark'] as const)(
  'has no violation that axe can see, with everything open, in %s',
  async (scheme) => {
    const page = await openPlan(900, scheme);
    await changeEverything(page);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
      [],
    );
    await page.context().close();
  },
);

it.each([320, 360, 480, 900, 1440])('reflows at %d px without scrolling sideways', async (width) => {
  const page = await openPlan(width);
  expect(await overflowOf(page)).toBe(0);
  await changeEverything(page);
  expect(await overflowOf(page)).toBe(0);
  await page.context().close();
});

function saving(page: Page): Promise<string | null> {
  return page
    .locator('.kpi', { hasText: /^(Leaves the bill|Hard saving)/ })
    .locator('.kpi-value')
    .textContent();
}

describe('a what-if', () => {
  it('moves Plan and Decide alike, asks nobody, and is gone after Reset', async () => {
    const page = await openPlan(900);
    const seen = await watch(page);
    const before = await saving(page);
    await page.getByLabel('Buffer, %').fill('60');
    const after = await saving(page);
    expect(after).not.toBe(before);
    await page.getByRole('link', { name: 'Decide' }).click();
    expect(await saving(page)).toBe(after);
    await page.getByRole('button', { name: 'Reset' }).click();
    expect(await saving(page)).toBe(before);
    expect(seen.requests).toEqual([]);
    expect(seen.errors).toEqual([]);
  });

  it('is made from the keyboard alone', async () => {
    const page = await openPlan(360);
    await page
      .getByRole('button', { name: /^Change/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Plan for /);
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.getByText('what-if: 1 app planned').waitFor();
    expect(await page.getByRole('main').textContent()).toContain('retiring it');
  });
});
