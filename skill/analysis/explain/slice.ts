import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { Portfolio } from '../../mapping/portfolio.ts';
import type { Analysis } from '../base/contract.ts';
import { sliceId, type FactAddress } from '../facts/facts.ts';
import { knownValue } from '../base/known-value.ts';
import { sliceFields } from '../records/analysis.ts';
import { fieldIn } from '../records/field.ts';
import type { Derivation } from './explanation.ts';

/** How the view cuts the cost of the apps. */
export const cutFormulas = {
  app: 'Annual cost of the apps with this value.',
  contract: 'Annual cost of each app, split by the annual value of its contracts.',
  transaction: 'Annual cost of each app, split by its transactions of 365 days.',
  user: 'Annual cost of each app, split by the people who hold it.',
} as const;

export function explainSlice(
  { id, field }: FactAddress,
  { apps }: Analysis,
  portfolio: Portfolio,
  config: AnalysisConfig,
): Derivation {
  const view = config.organizationalView;
  const isRest = view !== null && sliceId(view.unallocatedLabel) === id;
  const isWhole = view?.entity === 'app';
  // An app that is split may have a part in any slice.
  const elsewhere = new Set(
    isWhole
      ? portfolio.apps
          .filter((app) => sliceId(knownValue(app.view) ?? view.unallocatedLabel) !== id)
          .map((app) => app.id)
      : [],
  );
  const own = view === null ? '' : cutFormulas[view.entity];
  return {
    formula: field === 'baselineAnnual' ? own : (fieldIn(sliceFields, field)?.how ?? own),
    assumptions: [
      ...(isWhole ? [] : ['Split to the cent by largest remainder.']),
      ...(isRest && view.entity === 'user'
        ? [`Groups under ${config.thresholds.smallGroup} people are in here.`]
        : []),
    ],
    from: apps
      .filter(({ id: app, costAnnual }) => costAnnual !== null && !elsewhere.has(app))
      .map((app) => `app/${app.id}/costAnnual`),
    sources: [],
  };
}
