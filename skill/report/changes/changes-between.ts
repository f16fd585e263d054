/**
 * What changed between two kept runs, as far as their small records say: totals, and the costs of their largest
 * apps. In: the later run and the earlier one. Out: the same as a comparison of whole analyses gives.
 */
import { minorOf } from '../../analysis/units.ts';
import type { PastRun } from '../history/run-record.ts';
import { changeFacts } from './change-facts.ts';
import type { Changes, ComparedRuns } from './change-record.ts';
import { changedCosts, changedTotals, incomparability } from './compared.ts';
import type { Previous } from './earlier-run.ts';

export function changesBetween(run: PastRun, { since, baseline, verified }: Previous): Changes {
  const { tenant, currency, baselineComplete: complete } = run;
  const incomparable = incomparability({ tenant, currency }, baseline);
  const amount = (text: string | null): number | null => (text === null ? null : minorOf(text, currency));
  const { baselineAnnual, hardSavingAnnual, decidableAnnual, unknownSeatValueAnnual } = run.totals;
  const totals = {
    baselineAnnual: amount(baselineAnnual),
    hardSavingAnnual: amount(hardSavingAnnual),
    decidableAnnual: amount(decidableAnnual),
    unknownSeatValueAnnual: amount(unknownSeatValueAnnual),
  };
  const apps = run.apps.map(({ id, name, costAnnual }) => ({ id, name, costAnnual: amount(costAnnual) }));
  const isCompared = baseline !== null && incomparable === null;
  const changes: ComparedRuns = {
    since,
    incomparable,
    isPartial: baseline?.totals.partial === true || run.totals.partial,
    totals: isCompared ? changedTotals({ totals, complete }, baseline) : [],
    apps: { added: [], gone: [] },
    costs: isCompared ? changedCosts(apps, baseline) : [],
    findings: { added: [], gone: [] },
    deadlines: [],
    verified: incomparable === 'tenant' ? [] : verified,
    saved: [],
  };
  return { ...changes, facts: changeFacts(changes, currency) };
}
