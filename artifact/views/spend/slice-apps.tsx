import type { ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { PartBar } from '../../parts/charts.ts';
import { formatCompactMoney, formatCounted } from '../../parts/text.ts';
import { Section } from '../../parts/layout.ts';
import { Table, type Column } from '../../parts/table.ts';
import { Provenance } from '../completeness-badge.tsx';
import { FilterResult } from '../filter/filter-result.tsx';
import { useFilter } from '../filter/use-filter.ts';
import { useResults } from '../page-context.ts';
import { costColumn, partColumn } from './cost-column.tsx';
import { appNameColumn } from './name-column.tsx';

type App = Analysis['apps'][number];

/** The apps of one slice by what of their cost is its own; the whole app is beside it, in a paler tone. */
export function SliceApps(): ReactNode {
  const { shown: analysis } = useResults();
  const { apps, totals, currency, inputs } = analysis;
  const items = apps.toSorted((a, b) => (b.partAnnual ?? -1) - (a.partAnnual ?? -1) || a.id - b.id);
  const filtered = useFilter('app', items);
  const own = formatCompactMoney(totals.partAnnual ?? 0, currency);
  return (
    <Section
      title={`Apps of ${inputs.view} by its own part`}
      sentence={`${formatCounted(apps.length, 'app')}: its part is ${own} of ${formatCompactMoney(totals.baselineAnnual, currency)} a year. Solid: its part; pale: the rest of the app.`}
      provenance={<Provenance sources={['apps', 'contracts']} />}
    >
      <FilterResult filtered={filtered} />
      <Table
        caption={`Apps of ${inputs.view}, largest part first`}
        columns={columnsFor(items, currency)}
        rows={filtered.rows}
        keyOf={({ id }) => id}
        first={10}
        notes={filtered.notes}
      />
    </Section>
  );
}

function columnsFor(items: readonly App[], currency: string): Column<App>[] {
  const max = items.reduce((most, { costAnnual }) => Math.max(most, costAnnual ?? 0), 0);
  return [
    appNameColumn,
    {
      key: 'bar',
      header: 'Its part of the whole app',
      meter: true,
      cell: ({ partAnnual, costAnnual }) => (
        <PartBar part={partAnnual ?? 0} whole={costAnnual ?? 0} max={max} />
      ),
    },
    partColumn(currency),
    costColumn(currency, { header: `Whole app, ${currency} a year`, lead: 'whole app', secondary: true }),
  ];
}
