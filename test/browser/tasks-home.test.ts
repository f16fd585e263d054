/**
 * What people come to the home for, on the built demo, by the roles and names that everybody meets: in a side
 * pane and on a wide screen, in at most three acts.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { demoAddress, openBrowser, paneAndScreen, visitDemo } from './visit-demo.ts';
import { watch } from './watch.ts';

const browser = openBrowser();

async function home(size: (typeof paneAndScreen)[number]): Promise<Page> {
  const { page } = await visitDemo(browser(), '2026-11-27', { viewport: size });
  return page;
}

describe.each(paneAndScreen)('the home at $width px', (size) => {
  it('shows its sentence and both pictures without scrolling, and nothing beside the screen', async () => {
    const page = await home(size);
    const strip = page.getByRole('group', { name: 'Notice deadlines of the next 90 days, a dot a contract' });
    const bar = page.getByRole('group', { name: 'Savings a year by when they can leave the bill' });
    for (const picture of [page.locator('.headline'), strip, bar]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const box = await picture.boundingBox();
      expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(size.height);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
    await page.context().close();
  });

  it('says what must be decided this week, what comes next and what each is worth', async () => {
    const page = await home(size);
    const week = page.getByRole('region', { name: 'This week (1)' });
    expect(await week.textContent()).toContain('1 decision, $14,140 a year at stake, $101 a year to save.');
    const rows = await week.getByRole('listitem').allTextContents();
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatch(/Nov 28, in 1 day.*Okta.*at stake a year\$14,140.*saves a year\$101/);
    expect(rows[1]).toMatch(/Dec 9, in 12 days.*Asana.*at stake a year\$20,475.*saves a year\$7,875/);
    const groups = await page
      .getByRole('region', { name: 'To decide' })
      .getByRole('heading', { level: 3 })
      .allTextContents();
    expect(groups.map((title) => title.replace(/ \(.*/, ''))).toEqual([
      'This week',
      'Next 30 days',
      'Next 90 days',
      'Later',
      'Can start any day',
    ]);
    await page.context().close();
  });

  it('says what missing a deadline costs, and leads from its dot to the app', async () => {
    const page = await home(size);
    const week = page.getByRole('region', { name: 'This week (1)' });
    expect(await week.textContent()).toMatch(
      /If nothing is done: renews for 12 months, \$14,140 to Jan 27, 2028, with idle seats that cost \$1,414/,
    );
    await page
      .getByRole('link', { name: /^Okta: notice by Nov 28, in 1 day; \$14,140 a year at stake/ })
      .click();
    await page.getByRole('heading', { name: 'Okta', exact: true }).waitFor();
    expect(await page.getByRole('region', { name: 'Renewal brief' }).textContent()).toContain('$14,140');
    await page.context().close();
  });

  it('shows a department its own part of the money, never the whole apps as its own', async () => {
    const page = await home(size);
    await page.getByRole('link', { name: 'read app users first' }).click();
    await page.getByLabel(/Apps to read/).fill('26');
    await page.getByRole('button', { name: /^Read who uses what/ }).click();
    const choice = page.getByLabel('Department');
    await choice.waitFor();
    await choice.selectOption('Marketing');
    await page.getByRole('link', { name: 'Decide', exact: true }).click();
    const headline = (await page.locator('.headline').textContent()) ?? '';
    const [, own = '', whole = ''] =
      /^Marketing’s part is \$([\d.]+)k of \$([\d.]+)k a year in the apps it shares/.exec(headline) ?? [];
    expect(Number(own)).toBeGreaterThan(0);
    expect(Number(own)).toBeLessThan(Number(whole) / 2);
    const figure = page.getByText('Marketing’s part a year').locator('..');
    expect(await figure.textContent()).toMatch(/of \$\d+,\d{3} in shared apps/);
    expect(await page.getByText('Leaves the bill a year').locator('..').textContent()).toContain(
      'in apps Marketing shares',
    );
    expect(await page.getByText(/% of cost placed, \d+ apps? Unallocated/).isVisible()).toBe(true);
    await page.getByRole('link', { name: 'Spend', exact: true }).click();
    const table = page.getByRole('table', { name: 'Apps of Marketing, largest part first' });
    const headers = await table.getByRole('columnheader').allTextContents();
    expect(headers.some((header) => header.startsWith('Its part'))).toBe(true);
    // In a pane the whole app is on the second line of each row.
    const [, row = ''] = await table.getByRole('row').allTextContents();
    expect(headers.join(' ').includes('Whole app') || /whole app \$[\d,]+/.test(row)).toBe(true);
    await page.context().close();
  });

  it('lets the Tab key reach the first decision within eight stops, and the arrow keys walk the dots', async () => {
    const page = await home(size);
    const names: string[] = [];
    /* oxlint-disable no-await-in-loop -- one step after the other */
    for (let stop = 0; stop < 8; stop += 1) {
      await page.keyboard.press('Tab');
      names.push(
        await page.evaluate(
          () =>
            document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
        ),
      );
    }
    expect(names).toContain('Okta');
    const first = page.locator('.strip-chart a[tabindex="0"]');
    await first.focus();
    const said = new Set<string>();
    for (let dot = 0; dot < 5; dot += 1) {
      said.add(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''));
      await page.keyboard.press('ArrowRight');
    }
    /* oxlint-enable no-await-in-loop */
    expect(said.size).toBe(5);
    await page.context().close();
  });

  it('closes what Export has opened by Esc', async () => {
    const page = await home(size);
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('region', { name: 'Export' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: 'Export' }).waitFor({ state: 'detached' });
    await page.context().close();
  });

  it.each(['', '#renewals'])('holds for everyone, with all open: %s', async (address) => {
    const context = await browser().newContext({ viewport: size, colorScheme: 'dark' });
    const page = await context.newPage();
    const seen = await watch(page);
    await page.goto(`${demoAddress}${address}`);
    await page.getByRole('button', { name: 'Refresh' }).waitFor();
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
    expect(seen.errors).toEqual([]);
    await context.close();
  });
});
