/**
 * What changed since an earlier run, as data.
 *
 * In: an analysis, the baseline of the earlier run, and by choice the savings that two snapshots prove.
 * Out: what is new and gone, what costs more or less, which deadlines have come near. Amounts are given
 * from and to; none is calculated here. Figures of the earlier run are facts of their own (`was/…`,
 * `changes/…`, `verified/…`, `saved/…`), so that prose can cite them too.
 */
import type { Analysis, IsoDate } from '../../analysis/contract.ts';
import { nearNotices } from '../../analysis/analyze.ts';
import { dayOf } from '../../analysis/units.ts';
import { baselineComplete } from '../../analysis/facts.ts';
import { changeFacts } from './change-facts.ts';
import { changedCosts, changedTotals, incomparability } from './compared.ts';
import type { Changes, NamedApp } from './change-record.ts';
import type { EarlierRun, Previous } from './earlier-run.ts';
import { savedContracts } from './saved-contracts.ts';
import { isUsable } from '../base/coverage.ts';

export { type Previous, previousRun } from './earlier-run.ts';
export type { Changes, ComparedTotal, CostChange, TotalChange } from './change-record.ts';

export function changesSince(analysis: Analysis, { since, baseline, verified }: Previous): Changes {
  const incomparable = incomparability(
    { tenant: analysis.inputs.mapping.tenant, currency: analysis.currency },
    baseline,
  );
  const isOther = incomparable === 'tenant';
  const changes = {
    since,
    incomparable,
    isPartial: baseline?.totals.partial === true || analysis.totals.partial,
    ...(baseline === null || incomparable !== null
      ? nothingCompared
      : compared(analysis, baseline, new Set(verified.map(({ contractId }) => contractId)))),
    deadlines: isOther ? [] : nearDeadlines(analysis, since),
    verified: isOther ? [] : verified,
  };
  return { ...changes, facts: changeFacts(changes, analysis.currency) };
}

type Compared = Pick<Changes, 'totals' | 'apps' | 'costs' | 'findings' | 'saved'>;

const none = { added: [], gone: [] };
const nothingCompared: Compared = { totals: [], apps: none, costs: [], findings: none, saved: [] };

function compared(analysis: Analysis, baseline: EarlierRun, explained: ReadonlySet<number>): Compared {
  return {
    totals: changedTotals({ totals: analysis.totals, complete: baselineComplete(analysis) }, baseline),
    apps: changedApps(analysis, baseline),
    costs: changedCosts(analysis.apps, baseline),
    findings: changedFindings(analysis, baseline),
    saved: savedContracts(analysis, baseline).filter(({ contractId }) => !explained.has(contractId)),
  };
}

function named({ id, name }: { readonly id: number; readonly name: string }): NamedApp {
  return { appId: id, name };
}

/** Records missing from a list that was not read whole have not gone; nor are those new that it lacked. */
function changedApps(analysis: Analysis, baseline: EarlierRun): Changes['apps'] {
  const before = new Set(baseline.apps.map(({ id }) => id));
  const now = new Set(analysis.apps.map(({ id }) => id));
  const isWhole = analysis.completeness.some(
    ({ source, status }) => source === 'apps' && status === 'complete',
  );
  return {
    added:
      baseline.totals.partial || baseline.isCut
        ? []
        : analysis.apps.filter(({ id }) => !before.has(id)).map(named),
    gone: isWhole ? baseline.apps.filter(({ id }) => !now.has(id)).map(named) : [],
  };
}

function changedFindings(analysis: Analysis, baseline: EarlierRun): Changes['findings'] {
  const before = new Set(baseline.findings.map(({ id }) => id));
  const now = new Set(analysis.findings.map(({ id }) => id));
  return {
    added:
      baseline.totals.partial || baseline.isCut
        ? []
        : analysis.findings
            .filter(({ id }) => !before.has(id))
            .map(({ id, type, appId }) => ({ id, type, appId })),
    gone: analysis.totals.partial
      ? []
      : baseline.findings
          .filter(({ id }) => !now.has(id))
          .map(({ id, appId }) => ({ id, type: null, appId })),
  };
}

/** Deadlines within the mapping's notice window now that were beyond it then. */
function nearDeadlines(analysis: Analysis, since: IsoDate): Changes['deadlines'] {
  if (!isUsable(analysis, 'contracts')) return [];
  const window = analysis.inputs.config.thresholds.noticeNearDays;
  const near = nearNotices(analysis);
  return analysis.renewals
    .flatMap(({ contractId, name, deadline }) => {
      if (deadline === null || !near.has(contractId)) return [];
      const wasNear = dayOf(deadline) - dayOf(since) <= window;
      return wasNear ? [] : [{ contractId, name, deadline }];
    })
    .toSorted((a, b) =>
      a.deadline < b.deadline ? -1 : a.deadline > b.deadline ? 1 : a.contractId - b.contractId,
    );
}
