/** The template as a host that runs React modules would use it: bundled with React, rendered, nothing else. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { built } from '../artifact/build/built.ts';
import { launchChromium } from './chromium.ts';
import { watch } from './watch.ts';

const host = `
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import Dashboard from './react-dashboard-template.jsx';
const given = globalThis.givenToDashboard;
createRoot(document.body.appendChild(document.createElement('div'))).render(createElement(Dashboard, { given }));
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

/** A host with rules for every name that both sides use, for elements, and for everything at once. */
const hostile = `
  * { letter-spacing: 3px; }
  body { font: italic 30px/2 fantasy; text-transform: uppercase; color: rgb(1, 2, 3); text-align: center; }
  h1, h2, h3, p, ul, li, dl, dd, a, table, td, th, button, select, input, label, summary {
    margin: 31px; padding: 17px; border: 5px dotted red; color: red; background: yellow; float: right; }
  .button, .table, .tag, .field, .group, .content, .frame, .notice, .bar, .more, .section, .kpi, .quiet,
  .headline, .segments, .figure, .dashboard, .setup, .actions {
    padding: 41px; margin: 43px; border: 7px solid lime; color: blue; background: orange; font-size: 40px;
    text-transform: uppercase; border-radius: 20px; position: relative; transform: rotate(1deg); opacity: 0.5; }
  .button::before, .notice::after, p::before { content: 'host'; }
`;

/** Of the host's own page, what must not change because a dashboard is on it. */
const hostPage = `<!doctype html><title>Host</title><style>${hostile}</style>
  <div id="host"><h1>Host</h1><p class="notice">Text</p><button class="button">Act</button>
  <table class="table"><tr><td class="tag">1</td></tr></table></div>`;

/** Runs in the page: every computed property of every element under the root, in order. */
function looksOf(selector: string): string[] {
  const looks: string[] = [];
  for (const element of document.querySelectorAll(`${selector}, ${selector} *`)) {
    for (const pseudo of [null, '::before', '::after']) {
      const style = getComputedStyle(element, pseudo);
      // A box that its text makes wider or higher is told by what makes the text so.
      const own = [...style].filter(
        (name) => !/-size$|^(width|height|transform-origin|perspective-origin)$/.test(name),
      );
      const all = [...own, 'font-size'].map((name) => `${name}:${style.getPropertyValue(name)}`);
      looks.push(`${element.tagName}.${element.getAttribute('class')}${pseudo ?? ''} ${all.join(';')}`);
    }
  }
  return looks;
}

/** What is in one list and not in the other, by element, the first few properties of each. */
function differences(before: readonly string[], after: readonly string[]): string[] {
  const more = after.slice(before.length).map((look) => `more: ${look.slice(0, 80)}`);
  const others = before.flatMap((look, index) => {
    const [here, there] = [look.split(';'), (after[index] ?? '').split(';')];
    const changed = there.filter((part) => !here.includes(part));
    return changed.length === 0 ? [] : [`${look.split(' ')[0]}: ${changed.slice(0, 4).join('; ')}`];
  });
  return [...others, ...more];
}

async function opened(html: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 900, height: 900 } });
  await page.setContent(html);
  // A configuration with a fault shows a notice, a list, code and a button, and asks nobody.
  await page.evaluate('globalThis.givenToDashboard = { nonsense: 1, mapping: 2, asOf: "never" }');
  return page;
}

async function shown(page: Page): Promise<void> {
  await page.addScriptTag({ content: script });
  await page.locator('.dashboard .notice').first().waitFor();
}

describe('the template beside a host with other ideas', () => {
  it('looks as it does alone', async () => {
    const alone = await opened('<!doctype html><title>Host</title>');
    await shown(alone);
    const before = await alone.evaluate(looksOf, '.dashboard');
    expect(before.length).toBeGreaterThan(60);
    const beside = await opened(`<!doctype html><title>Host</title><style>${hostile}</style>`);
    await shown(beside);
    expect(differences(before, await beside.evaluate(looksOf, '.dashboard'))).toEqual([]);
    await Promise.all([alone.close(), beside.close()]);
  });

  it('looks as it does alone also where the host adds its style later', async () => {
    const alone = await opened('<!doctype html><title>Host</title>');
    await shown(alone);
    const before = await alone.evaluate(looksOf, '.dashboard');
    await alone.addStyleTag({ content: hostile });
    expect(differences(before, await alone.evaluate(looksOf, '.dashboard'))).toEqual([]);
    await alone.close();
  });

  it('changes nothing of the host', async () => {
    const page = await opened(hostPage);
    const before = await page.evaluate(looksOf, '#host');
    const around = await page.evaluate(() => getComputedStyle(document.body).cssText);
    await shown(page);
    expect(differences(before, await page.evaluate(looksOf, '#host'))).toEqual([]);
    expect(await page.evaluate(() => getComputedStyle(document.body).cssText)).toBe(around);
    await page.close();
  });
});
