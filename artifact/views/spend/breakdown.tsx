import { useMemo, useState, type ReactNode } from 'react';
import { PartBar } from '../../parts/charts.ts';
import { formatCounted, formatShare, sentenceCase } from '../../parts/text.ts';
import { Link } from '../../parts/controls.ts';
import { Section } from '../../parts/layout.ts';
import { Table, type Column } from '../../parts/table.ts';
import { countColumn, moneyColumn } from '../figure-columns.tsx';
import { Provenance } from '../completeness-badge.tsx';
import { splitsOf, type AddressedGroup, type Split } from './splits.ts';
import { useResults } from '../page-context.ts';

/** The annual baseline by category, vendor, owner or Organizational View. */
export function Breakdown(): ReactNode {
  const results = useResults();
  const splits = useMemo(() => splitsOf(results), [results]);
  const [chosen, setChosen] = useState('category');
  const { shown: analysis } = results;
  const split = splits.find(({ name }) => name === chosen) ?? splits[0];
  const groups = useMemo(() => split?.groups(analysis) ?? [], [analysis, split]);
  if (split === undefined) return null;
  return (
    <Section
      title={`Cost by ${split.name}`}
      sentence={sentenceOf(groups, split, analysis.totals.baselineAnnual)}
      provenance={<Provenance sources={['apps', 'contracts']} />}
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
        keyOf={({ address }) => address}
        first={8}
      />
    </Section>
  );
}

function sentenceOf(
  groups: readonly AddressedGroup[],
  { name: field, many }: Split,
  baseline: number,
): string {
  const named = groups.filter(({ value }) => value !== null);
  const [first] = named;
  if (groups.length === 0)
    return `Not read: which ${field} uses which app. “Read who uses what” under Data reads it.`;
  if (first === undefined) return `Unknown: no app names its ${field}.`;
  const without = groups.find(({ value }) => value === null);
  const gap = without === undefined ? '' : ` ${formatCounted(without.apps, 'app names', 'apps name')} none.`;
  const spread = formatCounted(named.length, field, many);
  const cost = first.costAnnual ?? 0;
  if (cost <= 0) return `${spread}, without a known cost.${gap}`;
  return `${first.value} carries ${formatShare(cost, baseline)} of the known cost; there are ${spread}.${gap}`;
}

function columnsFor(
  { name: field, none, leadsTo, costField }: Split,
  groups: readonly AddressedGroup[],
  currency: string,
): Column<AddressedGroup>[] {
  const isSlice = groups.some(({ partAnnual }) => partAnnual !== undefined);
  const most = groups.reduce((max, { costAnnual }) => Math.max(max, costAnnual ?? 0), 0);
  return [
    {
      key: 'name',
      header: sentenceCase(field),
      cell: ({ value }) => <GroupName name={value} none={none} leadsTo={leadsTo} />,
      file: ({ value }) => value ?? none,
      order: ({ value }) => value,
    },
    countColumn({
      key: 'apps',
      header: 'Apps',
      lead: 'apps',
      secondary: true,
      of: ({ apps }) => apps,
      fact: ({ address }) => `${address}/apps`,
    }),
    countColumn({
      key: 'unpriced',
      header: 'Cost unknown',
      lead: 'cost unknown',
      secondary: true,
      of: ({ unpricedApps }) => unpricedApps || null,
      fact: ({ address }) => `${address}/unpricedApps`,
    }),
    {
      key: 'bar',
      header: 'Share of the largest',
      meter: true,
      cell: ({ costAnnual, partAnnual = costAnnual }) => (
        <PartBar part={partAnnual ?? 0} whole={costAnnual ?? 0} max={most} />
      ),
    },
    ...(isSlice
      ? [
          moneyColumn<AddressedGroup>(currency, {
            key: 'part',
            header: `Its part, ${currency} a year`,
            of: ({ partAnnual = null }) => partAnnual,
            unknown: 'No app of this group has a known cost.',
          }),
        ]
      : []),
    moneyColumn(currency, {
      key: 'cost',
      header: isSlice ? `Whole apps, ${currency} a year` : `Cost, ${currency} a year`,
      of: ({ costAnnual }) => costAnnual,
      complete: ({ costComplete }) => costComplete,
      unknown: 'No app of this group has a known cost.',
      fact: ({ address }) => `${address}/${costField}`,
    }),
  ];
}

interface GroupNameProps extends Pick<Split, 'none' | 'leadsTo'> {
  readonly name: string | null;
}

/** Leads to the apps behind the sum. */
function GroupName({ name, none, leadsTo }: GroupNameProps): ReactNode {
  const said = name ?? <span className="quiet">{none}</span>;
  if (leadsTo === undefined) return said;
  return (
    <Link className="app-link" href={leadsTo(name)}>
      {said}
    </Link>
  );
}
