/** Suites and bundles: which apps come with another, and which of them have no price of their own. */
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { AssessedApp, LineSeats, Seats } from '../base/assessed.ts';

type Part = AnalysisConfig['suites'][number]['includes'][number];

interface Membership {
  readonly suites: Set<number>;
  isBundled: boolean;
}

/**
 * Adds to each app the suites of the mapping that include it, and which of those cost money. The seats of
 * an app without a price of its own carry no money: giving them up saves nothing (rule R7).
 */
export function withSuites(
  apps: readonly AssessedApp[],
  suites: AnalysisConfig['suites'],
): readonly AssessedApp[] {
  if (suites.length === 0) return apps;
  const paid = paidSuites(apps, suites);
  const members = membersOf(suites);
  return apps.map((app) => {
    const member = members.get(app.app.id);
    if (member === undefined) return app;
    const includedIn = [...member.suites].toSorted((a, b) => a - b);
    return {
      ...app,
      includedIn,
      coveredBy: includedIn.filter((suite) => paid.has(suite)),
      isBundled: member.isBundled,
      seats: member.isBundled ? unpriced(app.seats) : app.seats,
    };
  });
}

function paidSuites(apps: readonly AssessedApp[], suites: AnalysisConfig['suites']): ReadonlySet<number> {
  const ids = new Set(suites.map(({ appId }) => appId));
  const paid = apps.filter(({ app, cost }) => ids.has(app.id) && (cost.annual ?? 0) > 0);
  return new Set(paid.map(({ app }) => app.id));
}

function membersOf(suites: AnalysisConfig['suites']): ReadonlyMap<number, Membership> {
  const members = new Map<number, Membership>();
  for (const { appId: suite, includes } of suites) {
    for (const part of includes) {
      const { appId, pricedSeparately } = memberOf(part);
      if (appId === suite) continue;
      const member = members.get(appId) ?? { suites: new Set(), isBundled: false };
      member.suites.add(suite);
      member.isBundled ||= !pricedSeparately;
      members.set(appId, member);
    }
  }
  return members;
}

function memberOf(part: Part): Exclude<Part, number> {
  return typeof part === 'number' ? { appId: part, pricedSeparately: true } : part;
}

function unpriced(seats: Seats | null): Seats | null {
  if (seats === null) return null;
  const pools = seats.pools.map((pool) => ({ ...pool, lines: withoutPrice(pool.lines), unitPrice: null }));
  return { ...seats, lines: withoutPrice(seats.lines), pools };
}

function withoutPrice(lines: readonly LineSeats[]): readonly LineSeats[] {
  return lines.map((line): LineSeats => ({ ...line, unitPrice: null, priceBasis: 'none' }));
}
