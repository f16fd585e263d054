/** The page that `report --format html` writes, opened from a file as its recipient would. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer } from '../../mocks/server/server.ts';
import type { AnalysisJson } from '../../skill/analysis/base/contract.ts';
import { renderMoney } from '../../skill/analysis/facts/render.ts';
import { command } from '../cli/command.ts';
import { asOf, sharedMapping, tenant } from '../cli/served.ts';
import { launchChromium } from './chromium.ts';
import { watch } from './watch.ts';

let browser: Browser;
let folder: string;
let baseline: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'saas-rationalization-'));
  const server = await startServer({ tenant });
  const mapping = await sharedMapping(server.url);
  const args = ['report', '--url', server.url, '--mapping', mapping, '--as-of', asOf];
  const page = await command(...args, '--format', 'html', '--out', join(folder, 'page.html'));
  const { totals } = JSON.parse((await command(...args, '--format', 'json')).out) as AnalysisJson;
  baseline = renderMoney(Math.round(Number(totals.baselineAnnual)) * 100, 'USD');
  await server.close();
  if (page.code !== 0) throw new Error(page.err);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

it('shows the figures of the report without Torii, dated and marked as a snapshot, on every destination', async () => {
  const address = pathToFileURL(join(folder, 'page.html')).href;
  const page = await browser.newPage();
  const seen = await watch(page);
  await page.goto(address);
  await page.getByText('Annual baseline').waitFor();
  await page.getByText(baseline).first().waitFor();
  for (const destination of ['Decide', 'Spend', 'Plan', 'Data']) {
    // oxlint-disable-next-line no-await-in-loop -- one page, one destination after the other
    await page.getByRole('link', { name: destination, exact: true }).click();
    // oxlint-disable-next-line no-await-in-loop
    expect(
      await page
        .getByText(/Snapshot of Nov 22, 2026/)
        .first()
        .isVisible(),
      destination,
    ).toBe(true);
  }
  expect(seen.requests).toEqual([address]);
  expect(seen.errors).toEqual([]);
});
