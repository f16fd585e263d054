/**
 * The baseline by Organizational View (rule R13). A field of the app takes the whole app; a field of
 * contracts, transactions or people splits an app's cost in proportion to them. What cannot be placed is
 * unallocated, so the slices always sum to the baseline.
 */
import type { Assessed, AssessedApp } from '../base/assessed.ts';
import type { Analysis, Minor } from '../base/contract.ts';
import { completeness, type Omitted, whole, widened } from '../base/completeness.ts';
import { knownValue } from '../base/known-value.ts';
import { allocate } from '../base/money.ts';
import { holdersOf } from '../base/overlap.ts';
import type { Value } from '../../mapping/portfolio.ts';

/** What a slice is made of, by the name under which it is listed. */
type Slices = Map<string, Mutable<Omit<Slice, 'value' | 'costComplete'>> & { omitted: Omitted }>;
type Slice = Analysis['slices'][number];
type Mutable<Row> = { -readonly [Name in keyof Row]: Row[Name] };
/** Integer weight of each value of the view in one app, below 0 as good as 0; null = not known, unallocated. */
type Weights = ReadonlyMap<string | null, number>;

/** Most apps have no weight anywhere; they share this. */
const nowhere: Weights = new Map();

export function slicesOf(assessed: Assessed): Analysis['slices'] {
  const partsOf = partsIn(assessed);
  const slices: Slices = new Map();
  for (const app of partsOf === null ? [] : assessed.apps) {
    for (const [value, part] of partsOf?.(app) ?? []) addTo(slices, value, part, app.cost);
  }
  const unallocated = assessed.config.organizationalView?.unallocatedLabel ?? null;
  return [...slices.keys()]
    .toSorted((a, b) => Number(a === unallocated) - Number(b === unallocated) || (a < b ? -1 : 1))
    .flatMap((value) => sliceOf(value, slices));
}

function sliceOf(value: string, slices: Slices): Slice[] {
  const slice = slices.get(value);
  if (slice === undefined) return [];
  const { omitted, ...sums } = slice;
  return [
    {
      value,
      ...sums,
      costComplete: sums.unpricedApps === sums.apps ? 'unknown' : completeness(omitted),
    },
  ];
}

/**
 * Whether there is a view, and any record was read that it can cut by. Unallocated is what was read and has no value:
 * where nothing was read, the whole baseline is not unallocated but not known (rule R13).
 */
export function isViewRead({ config, portfolio, apps }: Assessed): boolean {
  const entity = config.organizationalView?.entity;
  if (entity === undefined) return false;
  if (entity === 'transaction') return portfolio.transactions.length > 0;
  if (entity === 'contract') return portfolio.contracts.length > 0;
  return entity !== 'user' || (portfolio.people.length > 0 && apps.some((app) => holdersOf(app) !== null));
}

/** The apps that have a part in a slice, by id, and what of their cost that part is; null = no cost is known. */
export function partsOfSlice(assessed: Assessed, value: string): ReadonlyMap<number, Minor | null> {
  const partsOf = partsIn(assessed);
  const parts = new Map<number, Minor | null>();
  for (const app of partsOf === null ? [] : assessed.apps) {
    const part = partsOf?.(app).get(value);
    if (part !== undefined) parts.set(app.app.id, app.cost.annual === null ? null : part);
  }
  return parts;
}

/** How an app's cost is cut, by the name of the slice; null where nothing was read to cut by. */
function partsIn(assessed: Assessed): ((app: AssessedApp) => ReadonlyMap<string, Minor>) | null {
  const view = assessed.config.organizationalView;
  if (view === null || !isViewRead(assessed)) return null;
  const weightsOf = weighers[view.entity](assessed);
  return (app) => {
    const cost = app.cost.annual ?? 0;
    const weights = weightsOf(app);
    const parts = hasWeight(weights) ? cut(cost, weights) : [[null, cost] as const];
    const named = new Map<string, Minor>();
    // A value that is spelled like the label of the unallocated rest is part of it.
    for (const [value, part] of parts) {
      const name = value ?? view.unallocatedLabel;
      named.set(name, (named.get(name) ?? 0) + part);
    }
    return named;
  };
}

function hasWeight(weights: Weights): boolean {
  for (const weight of weights.values()) if (weight > 0) return true;
  return false;
}

function cut(cost: Minor, weights: Weights): (readonly [string | null, Minor])[] {
  const values = [...weights.keys()].toSorted(nullLast);
  if (values.length === 1) return values.map((value) => [value, cost]);
  const shares = allocate(
    cost,
    values.map((value) => Math.max(0, weights.get(value) ?? 0)),
  );
  return values.map((value, index) => [value, shares[index] ?? 0]);
}

function nullLast(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}

function addTo(slices: Slices, value: string, part: Minor, { annual, omitted }: AssessedApp['cost']): void {
  let slice = slices.get(value);
  if (slice === undefined) slices.set(value, (slice = { ...nothing }));
  slice.baselineAnnual += part;
  slice.wholeAnnual += annual ?? 0;
  slice.apps += 1;
  if (annual === null) slice.unpricedApps += 1;
  else if (part !== annual) slice.sharedApps += 1;
  slice.omitted = widened(slice.omitted, omitted);
}

const nothing = {
  baselineAnnual: 0,
  wholeAnnual: 0,
  apps: 0,
  sharedApps: 0,
  unpricedApps: 0,
  omitted: whole,
} as const;

const weighers = {
  app: () => appWeight,
  contract: () => contractWeights,
  transaction: transactionWeigher,
  user: peopleWeigher,
} as const satisfies Readonly<Record<string, (assessed: Assessed) => (app: AssessedApp) => Weights>>;

function appWeight({ app }: AssessedApp): Weights {
  return new Map([[knownValue(app.view), 1]]);
}

function contractWeights({ inForce, cost }: AssessedApp): Weights {
  if (cost.basis !== 'contract') return nowhere;
  const weights = new Map<string | null, number>();
  for (const { contract, annual, duplicateOf } of inForce) {
    if (duplicateOf === null && annual !== null) weigh(weights, contract.view, Math.max(0, annual.minor));
  }
  return weights;
}

function weigh(weights: Map<string | null, number>, view: Value<string>, weight: number): void {
  const value = knownValue(view);
  weights.set(value, (weights.get(value) ?? 0) + weight);
}

/** Days of transactions that count, as for the 12-month spend. */
const year = 365;

/** Refunds reduce the weight of their value. */
function transactionWeigher({ portfolio, asOf, config }: Assessed): (app: AssessedApp) => Weights {
  const byApp = new Map<number, Map<string | null, number>>();
  for (const { appId, date, amount, view } of portfolio.transactions) {
    const day = knownValue(date);
    const money = knownValue(amount);
    if (appId === null || day === null || day > asOf || day <= asOf - year || money === null) continue;
    const minor = money.currency === config.tenant.currency ? money.minor : money.converted;
    if (minor === undefined) continue;
    const weights = byApp.get(appId) ?? new Map<string | null, number>();
    weigh(weights, view, minor);
    byApp.set(appId, weights);
  }
  return ({ app }) => byApp.get(app.id) ?? nowhere;
}

/**
 * One weight a person who holds the app, where its users were read in depth. Values with fewer people
 * than the mapping allows to be shown go to the unallocated rest, which changes no total (rule R14).
 */
function peopleWeigher({ portfolio, apps, config }: Assessed): (app: AssessedApp) => Weights {
  const viewOf = new Map<number, string>();
  for (const { id, view } of portfolio.people) {
    if (view.kind === 'known') viewOf.set(id, view.value);
  }
  const groups = groupSizes(apps, viewOf);
  return (app) => {
    const holders = holdersOf(app);
    if (holders === null) return nowhere;
    const weights = new Map<string | null, number>();
    for (const person of holders) {
      const value = viewOf.get(person);
      const isLarge = value !== undefined && (groups.get(value)?.size ?? 0) >= config.thresholds.smallGroup;
      const shown = isLarge ? value : null;
      weights.set(shown, (weights.get(shown) ?? 0) + 1);
    }
    return weights;
  };
}

function groupSizes(
  apps: readonly AssessedApp[],
  viewOf: ReadonlyMap<number, string>,
): ReadonlyMap<string, ReadonlySet<number>> {
  const groups = new Map<string, Set<number>>();
  for (const app of apps) {
    for (const person of holdersOf(app) ?? []) {
      const value = viewOf.get(person);
      if (value === undefined) continue;
      const group = groups.get(value);
      if (group === undefined) groups.set(value, new Set([person]));
      else group.add(person);
    }
  }
  return groups;
}
