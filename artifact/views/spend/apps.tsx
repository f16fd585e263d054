import { useMemo, useState, type ReactNode } from 'react';
import { count, counted } from '../../parts/text.ts';
import { Section } from '../../parts/layout.ts';
import { Table, useSorting } from '../../parts/table.ts';
import { Provenance } from '../completeness-badge.tsx';
import { alsoOfApps, appColumns } from './app-columns.tsx';
import { anyApp, type AppFilter, filtered, filterWords, searchable } from './app-filter.ts';
import { AppFilters } from './app-filters.tsx';
import { useResults, useRoute } from '../page-context.ts';

/** Every app: sorted by any column, filtered by words and by what is known of it. */
export function Apps(): ReactNode {
  const { shown: analysis } = useResults();
  const { apps, currency, inputs } = analysis;
  const isSlice = inputs.view !== undefined;
  const { q = '', category = '' } = useRoute().parameters;
  const [filter, setFilter] = useState<AppFilter>({ ...anyApp, words: q, category });
  const known = useMemo(() => searchable(analysis), [analysis]);
  const columns = useMemo(() => appColumns(currency, known.findings, isSlice), [currency, known, isSlice]);
  const sorted = useSorting(apps, columns, { key: 'cost', descending: true });
  // Filtering keeps the order, so that a keystroke does not sort again.
  const rows = useMemo(() => filtered(sorted.rows, filter, known), [sorted.rows, filter, known]);
  const words = filterWords(filter);
  return (
    <Section
      title="Apps"
      sentence={
        <output>
          {words === ''
            ? `${counted(apps.length, 'app')}.`
            : `${count(rows.length)} of ${counted(apps.length, 'app')} listed.`}
        </output>
      }
      provenance={<Provenance sources={['apps', 'contracts']} />}
    >
      <AppFilters filter={filter} known={known} onChange={setFilter} />
      {rows.length === 0 ? (
        <p className="quiet">No app matches. Take a filter away.</p>
      ) : (
        <Table
          caption="Apps"
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          sorted={sorted}
          windowed
          also={alsoOfApps}
          notes={words === '' ? [] : [`Only apps with ${words}.`]}
        />
      )}
    </Section>
  );
}
