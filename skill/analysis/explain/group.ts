import type { Analysis } from '../base/contract.ts';
import { appsInGroup, type FactAddress } from '../facts/facts.ts';
import { groupingNames, type Grouping } from '../base/groups.ts';
import type { Derivation } from './explanation.ts';

/** A group is the sum of its apps. */
export function explainGroup({ id, field }: FactAddress, by: Grouping, analysis: Analysis): Derivation {
  const all = appsInGroup(analysis, by, id);
  const unpriced = all.filter(({ costAnnual }) => costAnnual === null);
  const priced = all.filter(({ costAnnual }) => costAnnual !== null);
  const isCost = field === 'costAnnual';
  const behind = isCost ? priced : field === 'unpricedApps' ? unpriced : all;
  return {
    formula: `${isCost ? 'Sum of the annual cost of' : 'Counted:'} the apps ${id === '%' ? 'without' : 'of this'} ${groupingNames[by]}${behind === unpriced ? ' whose cost is unknown' : ''}.`,
    assumptions:
      isCost && unpriced.length > 0 ? [`Left out, because their cost is unknown: ${unpriced.length}.`] : [],
    from: behind.map((app) => `app/${app.id}/costAnnual`),
    sources: [],
  };
}
