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

/** The keys of a record that are shown, in the form that the mock tenant gives them. */
interface AppRecord {
  readonly id: number;
  readonly name: string;
  readonly vendor?: string | null;
  readonly category?: string | null;
  readonly state?: string | null;
  readonly activeUsersCount?: number | null;
  /** In minor units. */
  readonly expenses?: number | null;
}

export function rowsOf(text: string): AppRow[] {
  const { apps } = JSON.parse(text) as { readonly apps: readonly AppRecord[] };
  return apps.map(({ id, name, vendor, category, state, activeUsersCount, expenses }) => ({
    id,
    name,
    vendor: vendor ?? '',
    category: category ?? '',
    state: state ?? '',
    users: activeUsersCount ?? 0,
    cost: (expenses ?? 0) / 100,
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
