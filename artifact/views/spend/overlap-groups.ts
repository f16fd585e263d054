import type { Analysis, Finding, Minor } from '../../../skill/analysis/contract.ts';

type App = Analysis['apps'][number];

export interface OverlapGroup {
  readonly id: string;
  readonly category: string;
  /** Most expensive first. */
  readonly apps: readonly App[];
  /** The same people hold them; otherwise only the category says so. */
  readonly confirmed: boolean;
  /** What the apps beside the one with most people cost a year; null while nothing is confirmed. */
  readonly amount: Minor | null;
}

/** Groups that the engine found: confirmed ones first, then by how much is in them. */
export function overlapGroups({ apps, findings }: Analysis): OverlapGroup[] {
  const byId = new Map(apps.map((app) => [app.id, app]));
  return findings
    .filter(({ type }) => type === 'overlap')
    .map((finding) => groupOf(finding, byId))
    .filter((group) => group.apps.length > 1)
    .toSorted((a, b) => Number(b.confirmed) - Number(a.confirmed) || knownCost(b.apps) - knownCost(a.apps));
}

/** The finding cites its apps: their cost where shared people confirm it, their category where not. */
function groupOf({ id, evidence, amount }: Finding<Minor>, byId: ReadonlyMap<number, App>): OverlapGroup {
  const apps = evidence
    .flatMap((fact) => byId.get(Number(fact.split('/')[1])) ?? [])
    .toSorted((a, b) => (b.costAnnual ?? 0) - (a.costAnnual ?? 0) || a.id - b.id);
  const category = apps.find((app) => app.category !== null)?.category ?? 'No category';
  return { id, category, apps, confirmed: id.endsWith(':shared-people'), amount };
}

export function knownCost(apps: readonly App[]): Minor {
  return apps.reduce((sum, { costAnnual }) => sum + (costAnnual ?? 0), 0);
}
