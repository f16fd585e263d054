import { useMemo, useState, type ReactNode } from 'react';
import { Bar } from '../../parts/bars.tsx';
import { counted, share } from '../../parts/count.ts';
import { Link } from '../../parts/link.tsx';
import { Section } from '../../parts/section.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { countColumn, moneyColumn } from '../figure-columns.tsx';
import { Provenance } from '../standing.tsx';
import type { ViewProps } from '../view-props.ts';
import { costOf, type Group } from './groups.ts';
import { splitsOf, type Split } from './splits.ts';

/** The annual baseline by category, vendor, owner or Organizational View. */
export function Breakdown({ state, picture }: ViewProps): ReactNode {
  const splits = useMemo(() => splitsOf(picture), [picture]);
  const [chosen, setChosen] = useState('category');
  const { analysis } = picture;
  const split = splits.find(({ name }) => name === chosen) ?? splits[0];
  const groups = useMemo(() => split?.groups(analysis) ?? [], [analysis, split]);
  if (split === undefined) return null;
  return (
    <Section
      title={`Cost by ${split.name}`}
      sentence={sentenceOf(groups, split, analysis.totals.baselineAnnual)}
      provenance={<Provenance state={state} sources={['apps', 'contracts']} />}
    >
      <label className="choose">
        By{' '}
        <select
          className="choice"
          value={split.name}
          onChange={({ currentTarget: { value } }) => setChosen(value)}
        >
          {splits.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <Table
        key={split.name}
        caption={`Annual cost by ${split.name}`}
        columns={columnsFor(split, groups, analysis.currency)}
        rows={groups}
        keyOf={({ name }) => name ?? ''}
        first={8}
      />
    </Section>
  );
}

function sentenceOf(groups: readonly Group[], { name: field, many }: Split, baseline: number): string {
  const named = groups.filter(({ name }) => name !== null);
  const [first] = named;
  if (first === undefined) return `Unknown: no app names its ${field}.`;
  const without = groups.find(({ name }) => name === null);
  const gap = without === undefined ? '' : ` ${counted(without.apps, 'app names', 'apps name')} none.`;
  const spread = counted(named.length, field, many);
  if (first.costAnnual <= 0) return `${spread}, without a known cost.${gap}`;
  return `${first.name} carries ${share(first.costAnnual, baseline)} of the known cost; there are ${spread}.${gap}`;
}

function columnsFor(
  { name: field, none, leadsTo }: Split,
  groups: readonly Group[],
  currency: string,
): Column<Group>[] {
  const most = groups.reduce((max, { costAnnual }) => Math.max(max, costAnnual), 0);
  return [
    {
      key: 'name',
      header: field.replace(/^./, (letter) => letter.toUpperCase()),
      cell: ({ name }) => <GroupName name={name} none={none} leadsTo={leadsTo} />,
      file: ({ name }) => name ?? none,
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
      fact: ({ fact }) => fact,
    }),
  ];
}

interface GroupNameProps extends Pick<Split, 'none' | 'leadsTo'> {
  readonly name: string | null;
}

/** Leads to the apps behind the sum. */
function GroupName({ name, none, leadsTo }: GroupNameProps): ReactNode {
  if (name === null) return <span className="quiet">{none}</span>;
  if (leadsTo === undefined) return name;
  return (
    <Link className="app-link" href={leadsTo(name)}>
      {name}
    </Link>
  );
}
