/** The dashboard as the view of the built server, in a host made of the official library of MCP Apps. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isReadTool } from '../../skill/torii/catalog.ts';
import type { Asked } from './app-host-page.ts';
import { setAppStage, type AppStage, type OpenedView } from './app-stage.ts';
import { launchChromium } from './chromium.ts';

let browser: Browser;
let stage: AppStage;
const opened: OpenedView[] = [];

beforeAll(async () => {
  [stage, browser] = await Promise.all([setAppStage(), launchChromium()]);
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ page }) => page.context().close()));
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

async function open(options?: Parameters<AppStage['open']>[1]): Promise<OpenedView> {
  const view = await stage.open(browser, options);
  opened.push(view);
  return view;
}

function askedOf({ page }: OpenedView): Promise<Asked> {
  return page.evaluate(() => window.asked);
}

function backgroundOf({ frame }: OpenedView): Promise<string> {
  return frame.locator('.dashboard').evaluate((element) => getComputedStyle(element).backgroundColor);
}

describe('the view in a conversation', () => {
  it('is a card with the sentence, the two pictures and the way to the whole, as high as what it shows', async () => {
    const view = await open();
    await view.frame.locator('.headline strong').first().waitFor();
    await view.frame.getByRole('heading', { name: /Notice deadlines/ }).waitFor();
    await view.frame.getByRole('heading', { name: /Savings by when/ }).waitFor();
    await view.frame.getByRole('button', { name: 'Open full screen' }).waitFor();
    expect(await view.frame.getByRole('navigation').count()).toBe(0);

    const height = await view.frame.locator('.dashboard').evaluate((page) => page.scrollHeight);
    await expect
      .poll(() => view.page.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().height))
      .toBe(height);
    expect(height).toBeLessThan(600);
    const asked = await askedOf(view);
    expect(asked.initialized).toBe(1);
    expect(asked.calls.length).toBeGreaterThan(2);
    expect(asked.calls.filter((name) => !isReadTool(name))).toEqual([]);
    expect(stage.server.torii.writes).toEqual([]);
    expect(view.seen.violations).toEqual([]);
    expect(view.seen.errors).toEqual([]);
    expect(
      view.seen.requests.filter((url) => !/^(data|about):|^http:\/\/host\.example\/$/.test(url)),
    ).toEqual([]);
  });

  it('opens in full screen, and leads there to what was clicked', async () => {
    const view = await open();
    await view.frame.locator('.headline a.figure').first().click();
    await view.frame
      .getByRole('navigation', { name: 'Dashboard' })
      .or(view.frame.locator('.bar'))
      .first()
      .waitFor();
    await view.frame
      .getByRole('dialog')
      .or(view.frame.getByRole('heading', { name: /formula|came about/i }))
      .first()
      .waitFor();
    expect((await askedOf(view)).modes).toEqual(['fullscreen']);
  });

  it('shows all of it at once where the host has no larger place', async () => {
    const view = await open({ modes: ['inline'], width: 480 });
    await view.frame.getByText('Annual baseline').waitFor();
    expect(await view.frame.getByRole('button', { name: 'Open full screen' }).count()).toBe(0);
    await expect.poll(async () => (await askedOf(view)).sizes.at(-1)?.height ?? 0).toBeGreaterThan(1_000);
  });

  it('shows all of it in place where the host does not give the larger one', async () => {
    const { frame } = await open({ refuses: true });
    await frame.locator('.headline strong').first().waitFor();
    await frame.getByRole('button', { name: 'Open full screen' }).click();
    await frame.getByText('Annual baseline').waitFor();
  });

  it.each([360, 480])('fits a place of %d px', async (width) => {
    const { frame } = await open({ width });
    await frame.getByRole('heading', { name: /Savings by when/ }).waitFor();
    expect(
      await frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0);
  });
});

describe('the style of the host', () => {
  it('is followed, dark and light, in the colors it names', async () => {
    const view = await open({ theme: 'dark' });
    await view.frame.locator('.headline strong').first().waitFor();
    expect(await backgroundOf(view)).toBe('rgb(21, 22, 24)');
    await view.page.evaluate(() => window.changeTheme('light'));
    await expect.poll(() => backgroundOf(view)).toBe('rgb(253, 253, 252)');

    const variables = {
      '--color-background-primary': 'light-dark(#fff8e7, #002b36)',
      '--color-background-secondary': 'light-dark(#eee8d5, #073642)',
      '--color-text-primary': 'light-dark(#222, #eee)',
      '--color-text-secondary': 'light-dark(#555, #aaa)',
      '--font-sans': 'url(https://example.com/font)',
    };
    const own = await open({ variables });
    await own.frame.locator('.headline strong').first().waitFor();
    expect(await backgroundOf(own)).toBe('rgb(255, 248, 231)');
    expect(own.seen.requests.filter((url) => url.includes('example.com'))).toEqual([]);
  });
});

describe('what the host can do', () => {
  it('is told what is on screen, with facts and without people', async () => {
    const view = await open();
    await view.frame.getByRole('button', { name: 'Open full screen' }).click();
    await view.frame.getByRole('link', { name: 'Spend', exact: true }).click();
    await expect
      .poll(async () => (await askedOf(view)).contexts.at(-1) ?? '', { timeout: 10_000 })
      .toMatch(/: spend/);
    const words = (await askedOf(view)).contexts.at(-1) ?? '';
    expect(words).toContain('As of 2026-11-22');
    expect(words).toMatch(/\[app\/\d+\/\w+\]|\[totals\/\w+\]/);
    expect(words).not.toMatch(/owner\/|@/);
    expect(words.length).toBeLessThan(6_000);
  });

  it('takes a text for Claude in one click, a file, and a link that leads out', async () => {
    const view = await open();
    const { frame } = view;
    await frame.getByRole('button', { name: 'Open full screen' }).click();
    await frame.getByRole('button', { name: 'Export' }).click();
    await frame.getByRole('button', { name: 'Brief, one page: Markdown' }).click();
    await frame.getByText(/^Saved as brief/).waitFor();
    await frame.getByRole('button', { name: 'Hand to Claude', exact: true }).first().click();
    await frame.getByText('Handed to Claude.').waitFor();
    const { files, messages } = await askedOf(view);
    expect(files).toHaveLength(1);
    expect(files[0]).toContain('"mimeType":"text/markdown"');
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('Make a snapshot');

    await frame.locator('.app-link').first().click();
    await frame.getByRole('link', { name: /^app \d+$/ }).click();
    await expect.poll(async () => (await askedOf(view)).links).toEqual(['https://app.toriihq.com/']);
  });

  it('is answered when it takes the page down', async () => {
    const view = await open();
    await view.frame.locator('.headline strong').first().waitFor();
    expect(await view.page.evaluate(() => window.tearDown())).toEqual({});
  });
});

describe('answers on their way', () => {
  it('that are slow leave a page that says so, and figures once they are there', async () => {
    const view = await open({
      async onAnswer(_, __, answer) {
        await new Promise((resolve) => setTimeout(resolve, 700));
        return answer();
      },
    });
    await view.frame.getByText('Reading from Torii…').first().waitFor();
    expect((await askedOf(view)).sizes[0]?.height).toBeGreaterThan(40);
    await view.frame.locator('.headline strong').first().waitFor();
  });

  it('that the host keeps for itself are asked for in smaller pages', async () => {
    const sizes: unknown[] = [];
    const view = await open({
      async onAnswer(name, args, answer) {
        const size: unknown = Reflect.get(args, 'size');
        if (name !== 'list_apps' || Number(size) <= 60) return answer();
        sizes.push(size);
        const text =
          'Error: result (212,407 characters) exceeds maximum allowed tokens. Output has been saved to /mnt/outputs/result.txt.\nRead it in full.';
        return { content: [{ type: 'text', text }] };
      },
    });
    await view.frame.locator('.headline strong').first().waitFor();
    expect(sizes).toEqual([200, 100]);
    expect(await view.frame.getByText('could not be read').count()).toBe(0);
  });
});
