/**
 * One load of the built dashboard in Chromium, inside an imitated live artifact whose answers come
 * from mock Torii after a chosen latency.
 */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { RECEIPT_ID } from '../../artifact/bridge/base/receipt.ts';
import { calledTools } from '../../skill/torii/tools/called-tools.ts';
import { fullNames } from '../../mocks/cowork.ts';
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import type { Tenant } from '../../mocks/tenant/tenant.ts';
import { createTorii } from '../../mocks/torii/torii.ts';
import { configuredPage } from '../../skill/report/files/configured-page.ts';
import type { JsonObject } from '../../skill/torii/base/json.ts';
import { bundle } from './bundle.ts';
import type { Call } from './imitated-host.ts';

const ADDRESS = 'http://dashboard.test/';
/** Quiet time after which a page that says it is done has painted for the last time. */
const SETTLED_MS = 400;

export interface Load {
  readonly calls: readonly Call[];
  /** Instants in milliseconds of the page's own clock, in order. */
  readonly paints: readonly number[];
  /** Bytes in use after a collection, the browser's own share of an empty page included. */
  readonly heap: number;
}

const imitatedHost = await bundle('test/bench/imitated-host.ts');

/** @param countMs latency of Torii's own counts */
export async function loadPage(
  browser: Browser,
  tenant: Tenant,
  latencyMs: number,
  countMs = latencyMs,
): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 900, height: 900 } });
  try {
    const page = await context.newPage();
    const torii = createTorii(tenant);
    await page.exposeFunction('answerFromTorii', (tool: string, args: JsonObject) => torii.call(tool, args));
    await page.addInitScript(
      `globalThis.latencyMs = ${latencyMs};\nglobalThis.countMs = ${countMs};\n${imitatedHost.code}`,
    );
    await page.route('**/*', (route) =>
      route.fulfill({ contentType: 'text/html', body: granted(tenant.asOf) }),
    );
    await page.goto(ADDRESS);
    await isRead(page, `Read ${tenant.apps.length} apps.`);
    await page.waitForTimeout(SETTLED_MS);
    const { calls, paints } = await page.evaluate(() => globalThis.watched);
    return { calls, paints, heap: await heapOf(page) };
  } finally {
    await context.close();
  }
}

/** Asked in the page itself: what looks for elements from outside would weigh on its heap. */
async function isRead(page: Page, said: string): Promise<void> {
  const until = Date.now() + 120_000;
  while (!(await page.evaluate((text) => document.body.textContent?.includes(text), said))) {
    if (Date.now() > until) throw new Error(`The page never said "${said}"`);
    await page.waitForTimeout(50);
  }
}

/** The built page with the receipt that a host writes, the demo mapping, and the date of the tenant. */
function granted(asOf: string): string {
  const built = readFileSync('dist/dashboard.html', 'utf8');
  const page = configuredPage(built, { mapping: demoMapping(asOf), asOf });
  if (page === null) throw new Error('The built page has no configuration block.');
  const receipt = JSON.stringify({ mcpTools: fullNames('bench', calledTools), mcpServerNames: ['Torii'] });
  return page.replace(
    '<style>',
    `<script type="application/json" id="${RECEIPT_ID}">${receipt}</script><style>`,
  );
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}
