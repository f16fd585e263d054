import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { Analysis } from '../contract.ts';
import { sliceId, type FactAddress } from '../facts.ts';
import type { Derivation } from './explanation.ts';

const formulas = {
  app: 'Annual cost of the apps with this value.',
  contract: 'Annual cost of each app, split by the annual value of its contracts.',
  transaction: 'Annual cost of each app, split by its transactions of 365 days.',
  user: 'Annual cost of each app, split by the people who hold it.',
} as const;

export function explainSlice({ id }: FactAddress, { apps }: Analysis, config: AnalysisConfig): Derivation {
  const view = config.organizationalView;
  const isRest = view !== null && sliceId(view.unallocatedLabel) === id;
  return {
    formula: view === null ? '' : formulas[view.entity],
    assumptions: [
      'Split to the cent by largest remainder.',
      ...(isRest ? [`Groups under ${config.thresholds.smallGroup} people are in here.`] : []),
    ],
    from: apps.filter(({ costAnnual }) => costAnnual !== null).map((app) => `app/${app.id}/costAnnual`),
    sources: [],
  };
}
