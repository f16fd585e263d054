import { useMemo, useState, type ReactNode } from 'react';
import { count, counted } from '../../parts/count.ts';
import { Section } from '../../parts/section.tsx';
import { useSorting } from '../../parts/sorting.ts';
import { Table } from '../../parts/table.tsx';
import { Provenance } from '../standing.tsx';
import type { DestinationProps } from '../view-props.ts';
import { alsoOfApps, appColumns } from './app-columns.tsx';
import { anyApp, filtered, filterWords, searchable, type AppFilter } from './app-filter.ts';
import { AppFilters } from './app-filters.tsx';

/** Every app: sorted by any column, filtered by words and by what is known of it. */
export function Apps({ state, picture, route }: DestinationProps): ReactNode {
  const { analysis } = picture;
  const { apps, currency } = analysis;
  const { q = '', category = '' } = route.parameters;
  const [filter, setFilter] = useState<AppFilter>({ ...anyApp, words: q, category });
  const known = useMemo(() => searchable(analysis), [analysis]);
  const columns = useMemo(() => appColumns(currency, known.findings), [currency, known]);
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
      provenance={<Provenance state={state} sources={['apps', 'contracts']} />}
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
