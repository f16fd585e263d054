/**
 * What people do once they know the home, as a person does it: by role and name, each task in at most three
 * acts from the home, in a side pane and on a wide screen.
 */
import { AxeBuilder } from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import type { Download } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import { openBrowser, paneAndScreen, visitDemo, type Visit } from './visit-demo.ts';

const asOf = '2026-11-27';
const tenant = createTenant({ size: 'small', asOf });
const browser = openBrowser();

function visitHome(size: (typeof paneAndScreen)[number]): Promise<Visit> {
  return visitDemo(browser(), asOf, { viewport: size, acceptDownloads: true });
}

async function textOf(file: Download): Promise<string> {
  return readFile(await file.path(), 'utf8');
}

/** Amounts of a text in whole dollars, in their order; U+2212 is the minus of the page. */
function amountsIn(text: string): number[] {
  return [...text.matchAll(/([−+]?)\$([\d,]+)/g)].map(
    ([, sign, digits = '']) => (sign === '−' ? -1 : 1) * Number(digits.replaceAll(',', '')),
  );
}

describe.each(paneAndScreen)('at $width px', (size) => {
  it('says where a figure comes from, down to the record and its field', async () => {
    const { page, press, acts } = await visitHome(size);
    await press(
      page.getByText('Leaves the bill a year').locator('..').getByRole('link', { name: '$95,769' }),
    );
    const lineage = page.getByRole('dialog');
    expect(await lineage.textContent()).toContain('36 rows add up to $95,768.60');
    await press(lineage.getByRole('link', { name: /^Salesforce: unassigned/ }));
    await lineage.getByText('9 seats × $83,160 ÷ 40 = $18,711.').waitFor();
    await press(lineage.getByRole('link', { name: '$83,160', exact: true }));
    await lineage.getByText(/contracts 70007/).waitFor();
    const contract = tenant.contracts.find(({ id }) => id === 70007);
    expect(await lineage.textContent()).toContain(
      `annualValue from c_yearlyCost_4: ${Number(contract?.['c_yearlyCost_4'])}`,
    );
    expect(contract?.['c_yearlyCost_4']).toBe(83_160);
    expect(acts()).toBeLessThanOrEqual(3);
    await page.context().close();
  });

  it('says what retiring one app in favor of another is worth, net, and why', async () => {
    const { page, key, fill, acts } = await visitHome(size);
    await key('/');
    await fill(page.getByRole('combobox', { name: /^Search/ }), 'monday.com to Asana');
    await key('Enter');
    await page.getByRole('heading', { name: 'Plan for monday.com' }).waitFor();
    expect(acts()).toBeLessThanOrEqual(3);
    await page
      .getByText(/^Net: the plan saves \$5,713 less a year with this move\. It is not worth it/)
      .waitFor();
    const reasons = page.getByRole('table', { name: 'What this move changes, in saving a year' });
    const rows = await reasons.getByRole('row').allTextContents();
    const changes = rows.slice(1).flatMap((row) => amountsIn(row).slice(-1));
    expect(changes.length).toBeGreaterThan(2);
    // The reasons add up to the answer, but for the rounding of each row.
    expect(Math.abs(changes.reduce((sum, change) => sum + change, 0) + 5713)).toBeLessThanOrEqual(
      changes.length,
    );
    expect(rows.join('\n')).toMatch(/monday\.com/);
    expect(rows.join('\n')).toMatch(/Asana/);
    await page.context().close();
  });

  it('says what of the spend is a department’s own', async () => {
    const { page, press, choose, acts } = await visitHome(size);
    await press(page.getByRole('link', { name: 'read app users first' }));
    await press(page.getByRole('button', { name: /^Read who uses what/ }));
    await choose(page.getByRole('combobox', { name: 'Department' }), 'Marketing');
    expect(acts()).toBeLessThanOrEqual(3);
    const notice = page.getByText(/^Only Marketing: \d+ apps, /);
    await notice.waitFor();
    const [own = 0, whole = 0] = [...((await notice.textContent()) ?? '').matchAll(/\$([\d.]+)k/g)].map(
      ([, thousands]) => Number(thousands),
    );
    expect(own).toBeGreaterThan(0);
    expect(own).toBeLessThan(whole / 2);
    // The pictures of Spend show the part as well.
    await page.getByRole('link', { name: 'Spend', exact: true }).click();
    await page.getByRole('group', { name: 'Marketing’s part of the annual cost by category' }).waitFor();
    await page.context().close();
  });

  it('says what was paid month by month, and for what', async () => {
    const { page, press, acts } = await visitHome(size);
    await press(page.getByRole('link', { name: 'Spend', exact: true }));
    await press(page.getByRole('button', { name: 'Read the payments' }));
    await press(page.getByRole('link', { name: /^Oct 2026: \$[\d,]+ paid$/ }));
    expect(acts()).toBeLessThanOrEqual(3);
    await page.getByRole('table', { name: 'Paid in Oct 2026, largest first' }).waitFor();
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 140)}`)).toEqual([]);
    await page.context().close();
  });

  it('hands a CFO one page', async () => {
    const { page, press, acts } = await visitHome(size);
    await press(page.getByRole('button', { name: 'Export' }));
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      press(page.getByRole('button', { name: 'Brief, one page: Markdown' })),
    ]);
    expect(acts()).toBeLessThanOrEqual(3);
    const brief = await textOf(file);
    expect(brief).toMatch(/\$35\.1k|\$35,122/);
    expect(brief).toMatch(/Okta/);
    expect(brief).not.toMatch(/\$[\d,]+\.\d\d\b/);
    await page.context().close();
  });

  it('puts the deadlines into a calendar, each contract once, with alarms', async () => {
    const { page, press, acts } = await visitHome(size);
    await press(page.getByRole('button', { name: 'Export' }));
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      press(page.getByRole('button', { name: 'Notice deadlines ahead: Calendar' })),
    ]);
    expect(acts()).toBeLessThanOrEqual(3);
    expect(file.suggestedFilename()).toMatch(/\.ics$/);
    const calendar = await textOf(file);
    const events = calendar.split('BEGIN:VEVENT').slice(1);
    expect(events.length).toBeGreaterThan(5);
    expect(events.filter((event) => /SUMMARY:.*Datadog/.test(event))).toHaveLength(1);
    expect(events.some((event) => /SUMMARY:.*Okta/.test(event) && /20261128/.test(event))).toBe(true);
    for (const event of events) expect(event.match(/BEGIN:VALARM/g) ?? []).not.toHaveLength(0);
    await page.context().close();
  });

  it('proves that it has read and not written: offered, granted, called', async () => {
    const { page, press, acts } = await visitHome(size);
    await press(page.getByRole('link', { name: 'Data', exact: true }));
    expect(acts()).toBeLessThanOrEqual(3);
    const proof = page.getByRole('table', {
      name: 'Tools: offered by Torii, granted to this page, called by it',
    });
    const rows = await proof.getByRole('row').allTextContents();
    const lineOf = (tool: string): string => rows.find((row) => row.startsWith(tool)) ?? '';
    expect(lineOf('list_apps')).toMatch(/^list_apps.*yes.*yes.*[1-9]\d*$/);
    for (const write of ['update_user', 'delete_contract', 'run_workflow', 'create_app']) {
      expect(lineOf(write)).toMatch(/refused.*yes.*no.*0$/);
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await proof.locator('s', { hasText: write }).count()).toBe(1);
    }
    const log = page.getByRole('region', { name: 'Call log' });
    const calls = Number(
      /^(\d+) calls/.exec((await log.locator('.sentence').first().textContent()) ?? '')?.[1],
    );
    const counted = rows.slice(1).map((row) => Number(/(\d+)$/.exec(row)?.[1]));
    expect(counted.reduce((sum, each) => sum + each, 0)).toBe(calls);
    await page.context().close();
  });

  it('says what has changed since last month', async () => {
    const { page, press, acts } = await visitHome(size);
    await press(page.getByRole('link', { name: 'Over time', exact: true }));
    expect(acts()).toBeLessThanOrEqual(3);
    const changed = await page.getByRole('region', { name: 'What changed since Oct 28, 2026' }).textContent();
    expect(changed).toMatch(/The baseline is \$566,638 a year, after at least \$577,384\./);
    expect(changed).toMatch(/New apps \(3\)/);
    const [now = 0, before = 0] = amountsIn(changed ?? '');
    expect(await page.getByText('Annual baseline').locator('..').textContent()).toContain(
      `−$${(before - now).toLocaleString('en-US')} since Oct 28`,
    );
    await page.context().close();
  });

  it('says before sharing what somebody without Torii would see, and how', async () => {
    const { page, press, acts } = await visitHome(size);
    await press(page.getByRole('button', { name: 'Export' }));
    expect(acts()).toBeLessThanOrEqual(3);
    const share = page.getByRole('region', { name: 'Before you share this page' });
    await share.scrollIntoViewIfNeeded();
    expect(await share.textContent()).toMatch(
      /Anyone who opens it needs Torii.*no names, no people, no grant/s,
    );
    expect(await share.getByRole('textbox', { name: /say this to Claude/ }).inputValue()).toMatch(
      /snapshot.*without people.*published without any grant/,
    );
    await page.context().close();
  });

  it('says what 80 % utilization would save, before it is set and after', async () => {
    const { page, press, fill, acts } = await visitHome(size);
    await press(page.getByRole('link', { name: 'Plan', exact: true }));
    await fill(page.getByRole('slider', { name: 'Target utilization' }), '80');
    expect(acts()).toBeLessThanOrEqual(3);
    await page.getByText('With 80% of the seats in use, $68,981 a year leaves the bill.').waitFor();
    await page.getByText('The curve as a table').click();
    const row = page
      .getByRole('table', { name: 'Saving a year by the utilization aimed at' })
      .getByRole('row', { name: /^80%/ });
    expect(await row.textContent()).toContain('$68,981');
    await page.context().close();
  });
});
