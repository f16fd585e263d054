/** Suites and bundles: which apps are already paid for as part of another. */
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { AssessedApp } from '../base/assessed.ts';

/** Adds to each app the suites of the mapping that include it, sorted by id, where the suite costs money. */
export function coveringSuites(
  apps: readonly AssessedApp[],
  suites: AnalysisConfig['suites'],
): readonly AssessedApp[] {
  if (suites.length === 0) return apps;
  const paid = new Set(apps.filter(({ cost }) => (cost.annual ?? 0) > 0).map(({ app }) => app.id));
  const covers = new Map<number, Set<number>>();
  for (const { appId, includes } of suites) {
    if (!paid.has(appId)) continue;
    for (const included of includes) {
      const part = typeof included === 'number' ? included : included.appId;
      if (part !== appId) covers.set(part, (covers.get(part) ?? new Set()).add(appId));
    }
  }
  return apps.map((app) => {
    const coveredBy = covers.get(app.app.id);
    return coveredBy === undefined ? app : { ...app, coveredBy: [...coveredBy].toSorted((a, b) => a - b) };
  });
}
