/**
 * The part of an analysis that concerns one slice of the Organizational View: the apps with a part in it,
 * each whole and with the part that is the slice's own, and everything that hangs on them. Totals are of the
 * rows that are left, so they agree; what of them is the slice's own is a total of its own.
 * In: an analysis with the portfolio and depth it was made from. Out: an analysis; null where the
 * analysis has no such slice.
 */
import type { Portfolio } from '../../mapping/portfolio.ts';
import { depthOf } from './analyze.ts';
import { assess } from './assess.ts';
import type { Assessed } from '../base/assessed.ts';
import type { Analysis, Depth } from '../base/contract.ts';
import { dayOf } from '../base/day.ts';
import { audited, figuresOf, hashed } from './on-demand.ts';
import { partsOfSlice } from './slices.ts';
import { totalsOf } from './totals.ts';

export function narrow(
  analysis: Analysis,
  portfolio: Portfolio,
  depth: Depth,
  slice: string,
): Analysis | null {
  if (!analysis.slices.some(({ value }) => value === slice)) return null;
  const whole = assess(portfolio, analysis.inputs.config, dayOf(analysis.asOf), depth);
  const ids = partsOfSlice(whole, slice);
  const isIn = ({ appId }: { readonly appId: number | null }): boolean => appId !== null && ids.has(appId);
  const assessed: Assessed = {
    ...whole,
    apps: whole.apps.filter(({ app }) => ids.has(app.id)),
    contracts: whole.contracts.filter(({ contract }) => isIn(contract)),
    hidden: [],
    hiddenContracts: [],
    withoutApp: [],
  };
  const apps = analysis.apps
    .filter(({ id }) => ids.has(id))
    .map((app) => ({ ...app, partAnnual: ids.get(app.id) ?? null }));
  const ledger = analysis.ledger.filter(isIn);
  const plan = analysis.plan.filter(isIn);
  const { mapping, config, edits, decisions } = analysis.inputs;
  const part = {
    ...figuresOf(analysis),
    inputs: hashed(() => analysis.inputs.hash, { mapping, config, edits, decisions, view: slice }),
    depth: depthOf(assessed),
    totals: {
      ...totalsOf(assessed, apps, ledger, plan),
      partAnnual: apps.reduce((sum, { partAnnual }) => sum + (partAnnual ?? 0), 0),
    },
    apps,
    ledger,
    renewals: analysis.renewals.filter(isIn),
    findings: analysis.findings.filter(isIn),
    plan,
  };
  return audited(part, assessed, []);
}
