/**
 * Our dashboard beside the same overview as it is usually built: bytes, records to last paint, and a key
 * in the filter to its last paint, all programs by turns in one run.
 *
 * In: the large demo tenant, repeated for 100,000 apps. Out: tables on stdout. Ours reads the records
 * page by page, checks and maps them and works out the whole analysis; the others show sums.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../browser/chromium.ts';
import { preactIn } from '../../artifact/build/preact-alias.ts';
import { bundle, type Bundle } from './bundle.ts';
import { tenantTexts, type TenantTexts } from './comparators/tenant-texts.ts';
import { machine } from './machine.ts';
import { spreadOf } from './spread.ts';
import { printTable, verdict, type Cell } from './table.ts';

const RUNS = Number(process.env['RUNS'] ?? 5);
/** Quiet time after which nothing more is painted. */
const SETTLED_MS = 150;
const WORD = 'kestrel';

interface Program {
  readonly name: string;
  readonly bundle: Bundle;
  /** Leads to the list of all apps; ours has it at an address of its own. */
  readonly toList: string | null;
}

interface Measured {
  readonly paint: number[];
  readonly keys: number[];
  /** Processor time of the page's main thread, which waiting for a busy machine does not lengthen. */
  readonly paintWork: number[];
  readonly keyWork: number[];
}

const sizes = [
  { apps: 10_000, paint: 130, key: 20 },
  { apps: 100_000, paint: null, key: 25 },
] as const;

const watching = await bundle('test/bench/watch-paints.ts');
const programs: readonly Program[] = [
  {
    name: 'ours',
    bundle: await bundle('test/bench/comparators/ours.tsx', [preactIn(['client'])]),
    toList: '#spend-apps',
  },
  {
    name: 'recharts + TanStack Table',
    bundle: await bundle('test/bench/comparators/recharts-tanstack.tsx'),
    toList: null,
  },
  {
    name: 'Observable Plot + plain table',
    bundle: await bundle('test/bench/comparators/plot.tsx'),
    toList: null,
  },
];

async function settled(page: Page): Promise<number> {
  for (;;) {
    const before = await page.evaluate(() => globalThis.paints.last);
    await page.waitForTimeout(SETTLED_MS);
    const after = await page.evaluate(() => globalThis.paints.last);
    if (before === after && after > 0) return after;
  }
}

async function measureOnce(
  browser: Browser,
  { bundle: { code, style }, toList }: Program,
  texts: TenantTexts,
  measured: Measured,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 900, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watching.code);
  await page.route('**/*', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<!doctype html><style>${style}</style><body></body>` }),
  );
  await page.goto('http://compare.test/#spend');
  await page.addScriptTag({ content: code });
  // Handing the texts over is the bench's work and nobody's time.
  await page.evaluate((given) => void (globalThis.given = given), texts);
  const work = await workOf(page);
  const before = await work();
  const from = await page.evaluate(() => {
    const start = performance.now();
    globalThis.show(globalThis.given);
    return start;
  });
  await page.waitForFunction((count) => document.body.textContent?.includes(count), appsText(texts));
  measured.paint.push((await settled(page)) - from);
  measured.paintWork.push((await work()) - before);
  if (toList !== null) await page.evaluate((hash) => (location.hash = hash), toList);
  const search = page.locator('main input[type=search], body > input[type=search]').first();
  await search.focus();
  await settled(page);
  const unpressed = await work();
  await typeAndErase(page, measured.keys);
  measured.keyWork.push(((await work()) - unpressed) / (2 * WORD.length));
  await context.close();
}

/** Milliseconds of processor time that tasks of the page have taken so far. */
async function workOf(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  };
}

/** Every program says how many apps there are, with or without a comma. */
function appsText({ apps }: TenantTexts): string {
  return String(JSON.parse(apps).apps.length).slice(0, 2);
}

/** Each letter of a word, then each letter taken back. */
async function typeAndErase(page: Page, keys: number[]): Promise<void> {
  for (const key of [...Array.from(WORD), ...Array.from(WORD, () => 'Backspace')]) {
    await page.keyboard.press(key);
    const last = await settled(page);
    const pressed = await page.evaluate(() => globalThis.paints.key);
    if (last < pressed) throw new Error(`Nothing was painted after "${key}".`);
    keys.push(last - pressed);
  }
}

function bytesRow({ name, bundle: { code, style } }: Program): Cell[] {
  const text = name === 'ours' ? readFileSync('dist/dashboard.html', 'utf8') : style + code;
  return [name, Buffer.byteLength(text), gzipSync(text, { level: 9 }).byteLength];
}

function row(what: string, name: string, values: readonly number[], bar: number | null): Cell[] {
  const { p50, p95 } = spreadOf(values);
  const judged = bar === null || name !== 'ours' ? ['', ''] : [bar, verdict(p50, bar)];
  return [what, name, p50, p95, ...judged];
}

const browser = await launchChromium();
console.log(machine(browser.version()));
printTable('Bytes of the same overview', ['program', 'raw', 'gzip'], programs.map(bytesRow));
for (const { apps, paint, key } of sizes) {
  const texts = tenantTexts(apps);
  const measured = programs.map((program): Measured & { readonly program: Program } => ({
    program,
    paint: [],
    keys: [],
    paintWork: [],
    keyWork: [],
  }));
  for (let run = 0; run < RUNS; run += 1) {
    for (const one of measured) await measureOnce(browser, one.program, texts, one);
  }
  const rows = (what: string, key: keyof Measured, bar: number | null): Cell[][] =>
    measured.map((one) => row(what, one.program.name, one[key], bar));
  printTable(
    `${apps.toLocaleString('en')} apps, ${RUNS} loads of each by turns, ${2 * WORD.length} keys each`,
    ['', 'program', 'p50', 'p95', 'bar', ''],
    [
      ...rows('records to last paint, ms', 'paint', paint),
      ...rows('the same, processor time', 'paintWork', null),
      ...rows('key to last paint, ms', 'keys', key),
      ...rows('the same, processor time', 'keyWork', null),
    ],
  );
}
await browser.close();
