import type { Analysis } from '../../../skill/analysis/contract.ts';
import type { Host } from '../../../skill/torii/bridge.ts';
import { largestPageOf } from '../../bridge/bridge.ts';
import { limitsOf } from './read-for-page.ts';
import type { Results } from '../model/state.ts';

type App = Analysis['apps'][number];

export interface DetailCost {
  /** Estimated: how many people there are is known only once they are read. */
  readonly calls: number;
  readonly minutes: number;
  /** Calls a minute that this host allows a page; null = Torii's own limits hold, which are far higher. */
  readonly perMinute: number | null;
}

/** Apps with seats that do not rest on user rows yet, largest cost first. */
export function listAppsWithoutDetail({ apps }: Analysis, read: readonly number[]): App[] {
  const done = new Set(read);
  return apps
    .filter(({ id, seats }) => seats !== null && !done.has(id))
    .toSorted((a, b) => (b.costAnnual ?? -1) - (a.costAnnual ?? -1) || a.id - b.id);
}

export function estimateDetailCost(
  chosen: readonly App[],
  { shown: analysis, mapping, portfolio }: Pick<Results, 'shown' | 'mapping' | 'portfolio'>,
  host: Host | null,
): DetailCost {
  const pages = (rows: number): number => Math.max(1, Math.ceil(rows / largestPageOf(host)));
  const people = analysis.apps.reduce((most, app) => Math.max(most, usersOf(app)), 0);
  const definitions = mapping.organizationalView?.entity === 'user' ? 1 : 0;
  const first = portfolio.people.length > 0 ? 0 : definitions + pages(people);
  const calls = chosen.reduce((sum, app) => sum + pages(usersOf(app)), first);
  const { perMinute } = limitsOf(host ?? 'http');
  return { calls, perMinute, minutes: Math.ceil(calls / (perMinute ?? calls)) };
}

function usersOf({ seats, activeUsers }: App): number {
  return Math.max(seats?.assigned ?? 0, activeUsers ?? 0);
}
