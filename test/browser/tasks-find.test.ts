/**
 * Finding things, as a person does: by role and name, each task in at most three acts from the home, in a
 * narrow pane and on a screen. What must be found is worked out here, from the tenant or from the whole list.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import { demoAddress, openBrowser, visitDemo, type Visit } from './visit-demo.ts';

const asOf = '2026-11-22';
const tenant = createTenant({ size: 'small', asOf });
const browser = openBrowser();

function visitHome(width: number): Promise<Visit> {
  return visitDemo(browser(), asOf, { viewport: { width, height: 740 } });
}

async function problemsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 120)}`),
    ...(sideways > 0 ? [`scrolls ${sideways} px sideways`] : []),
  ];
}

async function namesIn(table: Locator): Promise<string[]> {
  const names = await table.locator('tbody th > a').allTextContents();
  return names.toSorted();
}

describe.each([360, 1280])('at %d px', (width) => {
  it('finds the apps that no one is responsible for', async () => {
    const { page, press, acts } = await visitHome(width);
    await press(page.getByRole('link', { name: 'Spend', exact: true }));
    await press(page.getByRole('link', { name: 'Apps', exact: true }));
    await press(page.getByRole('link', { name: 'No owner' }));
    const without = tenant.apps
      .filter(({ primaryOwner, isHidden }) => (primaryOwner ?? null) === null && isHidden !== true)
      .flatMap(({ name }) => (typeof name === 'string' ? [name] : []));
    expect(without.length).toBeGreaterThan(3);
    expect(await namesIn(page.getByRole('table', { name: 'Apps' }))).toEqual(without.toSorted());
    await expect
      .poll(() => page.getByRole('status').allTextContents())
      .toContainEqual(
        expect.stringMatching(
          new RegExp(`^${without.length} of \\d+ apps, \\$[\\d.]+k a year: no owner\\.$`),
        ),
      );
    expect(acts()).toBeLessThanOrEqual(3);
    expect(await problemsOn(page)).toEqual([]);
    await page.context().close();
  });

  it('finds contracts over $20,000 that come up in a quarter', async () => {
    const { page, press, key, fill, choose, acts } = await visitHome(width);
    if (width < 480) {
      await key('/');
      await fill(page.getByRole('combobox', { name: /^Search/ }), 'over 20k q1 2027');
      await key('Enter');
    } else {
      await press(page.getByRole('link', { name: 'Renewals', exact: true }));
      await fill(page.getByRole('textbox', { name: 'At least, USD a year' }), '20000');
      await choose(page.getByRole('combobox', { name: 'Notice or end in' }), 'Q1 2027');
    }
    await expect.poll(() => page.url()).toContain('#renewals--value-20000--period-2027Q1');
    const table = page.getByRole('table', { name: 'Contracts, soonest notice first' });
    const found = await contractsIn(table);
    expect(acts()).toBeLessThanOrEqual(3);
    expect(await problemsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Clear' }).click();
    await page
      .getByRole('status')
      .filter({ hasText: /^\d+ contracts/ })
      .waitFor();
    const all = await contractsIn(table);
    expect(all.length).toBeGreaterThan(found.length);
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(
      all.filter(({ value, days }) => value >= 20_000 && days.some((day) => /^2027-0[1-3]/.test(day))),
    );
    await page.context().close();
  });

  it('finds which AI tools are paid for, approved or not', async () => {
    const { page, key, fill, acts } = await visitHome(width);
    await key('Control+k');
    await fill(page.getByRole('combobox', { name: /^Search/ }), 'AI');
    await key('Enter');
    await page.getByText(/^1 AI tool is paid for, \$10\.7k a year\. 1 of these is not sanctioned/).waitFor();
    expect(await namesIn(page.getByRole('table', { name: 'Apps', exact: true }))).toEqual(['ChatGPT Team']);
    const states = page.getByRole('table', { name: 'AI tools by state' });
    expect(await states.getByRole('rowheader').allTextContents()).toEqual(['unsanctioned']);
    expect(acts()).toBeLessThanOrEqual(3);
    expect(await problemsOn(page)).toEqual([]);
    // The money is a fact that says what it is made of.
    await states.getByRole('link', { name: /^\$/ }).click();
    await page
      .getByRole('dialog')
      .getByText(/^Sum of the annual cost of the apps/)
      .waitFor();
    await page.context().close();
  });

  it.each(['#review', '#spend-overview', '#spend-licenses', '#spend-overlap', '#spend-apps--q-zoom'])(
    '%s has no violation that axe can see, and scrolls down alone',
    async (address) => {
      const { page } = await visitHome(width);
      await page.goto(`${demoAddress}${address}`);
      await page.getByRole('button', { name: 'Refresh' }).waitFor();
      expect(await problemsOn(page)).toEqual([]);
      await page.context().close();
    },
  );
});

interface Listed {
  readonly name: string;
  readonly value: number;
  readonly days: readonly string[];
}

/** What the cells say, also in those that a narrow pane moves to a second line. */
async function contractsIn(table: Locator): Promise<Listed[]> {
  await table.waitFor();
  const rows = await table.locator('tbody tr').evaluateAll((found) =>
    found.map((row) => ({
      name: row.querySelector('th a')?.textContent ?? '',
      cells: [...row.querySelectorAll('td')].map(({ textContent }) => textContent ?? ''),
    })),
  );
  return rows.map(({ name, cells }) => ({
    name,
    value: Number((cells.at(-1) ?? '').replace(/[^\d.]/g, '') || 0),
    days: cells.flatMap((text) => datesIn(text)),
  }));
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Dates without a year are of the year of the analysis. */
function datesIn(text: string): string[] {
  return [...text.matchAll(/(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{1,2})(?:, (\d{4}))?/g)].map(
    ([, month = '', day = '', year = '2026']) =>
      `${year}-${String(months.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`,
  );
}
