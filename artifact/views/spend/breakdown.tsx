import { useMemo, useState, type ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { Bar } from '../../parts/bars.tsx';
import { counted, share } from '../../parts/count.ts';
import { Section } from '../../parts/section.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { countColumn, moneyColumn } from '../figure-columns.tsx';
import { Provenance } from '../standing.tsx';
import type { ViewProps } from '../view-props.ts';
import { costOf, groupsOf, type Group } from './groups.ts';

type App = Analysis['apps'][number];

const fields = {
  category: { many: 'categories', none: 'No category', of: ({ category }: App) => category },
  vendor: { many: 'vendors', none: 'No vendor', of: ({ vendor }: App) => vendor },
  owner: {
    many: 'owners',
    none: 'No owner',
    // Names of people stay out of every ranking.
    of: ({ owner }: App) => owner && `Owner ${owner.id}`,
  },
} as const;
type Field = keyof typeof fields;
const names: readonly Field[] = ['category', 'vendor', 'owner'];

/** The annual baseline by category, vendor or owner. */
export function Breakdown({ state, picture }: ViewProps): ReactNode {
  const [field, setField] = useState<Field>('category');
  const { apps, currency, totals } = picture.analysis;
  const groups = useMemo(() => groupsOf(apps, fields[field].of), [apps, field]);
  return (
    <Section
      title={`Cost by ${field}`}
      sentence={sentenceOf(groups, field, totals.baselineAnnual)}
      provenance={<Provenance state={state} sources={['apps', 'contracts']} />}
    >
      <label className="choose">
        By{' '}
        <select
          className="choice"
          value={field}
          onChange={({ currentTarget: { value } }) => setField(names.find((name) => name === value) ?? field)}
        >
          {names.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <Table
        key={field}
        caption={`Annual cost by ${field}`}
        columns={columnsFor(field, groups, currency)}
        rows={groups}
        keyOf={({ name }) => name ?? ''}
        first={8}
      />
    </Section>
  );
}

function sentenceOf(groups: readonly Group[], field: Field, baseline: number): string {
  const named = groups.filter(({ name }) => name !== null);
  const [first] = named;
  if (first === undefined) return `Unknown: no app names its ${field}.`;
  const without = groups.find(({ name }) => name === null);
  const gap = without === undefined ? '' : ` ${counted(without.apps, 'app names', 'apps name')} none.`;
  const spread = counted(named.length, field, fields[field].many);
  if (first.costAnnual <= 0) return `${spread}, without a known cost.${gap}`;
  return `${first.name} carries ${share(first.costAnnual, baseline)} of the known cost; there are ${spread}.${gap}`;
}

function columnsFor(field: Field, groups: readonly Group[], currency: string): Column<Group>[] {
  const most = groups.reduce((max, { costAnnual }) => Math.max(max, costAnnual), 0);
  return [
    {
      key: 'name',
      header: field.replace(/^./, (letter) => letter.toUpperCase()),
      cell: ({ name }) => name ?? <span className="quiet">{fields[field].none}</span>,
      order: ({ name }) => name,
    },
    countColumn({
      key: 'apps',
      header: 'Apps',
      lead: 'apps',
      secondary: true,
      of: ({ apps }) => apps,
    }),
    countColumn({
      key: 'unpriced',
      header: 'Cost unknown',
      lead: 'cost unknown',
      secondary: true,
      of: ({ unpriced }) => unpriced || null,
    }),
    {
      key: 'bar',
      header: 'Share of the largest',
      meter: true,
      cell: (group) => <Bar value={group.costAnnual} max={most} mark="actual" />,
    },
    moneyColumn(currency, {
      key: 'cost',
      header: `Cost, ${currency} a year`,
      of: costOf,
      unknown: 'No app of this group has a known cost.',
    }),
  ];
}
