/**
 * The baseline by Organizational View (rule R13). A field of the app takes the whole app; a field of
 * contracts, transactions or people splits an app's cost in proportion to them. What cannot be placed is
 * unallocated, so the slices always sum to the baseline.
 */
import type { Assessed, AssessedApp } from '../base/assessed.ts';
import type { Analysis, Minor } from '../base/contract.ts';
import { knownValue } from '../base/known-value.ts';
import { allocate } from '../base/money.ts';
import { holdersOf } from '../base/overlap.ts';
import type { Value } from '../../mapping/portfolio.ts';

/** By value of the view; null = unallocated. */
type Slices = Map<string | null, { amount: Minor; apps: number }>;
/** Integer weight of each value of the view in one app, below 0 as good as 0; null = not known, unallocated. */
type Weights = ReadonlyMap<string | null, number>;

/** Most apps have no weight anywhere; they share this. */
const nowhere: Weights = new Map();

export function slicesOf(assessed: Assessed): Analysis['slices'] {
  const view = assessed.config.organizationalView;
  if (view === null || !isViewRead(assessed)) return [];
  const weightsOf = weighers[view.entity](assessed);
  const slices: Slices = new Map();
  for (const app of assessed.apps) {
    const cost = app.cost.annual ?? 0;
    const weights = weightsOf(app);
    if (!hasWeight(weights)) addTo(slices, null, cost);
    else cut(cost, weights, slices);
  }
  return named(slices, view.unallocatedLabel);
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

/** Ids of the apps that have a part in a slice, by the name under which it is listed. */
export function appsInSlice(assessed: Assessed, value: string): ReadonlySet<number> {
  const view = assessed.config.organizationalView;
  if (view === null || !isViewRead(assessed)) return new Set();
  const weightsOf = weighers[view.entity](assessed);
  const isPart = (app: AssessedApp): boolean => {
    const weights = weightsOf(app);
    const names = hasWeight(weights) ? [...weights.keys()] : [null];
    return names.some((name) => (name ?? view.unallocatedLabel) === value);
  };
  return new Set(assessed.apps.filter(isPart).map(({ app }) => app.id));
}

function hasWeight(weights: Weights): boolean {
  for (const weight of weights.values()) if (weight > 0) return true;
  return false;
}

function cut(cost: Minor, weights: Weights, slices: Slices): void {
  if (weights.size === 1) {
    for (const value of weights.keys()) addTo(slices, value, cost);
    return;
  }
  const values = [...weights.keys()].toSorted(nullLast);
  const shares = allocate(
    cost,
    values.map((value) => Math.max(0, weights.get(value) ?? 0)),
  );
  values.forEach((value, index) => {
    addTo(slices, value, shares[index] ?? 0);
  });
}

function addTo(slices: Slices, value: string | null, amount: Minor): void {
  const slice = slices.get(value);
  if (slice === undefined) slices.set(value, { amount, apps: 1 });
  else {
    slice.amount += amount;
    slice.apps += 1;
  }
}

function nullLast(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A value that is spelled like the label of the unallocated rest is part of it. */
function named(slices: Slices, unallocatedLabel: string): Analysis['slices'] {
  const byName = new Map<string, Analysis['slices'][number]>();
  for (const value of [...slices.keys()].toSorted(nullLast)) {
    const { amount = 0, apps = 0 } = slices.get(value) ?? {};
    const name = value ?? unallocatedLabel;
    const { baselineAnnual = 0, apps: others = 0 } = byName.get(name) ?? {};
    byName.set(name, { value: name, baselineAnnual: baselineAnnual + amount, apps: others + apps });
  }
  return [...byName.values()];
}

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
