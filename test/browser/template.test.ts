/** The template as a host that runs React modules would use it: bundled with React, rendered, nothing else. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { built } from '../artifact/build/built.ts';
import { launchChromium } from './chromium.ts';
import { watch } from './watch.ts';

const host = `
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import Dashboard from './react-dashboard-template.jsx';
createRoot(document.body.appendChild(document.createElement('div'))).render(createElement(Dashboard));
`;

/** Inside the project, so that react is found. */
const folder = mkdtempSync(join(process.cwd(), 'node_modules/.template-'));
let browser: Browser;
let script: string;

beforeAll(async () => {
  vi.stubEnv('NODE_ENV', 'production');
  for (const [name, text] of await built(['template'])) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, 'host.js'), host);
  const bundle = (await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, rolldownOptions: { input: join(folder, 'host.js'), output: { format: 'iife' } } },
  })) as Rolldown.RolldownOutput;
  script = bundle.output[0].code;
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

describe('the template in a host of its own', () => {
  it('renders with its style, says what is missing, and asks for nothing over the network', async () => {
    const page = await browser.newPage();
    const seen = await watch(page);
    await page.setContent('<!doctype html><title>Host</title>');
    await page.addScriptTag({ content: script });
    await page.locator('.dashboard h1').first().waitFor();
    await page.getByText('Claude', { exact: false }).first().waitFor();
    const style = await page.locator('style#saas-rationalization-style').textContent();
    expect(style).toContain('.dashboard');
    expect(await page.locator('.dashboard').evaluate((node) => getComputedStyle(node).fontFamily)).toContain(
      'system-ui',
    );
    expect(seen).toEqual({ requests: [], violations: [], errors: [] });
  });
});
