import type { JsonObject } from '../../../skill/torii/json.ts';

/** What a hand-made overview shows of an app, straight from Torii's record. */
export interface AppRow {
  readonly id: number;
  readonly name: string;
  readonly vendor: string;
  readonly category: string;
  readonly state: string;
  readonly users: number;
  /** Whole units of the tenant's currency. */
  readonly cost: number;
}

export function rowsOf(text: string): AppRow[] {
  const { apps } = JSON.parse(text) as { readonly apps: readonly JsonObject[] };
  return apps.map((app) => ({
    id: Number(app['id']),
    name: String(app['name']),
    vendor: String(app['vendor'] ?? ''),
    category: String(app['category'] ?? ''),
    state: String(app['state'] ?? ''),
    users: Number(app['activeUsersCount'] ?? 0),
    cost: Number(app['expenses'] ?? 0) / 100,
  }));
}

export interface Ranked {
  readonly name: string;
  readonly cost: number;
  /** Of the whole, with all before it; from 0 to 1. */
  readonly cumulated: number;
}

/** The most expensive apps first, with what they add up to. */
export function ranked(rows: readonly AppRow[], most: number): Ranked[] {
  const total = rows.reduce((sum, { cost }) => sum + cost, 0);
  let sum = 0;
  return rows
    .toSorted((a, b) => b.cost - a.cost)
    .slice(0, most)
    .map(({ name, cost }) => {
      sum += cost;
      return { name, cost, cumulated: total > 0 ? sum / total : 0 };
    });
}
