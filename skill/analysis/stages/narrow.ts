/**
 * The part of an analysis that concerns one slice of the Organizational View: the apps with a part in it,
 * each whole, and everything that hangs on them. Totals are of the rows that are left, so they agree.
 * In: an analysis with the portfolio and depth it was made from. Out: an analysis; null where the
 * analysis has no such slice.
 */
import type { Portfolio } from '../../mapping/portfolio.ts';
import { depthOf } from './analyze.ts';
import { assess } from './assess.ts';
import type { Assessed } from '../base/assessed.ts';
import type { Analysis, Depth } from '../base/contract.ts';
import { dayOf } from '../base/day.ts';
import { audited, hashed } from './on-demand.ts';
import { appsInSlice } from './slices.ts';
import { totalsOf } from './totals.ts';

export function narrow(
  analysis: Analysis,
  portfolio: Portfolio,
  depth: Depth,
  slice: string,
): Analysis | null {
  if (!analysis.slices.some(({ value }) => value === slice)) return null;
  const whole = assess(portfolio, analysis.inputs.config, dayOf(analysis.asOf), depth);
  const ids = appsInSlice(whole, slice);
  const isIn = ({ appId }: { readonly appId: number | null }): boolean => appId !== null && ids.has(appId);
  const assessed: Assessed = {
    ...whole,
    apps: whole.apps.filter(({ app }) => ids.has(app.id)),
    contracts: whole.contracts.filter(({ contract }) => isIn(contract)),
    hidden: [],
    hiddenContracts: [],
    withoutApp: [],
  };
  const apps = analysis.apps.filter(({ id }) => ids.has(id));
  const ledger = analysis.ledger.filter(isIn);
  const plan = analysis.plan.filter(isIn);
  const { mapping, config, edits, decisions } = analysis.inputs;
  const part = {
    ...analysis,
    inputs: hashed(() => analysis.inputs.hash, { mapping, config, edits, decisions, view: slice }),
    depth: depthOf(assessed),
    totals: totalsOf(assessed, apps, ledger, plan),
    apps,
    ledger,
    renewals: analysis.renewals.filter(isIn),
    findings: analysis.findings.filter(isIn),
    plan,
  };
  return audited(part, assessed, []);
}
