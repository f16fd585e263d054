/** Somebody who opens the built demo, at some width and on some day, and whose acts are counted. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { root } from '../architecture/imports.ts';
import { launchChromium } from './chromium.ts';

export const demoAddress = pathToFileURL(join(root, 'dist', 'demo.html')).href;

/** A side pane and a wide screen. */
export const paneAndScreen = [
  { width: 360, height: 740 },
  { width: 1280, height: 720 },
] as const;

/** One browser for a test file. */
export function openBrowser(): () => Browser {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  return () => browser;
}

export interface Visit {
  readonly page: Page;
  readonly press: (target: Locator) => Promise<void>;
  readonly key: (name: string) => Promise<void>;
  readonly fill: (target: Locator, text: string) => Promise<void>;
  /** By the value or the label of an option. */
  readonly choose: (target: Locator, option: string) => Promise<void>;
  readonly acts: () => number;
}

/** Opens the home at noon of a day, and waits until everything is read. */
export async function visitDemo(
  browser: Browser,
  day: string,
  options: BrowserContextOptions,
): Promise<Visit> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date(`${day}T12:00:00`));
  await page.goto(demoAddress);
  await page.getByRole('button', { name: 'Refresh' }).waitFor();
  let acts = 0;
  const counted = async (act: Promise<unknown>): Promise<void> => {
    acts += 1;
    await act;
  };
  return {
    page,
    press: (target) => counted(target.click()),
    key: (name) => counted(page.keyboard.press(name)),
    fill: (target, text) => counted(target.fill(text)),
    choose: (target, option) => counted(target.selectOption(option)),
    acts: () => acts,
  };
}
