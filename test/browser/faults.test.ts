import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionSentence, explain, type FailureKind } from '../../skill/torii/failure.ts';
import { launchChromium } from './chromium.ts';
import { hostLabels, setStage, type HostLabel, type Stage } from './preview.ts';

let browser: Browser;
let stage: Stage;

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchChromium(), setStage()]);
});
afterAll(async () => {
  await stage.close();
  await browser.close();
});

/** What strikes everything leaves nothing to show but the sentence and what to do. */
const wholePage: readonly (readonly [fault: string, kinds: readonly FailureKind[]])[] = [
  ['401', ['needs-sign-in']],
  ['403', ['denied']],
  ['list_apps:429-bare', ['rate-limited']],
  ['500', ['unavailable']],
  ['502', ['unavailable']],
  ['reject', ['host-fault', 'unavailable']],
  ['undefined', ['host-fault', 'unavailable']],
  ['iserror', ['unavailable']],
  ['html-text', ['unavailable']],
  ['list_apps:truncated', ['truncated']],
  ['ungranted', ['not-granted', 'not-connected']],
  ['policy', ['blocked']],
  ['approval', ['approval-required']],
];

/** The preview's own bridge has no grant list and no policy; those faults are of Claude's hosts. */
const ofClaudesHosts = new Set(['ungranted', 'policy', 'approval']);

describe.each(hostLabels)('in the %s', (host: HostLabel) => {
  const faults = wholePage.filter(([fault]) => host !== 'sandboxed page' || !ofClaudesHosts.has(fault));

  it.each(faults)('%s ends in its sentence and its action', async (fault, kinds) => {
    const { page, frame, seen } = await stage.open(browser, host, { fault });
    const main = frame.getByRole('main');
    const sentences = kinds.map((kind) => explain(kind).sentence);
    await expect
      .poll(() => main.innerText(), { timeout: 20_000, interval: 200 })
      .toSatisfy((text: string) => sentences.some((sentence) => text.includes(sentence)));
    const text = await main.innerText();
    const actions = kinds
      .map((kind) => actionSentence(explain(kind).action))
      .filter((action) => action !== '');
    expect(actions.length === 0 || actions.some((action) => text.includes(action)), text).toBe(true);
    expect(text).not.toMatch(/\$0\b/);
    expect(seen.violations).toEqual([]);
    await page.context().close();
  });

  it('keeps the rest of the page when contracts are denied, and labels what rests on them', async () => {
    const { page, frame } = await stage.open(browser, host, { fault: 'list_contracts:iserror-403' });
    await frame.getByText('Annual baseline').waitFor();
    await frame.getByText('Contracts could not be read: the Torii role').waitFor();
    await frame.getByText(actionSentence('ask-admin')).waitFor();
    await frame.getByRole('link', { name: 'Spend' }).click();
    await frame.getByRole('heading', { name: /12[- ]month spend/i }).waitFor();
    await page.context().close();
  });

  it('says that an empty tenant is empty, and shows no zero', async () => {
    const { page, frame } = await stage.open(browser, host, { fault: 'empty' });
    await frame.getByText('lists no apps for this account').waitFor();
    expect(await frame.getByRole('main').innerText()).not.toMatch(/\$0\b/);
    await page.context().close();
  });

  it('labels totals over a source that does not add up', async () => {
    const { page, frame } = await stage.open(browser, host, { fault: 'list_apps:wrong-total' });
    await frame.getByText('Annual baseline').waitFor();
    await expect.poll(() => frame.getByRole('main').innerText()).toMatch(/partial/);
    await page.context().close();
  });
});
