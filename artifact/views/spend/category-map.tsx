import { useMemo, type ReactNode } from 'react';
import { groupsOf } from '../../../skill/analysis/facts.ts';
import { Treemap, type TreemapItem } from '../../parts/charts.ts';
import { formatCompactMoney, formatCounted, formatShare } from '../../parts/text.ts';
import { Section } from '../../parts/layout.ts';
import { formatRoute } from '../address.ts';
import { Provenance } from '../completeness-badge.tsx';
import { NONE } from '../filter/filter.ts';
import { useResults, useRoute } from '../page-context.ts';
import { ownParts } from './own-parts.ts';
import { withParameters, type Route } from '../router.ts';

/** Tiles that can still be told apart; the table of categories lists the rest. */
const MOST = 40;

/** The annual cost by category as a map: a tile asks for its category in the list below it. */
export function CategoryMap(): ReactNode {
  const { shown: analysis } = useResults();
  const route = useRoute();
  const groups = useMemo(() => groupsOf(ownParts(analysis), 'category'), [analysis]);
  const { currency, totals, inputs } = analysis;
  const whole = totals.partAnnual ?? totals.baselineAnnual;
  const whose = inputs.view === undefined ? 'the known cost' : `${inputs.view}’s part`;
  const items = groups
    .filter(({ costAnnual }) => (costAnnual ?? 0) > 0)
    .slice(0, MOST)
    .map(({ value, costAnnual }) => itemOf(value, costAnnual ?? 0, route, currency));
  const [first] = items;
  if (first === undefined) return null;
  return (
    <Section
      title="Spend by category"
      sentence={`${formatCounted(groups.length, 'category', 'categories')}; ${first.name} alone carries ${formatShare(first.value, whole)} of ${whose}. Choose one to list its apps below.`}
      provenance={<Provenance sources={['apps', 'contracts']} />}
    >
      <Treemap
        label={
          inputs.view === undefined
            ? 'Annual cost by category'
            : `${inputs.view}’s part of the annual cost by category`
        }
        items={items}
        act="list its apps below"
      />
    </Section>
  );
}

function itemOf(name: string | null, value: number, route: Route, currency: string): TreemapItem {
  const category = name ?? NONE;
  const chosen = route.parameters['category'] === category;
  return {
    name: name ?? 'No category',
    value,
    amount: formatCompactMoney(value, currency),
    chosen,
    // The same tile again takes the choice away.
    href: formatRoute(withParameters(route, { category: chosen ? null : category })),
  };
}
