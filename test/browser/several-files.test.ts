/** What `fill` writes, published: the host's own policy, a tenant beside the page, an address in the link. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import { launchChromium } from './chromium.ts';
import { AS_OF, setStage, type Stage } from './preview.ts';

/** Too much to be read in one look, so it lies beside the page. */
const large = {
  ...demoMapping(AS_OF),
  tenant: { name: 'A Tenant Nobody Has Seen', currency: 'USD' },
  exempt: Array.from({ length: 120 }, (_, index) => ({
    idUser: 900_000 + index,
    reason: 'exempt by contract, looked at once a year',
  })),
};

let browser: Browser;
let stage: Stage;
beforeAll(async () => {
  [browser, stage] = await Promise.all([launchChromium(), setStage({ mapping: large })]);
});
afterAll(async () => {
  await stage.close();
  await browser.close();
});

describe('a page of several files', () => {
  it('fetches what lies beside it, shows the tenant, and violates nothing', async () => {
    const { page, frame, seen } = await stage.open(browser, 'published artifact');
    await frame.getByText('Annual baseline').waitFor();
    await frame.getByRole('link', { name: 'Data', exact: true }).click();
    await frame.getByText('A Tenant Nobody Has Seen').first().waitFor();
    const own = seen.requests.filter((url) => url.startsWith(stage.preview.artifactUrl));
    expect(own.map((url) => new URL(url).pathname).toSorted()).toEqual([
      '/',
      '/app.css',
      '/app.js',
      '/tenant.json',
    ]);
    expect(seen.violations).toEqual([]);
    expect(seen.errors).toEqual([]);
    expect(stage.server.torii.writes).toEqual([]);
    await page.context().close();
  });

  it('says which file is missing where the one beside it was not published, and can still be used', async () => {
    const { page, frame } = await stage.open(browser, 'published artifact', { without: 'tenant.json' });
    await frame.getByText('"tenant.json" could not be read').waitFor();
    await frame.getByText('tenant.json among the files of the page').waitFor();
    await frame.getByRole('button', { name: 'Go on with a draft' }).click();
    await frame.getByText('Annual baseline').waitFor();
    await page.context().close();
  });

  it('opens at the plain name that its link carries', async () => {
    const { page, frame } = await stage.open(browser, 'published artifact', { name: 'renewals' });
    await frame.getByRole('heading', { name: /to decide in the next 60 days/i }).waitFor();
    await page.context().close();
  });
});
