/**
 * What changed since an earlier run, as data.
 *
 * In: an analysis, the baseline of the earlier run, and by choice the savings that two snapshots prove.
 * Out: what is new and gone, what costs more or less, which deadlines have come near. Amounts are given
 * from and to; none is calculated here. Figures of the earlier run are facts of their own (`was/…`,
 * `changes/…`, `verified/…`, `saved/…`), so that prose can cite them too.
 */
import type { Analysis, CostComplete, IsoDate, Minor, Totals } from '../../analysis/contract.ts';
import { nearNotices } from '../../analysis/analyze.ts';
import { dayOf, minorOf } from '../../analysis/units.ts';
import { baselineComplete } from '../../analysis/facts.ts';
import type { Baseline } from '../snapshot/baseline.ts';
import { changeFacts } from './change-facts.ts';
import type { Changes, ComparedTotal, CostChange, NamedApp } from './change-record.ts';
import { savedContracts } from './saved-contracts.ts';
import { isUsable } from '../base/coverage.ts';
import type { VerifiedSaving } from './verified-savings.ts';

export type { Changes, ComparedTotal, CostChange, TotalChange } from './change-record.ts';

/** The run before, as far as it is known. */
export interface Previous {
  readonly since: IsoDate;
  /** Null where nothing but the date of the earlier run is known: then only deadlines can be compared. */
  readonly baseline: Baseline | null;
  /** From two snapshots; empty where there is only a baseline. */
  readonly verified: readonly VerifiedSaving[];
}

export function previousRun(
  baseline: Baseline,
  verified: readonly VerifiedSaving[] = [],
  since: IsoDate = baseline.asOf,
): Previous {
  return { since, baseline, verified };
}

export function changesSince(analysis: Analysis, { since, baseline, verified }: Previous): Changes {
  const incomparable = incomparability(analysis, baseline);
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

function incomparability(analysis: Analysis, baseline: Baseline | null): Changes['incomparable'] {
  if (baseline === null) return 'nothing';
  if (baseline.tenant !== analysis.inputs.mapping.tenant) return 'tenant';
  return baseline.currency === analysis.currency ? null : 'currency';
}

type Compared = Pick<Changes, 'totals' | 'apps' | 'costs' | 'findings' | 'saved'>;

const none = { added: [], gone: [] };
const nothingCompared: Compared = { totals: [], apps: none, costs: [], findings: none, saved: [] };

function compared(analysis: Analysis, baseline: Baseline, explained: ReadonlySet<number>): Compared {
  return {
    totals: changedTotals(analysis, baseline),
    apps: changedApps(analysis, baseline),
    costs: changedCosts(analysis, baseline),
    findings: changedFindings(analysis, baseline),
    saved: savedContracts(analysis, baseline).filter(({ contractId }) => !explained.has(contractId)),
  };
}

const comparedTotals: readonly ComparedTotal[] = [
  'baselineAnnual',
  'hardSavingAnnual',
  'decidableAnnual',
  'unknownSeatValueAnnual',
];

function changedTotals(analysis: Analysis, baseline: Baseline): Changes['totals'] {
  return comparedTotals.flatMap((total) => {
    const text = baseline.totals[total];
    const from = text === null ? null : minorOf(text, baseline.currency);
    const to = analysis.totals[total] satisfies Totals<Minor>[ComparedTotal];
    const isBaseline = total === 'baselineAnnual';
    const fromComplete = isBaseline ? completeThen(baseline) : 'whole';
    const toComplete = isBaseline ? baselineComplete(analysis) : 'whole';
    const isSame = from === to && fromComplete === toComplete;
    return isSame || (from === null && text !== null) ? [] : [{ total, from, to, fromComplete, toComplete }];
  });
}

function completeThen({ totals, apps }: Baseline): CostComplete {
  const isHigh = apps.some(({ costComplete }) => costComplete === 'at-most' || costComplete === 'uncertain');
  if (totals.baselineIsFloor) return isHigh ? 'uncertain' : 'at-least';
  return isHigh ? 'at-most' : 'whole';
}

function named({ id, name }: { readonly id: number; readonly name: string }): NamedApp {
  return { appId: id, name };
}

/** Records missing from a list that was not read whole have not gone; nor are those new that it lacked. */
function changedApps(analysis: Analysis, baseline: Baseline): Changes['apps'] {
  const before = new Set(baseline.apps.map(({ id }) => id));
  const now = new Set(analysis.apps.map(({ id }) => id));
  const isWhole = analysis.completeness.some(
    ({ source, status }) => source === 'apps' && status === 'complete',
  );
  return {
    added: baseline.totals.partial ? [] : analysis.apps.filter(({ id }) => !before.has(id)).map(named),
    gone: isWhole ? baseline.apps.filter(({ id }) => !now.has(id)).map(named) : [],
  };
}

/** Largest first, by the larger of the two amounts. */
function changedCosts(analysis: Analysis, baseline: Baseline): CostChange[] {
  const before = new Map(baseline.apps.map(({ id, costAnnual }) => [id, costAnnual]));
  const changes = analysis.apps.flatMap(({ id, name, costAnnual: to }) => {
    const text = before.get(id);
    if (text === undefined) return [];
    const from = text === null ? null : minorOf(text, baseline.currency);
    return from === to ? [] : [{ appId: id, name, from, to }];
  });
  return changes.toSorted((a, b) => weight(b) - weight(a) || a.appId - b.appId);
}

function weight({ from, to }: CostChange): number {
  return Math.max(from ?? 0, to ?? 0);
}

function changedFindings(analysis: Analysis, baseline: Baseline): Changes['findings'] {
  const before = new Set(baseline.findings.map(({ id }) => id));
  const now = new Set(analysis.findings.map(({ id }) => id));
  return {
    added: baseline.totals.partial
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
