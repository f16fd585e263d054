import { useMemo, type ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { Section } from '../../parts/layout.ts';
import { Table, useSorting } from '../../parts/table.ts';
import { Provenance } from '../completeness-badge.tsx';
import { FilterBar } from '../filter/filter-bar.tsx';
import type { Criterion } from '../filter/filter.ts';
import { useFilter } from '../filter/use-filter.ts';
import { AiSpend } from './ai-spend.tsx';
import { alsoOfApps, columnsOfApps } from './app-columns.tsx';
import { useResults, useRoute } from '../page-context.ts';

/** Every app: sorted by any column, filtered by what is known of it. */
export function Apps(): ReactNode {
  const { shown: analysis } = useResults();
  const { apps, currency, inputs } = analysis;
  const isSlice = inputs.view !== undefined;
  const findings = useMemo(() => findingsPerApp(analysis), [analysis]);
  const isOfAi = useRoute().parameters['ai'] !== undefined;
  const columns = useMemo(
    () => columnsOfApps(currency, findings, isOfAi, isSlice),
    [currency, findings, isOfAi, isSlice],
  );
  const sorted = useSorting(apps, columns, { key: 'cost', descending: true });
  // Filtering keeps the order, so that a keystroke does not sort again.
  const filtered = useFilter('app', sorted.rows);
  return (
    <Section title="Apps" provenance={<Provenance sources={['apps', 'contracts']} />}>
      <FilterBar filtering={filtered} fields={fields} noun={['app', 'apps']} />
      {filtered.filter.ai !== '' && <AiSpend />}
      {filtered.rows.length === 0 ? (
        <p className="quiet">No app matches. Take a filter away.</p>
      ) : (
        <Table
          caption="Apps"
          columns={columns}
          rows={filtered.rows}
          keyOf={({ id }) => id}
          sorted={sorted}
          windowed
          also={alsoOfApps}
          notes={filtered.notes}
        />
      )}
    </Section>
  );
}

const fields: readonly Criterion[] = [
  'owner',
  'state',
  'category',
  'vendor',
  'cost',
  'value',
  'period',
  'renews',
  'ai',
  'found',
];

function findingsPerApp({ findings }: Analysis): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { appId } of findings) if (appId !== null) counts.set(appId, (counts.get(appId) ?? 0) + 1);
  return counts;
}
