/**
 * The built dashboard in Chromium: from the last reply to the last paint, heap, calls, and our own
 * time on top of the bridge's.
 *
 * In: dist/dashboard.html and the demo tenant, cut to size. Out: tables on stdout.
 */
import { launchChromium } from '../browser/chromium.ts';
import { machine } from './machine.ts';
import { loadPage, type Load } from './page-load.ts';
import { tenantOf } from './page-tenant.ts';
import { spreadOf } from './spread.ts';
import { printTable, verdict } from './table.ts';

const RUNS = Number(process.env['RUNS'] ?? 9);
/** From one start of a call to the next, as live artifacts require. */
const GAP_MS = 150;
const LATENCY_MS = 300;
/** Long enough that everything else has been painted before Torii's own counts come. */
const HELD_MS = 5000;

type Browser = Awaited<ReturnType<typeof launchChromium>>;
type Row = (string | number)[];

const sizes = [
  { apps: 1000, contracts: 400, paint: 80, heap: 5 },
  { apps: 10_000, contracts: 1500, paint: 130, heap: 10 },
] as const;

async function loads(
  browser: Browser,
  size: (typeof sizes)[number],
  latencyMs: number,
  countMs = latencyMs,
): Promise<Load[]> {
  const tenant = tenantOf(size.apps, size.contracts);
  const all: Load[] = [];
  for (let run = 0; run < RUNS; run += 1) all.push(await loadPage(browser, tenant, latencyMs, countMs));
  return all;
}

function lastPaint({ paints }: Load): number {
  return paints.at(-1) ?? Number.NaN;
}

function afterLastReply(load: Load): number {
  return lastPaint(load) - Math.max(...load.calls.map(({ to }) => to));
}

/** From the last page of rows to the paint that shows them all, while the counts are held back. */
function afterLastRows({ calls, paints }: Load): number {
  const rows = Math.max(...calls.filter(({ counts }) => !counts).map(({ to }) => to));
  const count = Math.min(...calls.filter(({ counts, to }) => counts && to > rows).map(({ to }) => to));
  return (paints.findLast((paint) => paint < count) ?? Number.NaN) - rows;
}

/** From the first call to the last paint, and the part in which no call was due or under way. */
function ownTime(load: Load): { readonly whole: number; readonly own: number } {
  const busy = load.calls
    .map(({ from, to }) => ({ from, to: Math.max(to, from + GAP_MS) }))
    .toSorted((a, b) => a.from - b.from);
  const first = busy[0]?.from ?? 0;
  let covered = first;
  let own = 0;
  for (const { from, to } of busy) {
    own += Math.max(0, from - covered);
    covered = Math.max(covered, to);
  }
  const last = lastPaint(load);
  return { whole: last - first, own: own + Math.max(0, last - covered) };
}

function judged(what: string, values: readonly number[], bar: number): Row {
  const { p50, p95 } = spreadOf(values);
  return [what, p50, p95, bar, verdict(p50, bar)];
}

function sizeRows(size: (typeof sizes)[number], all: readonly Load[], held: readonly Load[]): Row[] {
  const apps = `${size.apps.toLocaleString('en')} apps`;
  return [
    judged(`${apps}: last rows to full paint, ms`, held.map(afterLastRows), size.paint),
    judged(`${apps}: last reply to last paint, ms`, all.map(afterLastReply), size.paint),
    judged(
      `${apps}: heap after load, MB`,
      all.map(({ heap }) => heap / 1e6),
      size.heap,
    ),
  ];
}

function bridgeRows(all: readonly Load[]): Row[] {
  const shares = all.map(ownTime).map(({ whole, own }) => (100 * own) / (whole - own));
  return [
    judged(
      'calls of a first load',
      all.map(({ calls }) => calls.length),
      8,
    ),
    judged('most calls at once', all.map(mostAtOnce), 2),
    judged(`own time over the bridge's at ${LATENCY_MS} ms a call, %`, shares, 10),
  ];
}

function mostAtOnce({ calls }: Load): number {
  return Math.max(
    ...calls.map(({ from }) => calls.filter((call) => call.from <= from && from < call.to).length),
  );
}

const browser = await launchChromium();
try {
  const [small, large] = sizes;
  const rows = [
    ...sizeRows(small, await loads(browser, small, 0), await loads(browser, small, 0, HELD_MS)),
    ...sizeRows(large, await loads(browser, large, 0), await loads(browser, large, 0, HELD_MS)),
    ...bridgeRows(await loads(browser, small, LATENCY_MS)),
  ];
  console.log(machine(browser.version()));
  printTable(`Page, ${RUNS} loads each`, ['', 'p50', 'p95', 'bar', ''], rows);
} finally {
  await browser.close();
}
