/** The dashboard as the view of the built server, in a host made of the official library of MCP Apps. */
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isReadTool } from '../../skill/torii/catalog.ts';
import { parseRoute } from '../../artifact/views/address.ts';
import type { Asked } from './app-host-page.ts';
import { setAppStage, type AppStage, type OpenedView } from './app-stage.ts';
import { launchChromium } from './chromium.ts';

const destinations = ['decide', 'spend', 'plan', 'data'] as const;

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
    await toolSays('saas_overview');
    const read = stage.server.torii.calls.length;
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
    // The view is made of what the server holds: Torii is not read again for it.
    expect(new Set(asked.calls)).toEqual(new Set(['read_held']));
    expect(stage.server.torii.calls.length).toBe(read);
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

  it('that the host keeps for itself are asked for in smaller parts', async () => {
    const sizes: number[] = [];
    const view = await open({
      async onAnswer(_, args, answer) {
        const most = Number(Reflect.get(args, 'most'));
        sizes.push(most);
        if (most <= 30_000) return answer();
        const text =
          'Error: result (212,407 characters) exceeds maximum allowed tokens. Output has been saved to /mnt/outputs/result.txt.\nRead it in full.';
        return { content: [{ type: 'text', text }] };
      },
    });
    await view.frame.locator('.headline strong').first().waitFor();
    expect(sizes.slice(0, 3)).toEqual([90_000, 45_000, 22_500]);
    expect(new Set(sizes.slice(3))).toEqual(new Set([22_500]));
    expect(await view.frame.getByText('could not be read').count()).toBe(0);
  });

  it('are small enough for every host', async () => {
    const sizes: number[] = [];
    await open({
      async onAnswer(_, __, answer) {
        const result = await answer();
        sizes.push(JSON.stringify(result).length);
        return result;
      },
    }).then(({ frame }) => frame.locator('.headline strong').first().waitFor());
    expect(Math.max(...sizes)).toBeLessThan(150_000);
  });
});

/** What a tool says of the same server. */
async function toolSays(name: string, args: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
  const { structuredContent } = await stage.client.callTool({ name, arguments: args });
  return structuredContent as Record<string, unknown>;
}

describe('one reading', () => {
  it('is behind the view and behind every answer: the same sentence, figures, day and time', async () => {
    const { frame } = await open({ modes: ['inline'], width: 900 });
    await frame.getByText('Annual baseline').waitFor();
    const said = await toolSays('open_dashboard');
    expect((await frame.locator('.masthead').innerText()).includes('Nov 22, 2026')).toBe(true);
    const words = await frame.locator('.headline').first().innerText();
    // The page shortens amounts; the words between them are the same.
    const [first = ''] = String(said['headline']).split(/[$\d]/);
    expect(words).toContain(first.trim());
    const onScreen = await factsOn(frame);
    const totals = Object.values(said['totals'] as Record<string, { amount: string; fact: string } | null>);
    const both = totals.filter((total) => total !== null && onScreen.has(total.fact));
    expect(both.length).toBeGreaterThan(2);
    for (const total of both) expect(onScreen.get(total?.fact ?? ''), total?.fact).toBe(total?.amount);
  });

  it('is renewed from the view for the tools as well', async () => {
    const before = await toolSays('saas_overview');
    const view = await open();
    await view.frame.getByRole('button', { name: 'Open full screen' }).click();
    await view.frame.getByRole('button', { name: 'Refresh' }).click();
    await expect.poll(async () => (await toolSays('saas_overview'))['readAt']).not.toBe(before['readAt']);
    await view.frame.getByRole('button', { name: 'Refresh' }).waitFor();
    const calls = stage.server.torii.calls.length;
    await toolSays('saas_overview');
    expect(stage.server.torii.calls.length).toBe(calls);
  });

  it('is read through the host where that keeps the view from what the server holds', async () => {
    const view = await open({
      onAnswer: (name, _, answer) =>
        name === 'read_held' ? Promise.reject(new Error('Tool read_held not found')) : answer(),
    });
    await view.frame.locator('.headline strong').first().waitFor();
    const { calls } = await askedOf(view);
    expect(calls.filter((name) => name !== 'read_held' && !isReadTool(name))).toEqual([]);
    expect(calls).toContain('list_contracts');
  });
});

/** Amounts of the figures on screen, in major units, by their facts. */
async function factsOn(frame: OpenedView['frame']): Promise<Map<string, string>> {
  const links = await frame.evaluate(() =>
    [...document.querySelectorAll('a.figure')].map((link) => ({
      href: link.getAttribute('href') ?? '',
      exact: link.getAttribute('title') ?? '',
    })),
  );
  return new Map(
    links.map(({ href, exact }) => [
      parseRoute(href, destinations).parameters['fact'] ?? '',
      exact.replaceAll(/[^\d.]/g, ''),
    ]),
  );
}

describe('the call that opens the view', () => {
  it('leads to the place and the filter that it asked for', async () => {
    const view = await open({
      asked: { place: 'renewals', filter: { value: 20_000, period: '2027Q1' } },
      modes: ['inline'],
      width: 900,
    });
    await view.frame
      .getByRole('heading', { name: /renewals|to decide/i })
      .first()
      .waitFor();
    expect(
      await view.frame.getByRole('link', { name: 'Renewals' }).getAttribute('aria-current'),
    ).not.toBeNull();
    await expect
      .poll(async () => (await askedOf(view)).contexts.at(-1) ?? '', { timeout: 10_000 })
      .toMatch(/renewals; filter: .*20,000/);
  });

  it('leads to the panel of the app that it named', async () => {
    const view = await open({ asked: { app: 'Zoom Workplace' }, modes: ['inline'], width: 900 });
    await view.frame.locator('#panel-title').filter({ hasText: 'Zoom' }).waitFor();
  });
});
