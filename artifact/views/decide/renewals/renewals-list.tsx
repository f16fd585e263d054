import type { ReactNode } from 'react';
import { Section } from '../../../parts/layout.ts';
import { FilterBar } from '../../filter/filter-bar.tsx';
import type { Criterion } from '../../filter/filter.ts';
import { useFilter } from '../../filter/use-filter.ts';
import { useResults } from '../../page-context.ts';
import { Renewals } from './renewals.tsx';
import { YearAhead } from './year-ahead.tsx';

const fields: readonly Criterion[] = ['value', 'period', 'renews', 'owner', 'state', 'category', 'ai'];

/** The segment of renewals: what is asked for first; what is due soon while nothing is. */
export function RenewalsList(): ReactNode {
  const { renewals } = useResults().shown;
  const filtered = useFilter('contract', renewals);
  return (
    <>
      {renewals.length > 0 && (
        <Section title="Renewals">
          <FilterBar filtering={filtered} fields={fields} noun={['contract', 'contracts']} />
        </Section>
      )}
      {filtered.words === '' && <Renewals />}
      <YearAhead filtered={filtered} />
    </>
  );
}
