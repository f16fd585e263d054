/**
 * Time of the whole analysis: findings, plan, ledger, slices and self-audit together. The hash of the
 * inputs is worked out only where it is asked for, and has a row of its own.
 *
 * In: the large synthetic tenant, repeated under other ids for the larger sizes. Out: tables on stdout,
 * with the naive way (a scan of every list for every app, a sum of every recommendation) beside it.
 */
import { Bench } from 'tinybench';
import { demoMapping } from '../../mocks/tenant/demo-mapping.ts';
import { createTenant } from '../../mocks/tenant/tenant.ts';
import { analyze } from '../../skill/analysis/stages/analyze.ts';
import { assess } from '../../skill/analysis/stages/assess.ts';
import type { Depth, PlanEdit } from '../../skill/analysis/base/contract.ts';
import { dayOf } from '../../skill/analysis/base/day.ts';
import { inputsHash } from '../../skill/analysis/stages/inputs-hash.ts';
import { applyMapping } from '../../skill/mapping/apply/apply.ts';
import { analysisConfig } from '../../skill/mapping/apply/config.ts';
import { mappingSchema } from '../../skill/mapping/base/mapping.ts';
import type {
  AppUser,
  Completeness,
  Contract,
  Licenses,
  Portfolio,
  Source,
  Value,
} from '../../skill/mapping/base/portfolio.ts';
import { known, missing } from '../../skill/mapping/base/value.ts';
import { machine } from './machine.ts';
import { printTable, verdict } from './table.ts';

const asOf = '2026-11-22';
const mapping = mappingSchema.parse(demoMapping(asOf));
const config = analysisConfig(mapping);
const aggregate: Depth = { basis: 'aggregate', appIds: [] };

/** What the page holds of 10,000 apps: apps, contracts, fields; neither people nor transactions. */
function tenTimesThousand(): Portfolio {
  const { apps, contracts } = createTenant({ size: 'large', asOf });
  return applyMapping(
    {
      apps,
      contracts,
      users: [],
      appUsers: new Map(),
      transactions: [],
      fields: [],
      organization: null,
      completeness: [],
      fingerprint: null,
    },
    mapping,
  );
}

const step = 10_000_000;

/** The same tenant several times under other ids and names. */
function repeatedTenant(one: Portfolio, times: number): Portfolio {
  const copies = Array.from({ length: times }, (_, copy) => copy);
  return {
    ...one,
    apps: copies.flatMap((copy) =>
      one.apps.map((app) => ({
        ...app,
        id: app.id + copy * step,
        name: `${app.name} ${copy}`,
        domain: app.domain.kind === 'known' ? known(`${copy}.${app.domain.value}`) : app.domain,
      })),
    ),
    contracts: copies.flatMap((copy) =>
      one.contracts.map((contract): Contract => ({
        ...contract,
        id: contract.id + copy * step,
        appId: contract.appId === null ? null : contract.appId + copy * step,
      })),
    ),
  };
}

function firstApps(one: Portfolio, count: number): Portfolio {
  const apps = one.apps.slice(0, count);
  const ids = new Set(apps.map(({ id }) => id));
  return { ...one, apps, contracts: one.contracts.filter(({ appId }) => appId !== null && ids.has(appId)) };
}

const nobodySays = missing('absent');

/** Seats whose use only the accounts can tell. */
const thousandSeats: Value<Licenses> = known({
  purchased: known(1_000),
  unlimited: false,
  active: nobodySays,
  inactive: nobodySays,
  unassigned: nobodySays,
  annualCost: nobodySays,
  lines: [],
});

/** 1,000 accounts in each of the first 1,000 apps, of which a tenth have no known use. */
function millionAccounts(one: Portfolio): { readonly portfolio: Portfolio; readonly depth: Depth } {
  const today = dayOf(asOf);
  const never = missing('empty');
  const created = known(today - 900);
  const ids = one.apps.slice(0, 1_000).map(({ id }) => id);
  const accountsOf = (appId: number): AppUser[] =>
    Array.from({ length: 1_000 }, (_, index) => ({
      appId,
      personId: (appId * 7 + index * 13) % 20_000,
      status: 'active',
      lastUsedAt: index % 10 === 0 ? never : known(today - (index % 200)),
      createdInApp: created,
      isExternal: false,
      departed: index % 50 === 0,
      present: false,
      licenses: [],
    }));
  return {
    portfolio: {
      ...one,
      apps: one.apps.map((app, index) => (index < 1_000 ? { ...app, licenses: thousandSeats } : app)),
      appUsers: new Map(ids.map((id) => [id, accountsOf(id)])),
      completeness: [complete('appUsers')],
    },
    depth: { basis: 'users', appIds: ids },
  };
}

function complete(source: Source): Completeness {
  const counts = { rows: 0, total: null, pages: 1, dropped: 0, droppedReasons: [] };
  return {
    source,
    tool: null,
    ...counts,
    status: 'complete',
    reason: null,
    fetchedAt: null,
    hash: null,
    control: null,
  };
}

/** Every list scanned for every app, and every idle seat and every idle app claimed in full. */
function naiveSaving({ apps, contracts }: Portfolio): number {
  return apps.reduce((total, app) => {
    const own = contracts.filter(({ appId }) => appId === app.id);
    const agreed = own.reduce(
      (sum, { annualValue }) => sum + (annualValue.kind === 'known' ? annualValue.value.minor : 0),
      0,
    );
    const licenses = app.licenses.kind === 'known' ? app.licenses.value : null;
    const idle = [licenses?.inactive, licenses?.unassigned].reduce(
      (sum, part) => sum + (part?.kind === 'known' ? part.value : 0),
      0,
    );
    const purchased = licenses?.purchased.kind === 'known' ? licenses.purchased.value : 0;
    const isUnwanted = app.stateClass === 'unsanctioned' || app.stateClass === 'closed';
    const others = apps.filter(
      ({ category }) =>
        category.kind === 'known' && app.category.kind === 'known' && category.value === app.category.value,
    );
    const overlap = others.length > 1 ? agreed / others.length : 0;
    return total + (purchased > 0 ? (agreed * idle) / purchased : 0) + (isUnwanted ? agreed : 0) + overlap;
  }, 0);
}

/** What is worked out on demand is asked for, or it would not be in the time. */
function pass(portfolio: Portfolio, settings = config, planned: readonly PlanEdit[] = []): boolean {
  const { slices, selfAudit } = analyze(portfolio, settings, asOf, planned);
  if (selfAudit.some(({ ok }) => !ok)) throw new Error('The self-audit failed.');
  return slices.length > 0;
}

interface Timing {
  readonly p50: number;
  readonly p95: number;
}

async function timed(work: () => unknown, milliseconds = 2_000): Promise<Timing> {
  const bench = new Bench({ time: milliseconds, warmupTime: 500, iterations: 5 });
  bench.add('work', work);
  await bench.run();
  const [task] = bench.tasks;
  if (task?.result === undefined || !('latency' in task.result)) throw new Error('Nothing was measured.');
  const sorted = [...(task.result.latency.samples ?? [])].toSorted((a, b) => a - b);
  return {
    p50: task.result.latency.p50,
    p95: sorted[Math.ceil(sorted.length * 0.95) - 1] ?? task.result.latency.max,
  };
}

function rowOf(what: string, { p50, p95 }: Timing, bar: number | null, more = ''): (string | number)[] {
  return [what, p50, p95, bar ?? 'none', bar === null ? more : verdict(p50, bar)];
}

const base = tenTimesThousand();
const edits: PlanEdit[] = base.apps.slice(0, 20).map(({ id }, index) => ({
  appId: id,
  action: index % 2 === 0 ? 'retire' : 'keep',
  ...(index % 2 === 1 && { pricePercent: 10 }),
  by: 'Bench',
  at: asOf,
}));
const thousand = firstApps(base, 1_000);
const deep = millionAccounts(base);
const wider = { ...config, rightSizing: { ...config.rightSizing, percent: 15 } };
const hundredThousand = repeatedTenant(base, 10);
const result = analyze(base, config, asOf);
const rolledUp = analyze(deep.portfolio, config, asOf, [], deep.depth).depth.apps;
if (rolledUp < 900) throw new Error(`Only ${rolledUp} apps were judged from their accounts.`);

// A copy of a portfolio has not been seen before: nothing is remembered of it. A what-if keeps its own.
console.log(machine());
printTable(
  'Analysis, milliseconds',
  ['what', 'p50', 'p95', 'bar', 'verdict'],
  [
    rowOf(
      `1,000 apps, ${thousand.contracts.length} contracts`,
      await timed(() => pass({ ...thousand })),
      null,
    ),
    rowOf(`10,000 apps, ${base.contracts.length} contracts`, await timed(() => pass({ ...base })), 50),
    rowOf('100,000 apps', await timed(() => pass({ ...hundredThousand }), 5_000), 500),
    rowOf('10,000 apps, after a what-if (20 edits)', await timed(() => pass(base, config, edits)), 50),
    rowOf('10,000 apps, after a what-if (buffer)', await timed(() => pass(base, wider)), 50),
    rowOf(
      'hash of 10,000 apps',
      await timed(() =>
        inputsHash({ portfolio: { ...base }, config, asOf, edits: [], depth: aggregate, decisions: [] }),
      ),
      10,
    ),
    rowOf(
      '1,000,000 accounts rolled up, assessed',
      await timed(() => assess(deep.portfolio, config, dayOf(asOf), deep.depth), 4_000),
      1_000,
    ),
    rowOf('the naive way, 10,000 apps', await timed(() => naiveSaving(base), 4_000), null, 'for comparison'),
  ],
);
printTable(
  'What the naive way claims, in major units',
  ['what', 'amount'],
  [
    ['baseline', Math.round(result.totals.baselineAnnual / 100)],
    ['hard saving of the ledger', Math.round((result.totals.hardSavingAnnual ?? 0) / 100)],
    ['sum of every recommendation', Math.round(naiveSaving(base) / 100)],
  ],
);
