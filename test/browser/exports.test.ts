/** What leaves the built page, in each host: a file where the host saves one, else the text to hand over. */
import { readFile } from 'node:fs/promises';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from './chromium.ts';
import { visit } from './destinations.ts';
import { AS_OF, setStage, type HostLabel, type Stage } from './preview.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

async function open(stage: Stage, host: HostLabel): Promise<{ page: Page; frame: Frame }> {
  const { page, frame } = await stage.open(browser, host);
  await visit(frame, 'Spend');
  await frame.getByRole('link', { name: 'Apps', exact: true }).click();
  await frame.getByRole('button', { name: 'Export', exact: true }).click();
  return { page, frame };
}

async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

function choose(frame: Frame, name: RegExp): () => Promise<void> {
  return () => frame.getByRole('button', { name }).first().click();
}

describe('the page', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(() => stage.close());

  it('saves a table as text where the host refuses csv, with its date and its source', async () => {
    const { page, frame } = await open(stage, 'published artifact');
    const { name, text } = await saved(page, choose(frame, /: CSV$/));
    expect(name).toMatch(new RegExp(`${AS_OF}\\.csv\\.txt$`));
    expect(text).toContain(AS_OF);
    expect(text.split('\n').length).toBeGreaterThan(20);
    await frame.getByText(`Saved as ${name}`).waitFor();
    await page.context().close();
  });

  it('saves each chart as an image that shows what is on screen, with its title and date', async () => {
    const { page, frame } = await open(stage, 'published artifact');
    await visit(frame, 'Plan');
    await frame.getByRole('button', { name: 'Export', exact: true }).click();
    const charts = frame.getByRole('button', { name: /^Chart: .*: PNG$/ });
    expect(await charts.count()).toBe(2);
    const [download] = await Promise.all([page.waitForEvent('download'), charts.first().click()]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`saving.*${AS_OF}\\.png$`));
    const image = await readFile(await download.path());
    expect(image.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(image.readUInt32BE(16)).toBeGreaterThan(600);
    expect(image.byteLength).toBeGreaterThan(4000);
    await page.context().close();
  });

  it('saves the whole analysis as JSON with no person in it', async () => {
    const { page, frame } = await open(stage, 'published artifact');
    const { text } = await saved(page, choose(frame, /^Whole analysis: JSON$/));
    const analysis: unknown = JSON.parse(text);
    expect(analysis).toMatchObject({ asOf: AS_OF });
    expect(text).not.toMatch(/@[a-z]+\.example/);
    await page.context().close();
  });

  it.each(['live artifact', 'sandboxed page', 'published artifact, older form'] as const)(
    'hands the text to Claude in the %s, where nothing can be saved',
    async (host) => {
      const { page, frame } = await open(stage, host);
      await choose(frame, /^Digest, one screen: Markdown$/)();
      const box = frame.getByRole('textbox', { name: 'Hand to Claude' });
      await box.waitFor();
      expect(await box.inputValue()).toMatch(/Save the text below the line.*\n---\n.*as of/s);
      await page.context().close();
    },
  );
});
