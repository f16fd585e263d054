import { completeOf } from './completeness.ts';
import type { Analysis, Minor } from './contract.ts';
import type { RecordOf } from '../records/field.ts';
import type { groupFields } from '../records/totals.ts';
import { grouped } from './grouped.ts';

type App = Analysis['apps'][number];

/** What apps are grouped by, and what an app is grouped under; null where it names none. */
export const groupings = {
  category: ({ category }: App) => category || null,
  vendor: ({ vendor }: App) => vendor || null,
  // Names of people stay out of every ranking.
  owner: ({ owner }: App) => owner && `Owner ${owner.id}`,
  /** AI tools alone, by what Torii's state says of them. */
  ai: ({ aiRule, stateClass }: App) => aiRule && stateClass,
} as const;
export type Grouping = keyof typeof groupings;

/** What tells the groups apart, as a sentence names it. */
export const groupingNames: Readonly<Record<Grouping, string>> = {
  category: 'category',
  vendor: 'vendor',
  owner: 'owner',
  ai: 'state of AI tools',
};

export interface Group extends RecordOf<typeof groupFields, Minor> {}

/** Groups of an analysis, most expensive first; they add up to the baseline. */
export function groupsOf({ apps }: Pick<Analysis, 'apps'>, by: Grouping): Group[] {
  return [...grouped(apps, groupings[by])]
    .map(([value, members]) => groupOf(value, members))
    .toSorted(
      (a, b) => (b.costAnnual ?? 0) - (a.costAnnual ?? 0) || ((a.value ?? '') < (b.value ?? '') ? -1 : 1),
    );
}

export function groupOf(value: string | null, members: readonly App[]): Group {
  const costs = members.flatMap(({ costAnnual }) => costAnnual ?? []);
  return {
    value,
    apps: members.length,
    unpricedApps: members.length - costs.length,
    costAnnual: costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0),
    costComplete: costs.length === 0 ? 'unknown' : completeOf(members),
  };
}
