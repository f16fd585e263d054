/**
 * The page for people who listen or walk by keys: every view and every state a person can bring it into, in a
 * side pane and on a wide screen.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { demoAddress, openBrowser, paneAndScreen } from './visit-demo.ts';

const asOf = '2026-11-27';
const browser = openBrowser();

interface State {
  readonly name: string;
  readonly address: string;
  /** What a person does there first. */
  readonly into?: (page: Page) => Promise<void>;
}

const openExport = (page: Page): Promise<void> => page.getByRole('button', { name: 'Export' }).click();

/** Every view, and every state that a person can bring it into. */
const states: readonly State[] = [
  { name: 'home', address: '' },
  { name: 'renewals', address: '#renewals' },
  { name: 'review', address: '#review' },
  { name: 'over time', address: '#over-time' },
  { name: 'spend', address: '#spend-overview' },
  { name: 'apps', address: '#spend-apps' },
  { name: 'licenses', address: '#spend-licenses' },
  { name: 'overlap', address: '#spend-overlap' },
  { name: 'plan', address: '#plan' },
  { name: 'data', address: '#data' },
  { name: 'an app', address: '#decide--app-1026' },
  { name: 'lineage', address: '#decide--fact-totals_2fhardSavingAnnual', into: seeMadeOf },
  { name: 'search', address: '#decide--search' },
  { name: 'export', address: '', into: openExport },
  { name: 'payments', address: '#spend-overview', into: readPayments },
  { name: 'shared people', address: '#spend-overlap', into: readUsers },
  { name: 'AI tools', address: '#spend-apps--ai-yes', into: openAll },
  { name: 'a move', address: '#plan--plan-1026' },
  { name: 'a slice', address: '#data', into: chooseSlice },
];

/** An address that names no figure would open a dialog too. */
function seeMadeOf(page: Page): Promise<void> {
  return page
    .getByRole('dialog')
    .getByText(/rows add up to/)
    .waitFor();
}

async function readPayments(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Read the payments' }).click();
  await page.getByRole('group', { name: 'Paid in each of the last twelve months' }).waitFor();
  await openAll(page);
}

async function readUsers(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Read the users of these/ })
    .first()
    .click();
  await page
    .getByRole('group', { name: /^People of the app in the row/ })
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Compare which to keep' }).first().click();
  await openAll(page);
}

function openAll(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

async function chooseSlice(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Read who uses what/ }).click();
  await page.getByRole('combobox', { name: 'Department' }).selectOption('Marketing');
  await page.getByRole('link', { name: 'Decide', exact: true }).click();
}

describe.each(paneAndScreen)('for people who listen, at $width px', (size) => {
  it.each(states)('$name has no violation and nothing beside the screen', async ({ address, into }) => {
    const context = await browser().newContext({
      viewport: size,
      colorScheme: size.width < 600 ? 'light' : 'dark',
    });
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date(`${asOf}T12:00:00`));
    await page.goto(`${demoAddress}${address}`);
    await page.locator('nav.bar').waitFor();
    await into?.(page);
    // A step may have scrolled; the bar would then lie over what is looked at.
    await page.evaluate(() => scrollTo(0, 0));
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 140)}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width);
    await context.close();
  });

  it('reads the home in the order of its meaning, and names every control', async () => {
    const context = await browser().newContext({ viewport: size });
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date(`${asOf}T12:00:00`));
    await page.goto(demoAddress);
    await page.getByRole('button', { name: 'Refresh' }).waitFor();
    const tree = await page.locator('body').ariaSnapshot();
    const order = [
      'SaaS rationalization',
      'Notice deadlines of the next 90 days, a dot a contract',
      'Savings a year by when they can leave the bill',
      'heading "This week (1)"',
      'Annual baseline',
      'heading "To decide"',
      'heading "Cannot be decided yet"',
    ].map((words) => tree.indexOf(words));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(tree.match(/^\s*- (?:link|button|combobox|textbox|checkbox|slider)(?::|$)/gm) ?? []).toEqual([]);
    await page.context().close();
  });
});
