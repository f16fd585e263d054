import type { Analysis, Minor } from '../../../skill/analysis/contract.ts';

type App = Analysis['apps'][number];

export interface Group {
  /** Null = the apps that name none. */
  readonly name: string | null;
  readonly apps: number;
  /** Apps whose cost is unknown, and which the cost below leaves out. */
  readonly unpriced: number;
  readonly costAnnual: Minor;
  /** Address of the cost, where it is a fact of its own. */
  readonly fact?: string;
}

/** Apps by what a field says of them, dearest group first; the groups add up to the baseline. */
export function groupsOf(apps: readonly App[], nameOf: (app: App) => string | null): Group[] {
  const groups = new Map<string | null, { apps: number; unpriced: number; costAnnual: Minor }>();
  for (const app of apps) {
    const name = nameOf(app);
    const group = groups.get(name) ?? { apps: 0, unpriced: 0, costAnnual: 0 };
    groups.set(name, group);
    group.apps += 1;
    group.costAnnual += app.costAnnual ?? 0;
    if (app.costAnnual === null) group.unpriced += 1;
  }
  return [...groups]
    .map(([name, group]) => ({ name, ...group }))
    .toSorted((a, b) => b.costAnnual - a.costAnnual || ((a.name ?? '') < (b.name ?? '') ? -1 : 1));
}

/** Null where not one app of the group has a known cost. */
export function costOf({ apps, unpriced, costAnnual }: Group): Minor | null {
  return unpriced === apps ? null : costAnnual;
}
