import type { Analysis, CostComplete, Minor, PlanEntry } from '../../../skill/analysis/contract.ts';
import { givingUp, plainText } from '../../../skill/report/texts.ts';

export interface PlanRow {
  readonly appId: number;
  readonly name: string;
  readonly entry: PlanEntry;
  readonly source: PlanEntry['source'];
  readonly cost: Minor | null;
  readonly costComplete: CostComplete;
  readonly projected: Minor | null;
  readonly saving: Minor | null;
}

/** The plan app by app, largest saving first; the savings add up to the hard saving. */
export function planRows(analysis: Analysis): PlanRow[] {
  const apps = new Map(analysis.apps.map((app) => [app.id, app]));
  return analysis.plan
    .flatMap((entry) => {
      const app = apps.get(entry.appId);
      if (app === undefined) return [];
      const {
        name,
        costComplete,
        costAnnual: cost,
        projectedAnnual: projected,
        hardSavingAnnual: saving,
      } = app;
      const { appId, source } = entry;
      return [{ appId, name, entry, source, cost, costComplete, projected, saving }];
    })
    .toSorted((a, b) => (b.saving ?? 0) - (a.saving ?? 0) || a.appId - b.appId);
}

/** What happens to an app, to stand alone. Looks through the ledger: only for rows on screen. */
export function planWords({ appId, action, seatTargets }: PlanEntry, analysis: Analysis): string {
  const rows = analysis.ledger.filter((row) => row.appId === appId && row.supersededBy === null);
  if (rows.some(({ hardAnnual, lever }) => hardAnnual !== 0 && lever !== 'added-seats')) {
    return plainText(givingUp(appId, analysis), analysis.currency);
  }
  if (action !== 'keep') return action === 'retire' ? 'retiring it' : 'replacing it';
  return seatTargets.length === 0 ? 'keeping it as it is' : 'changing its seats';
}
