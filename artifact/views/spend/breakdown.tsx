import { useMemo, useState, type ReactNode } from 'react';
import { PartBar } from '../../parts/charts.ts';
import { formatCounted, formatShare, sentenceCase } from '../../parts/text.ts';
import { Link } from '../../parts/controls.ts';
import { Section } from '../../parts/layout.ts';
import { Table, type Column } from '../../parts/table.ts';
import { countColumn, moneyColumn } from '../figure-columns.tsx';
import { Provenance } from '../completeness-badge.tsx';
import { splitsOf, type AddressedGroup, type Split } from './splits.ts';
import { ownerNamesIn } from '../owner-names.ts';
import { useResults } from '../page-context.ts';

/** The annual baseline by category, vendor, owner or Organizational View. */
export function Breakdown(): ReactNode {
  const results = useResults();
  const splits = useMemo(() => splitsOf(results), [results]);
  const [chosen, setChosen] = useState('category');
  const { shown: analysis } = results;
  const split = splits.find(({ name }) => name === chosen) ?? splits[0];
  const groups = useMemo(() => split?.groups(analysis) ?? [], [analysis, split]);
  const [names, setNames] = useState<ReadonlyMap<string, string> | null>(null);
  if (split === undefined) return null;
  return (
    <Section
      title={`Cost by ${split.name}`}
      sentence={sentenceOf(groups, split, analysis.totals.baselineAnnual)}
      provenance={<Provenance sources={['apps', 'contracts']} />}
    >
      <ChooseSplit splits={splits} split={split} onChoose={setChosen} />
      {split.name === 'owner' && (
        <OwnerNames
          names={names}
          onShow={() => setNames(ownerNamesIn(results))}
          onHide={() => setNames(null)}
        />
      )}
      <Table
        key={split.name}
        caption={`Annual cost by ${split.name}`}
        columns={columnsFor(split, groups, analysis.currency, split.name === 'owner' ? names : null)}
        rows={groups}
        keyOf={({ address }) => address}
        first={8}
      />
    </Section>
  );
}

interface ChooseSplitProps {
  readonly splits: readonly Split[];
  readonly split: Split;
  readonly onChoose: (name: string) => void;
}

function ChooseSplit({ splits, split, onChoose }: ChooseSplitProps): ReactNode {
  return (
    <label className="choose">
      By{' '}
      <select
        className="choice"
        value={split.name}
        onChange={({ currentTarget: { value } }) => onChoose(value)}
      >
        {splits.map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
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
  names: ReadonlyMap<string, string> | null,
): Column<AddressedGroup>[] {
  const isSlice = groups.some(({ partAnnual }) => partAnnual !== undefined);
  const most = groups.reduce((max, { costAnnual }) => Math.max(max, costAnnual ?? 0), 0);
  return [
    {
      key: 'name',
      header: sentenceCase(field),
      cell: ({ value }) => (
        <GroupName name={value} said={nameOf(value, names)} none={none} leadsTo={leadsTo} />
      ),
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

/** An owner is called "Owner 50073"; a file never carries more. */
function nameOf(value: string | null, names: ReadonlyMap<string, string> | null): string | null {
  return value === null ? null : (names?.get(value.replace(/^Owner /, '')) ?? value);
}

interface OwnerNamesProps {
  readonly names: ReadonlyMap<string, string> | null;
  readonly onShow: () => void;
  readonly onHide: () => void;
}

/** Names after a click: on this screen only. */
function OwnerNames({ names, onShow, onHide }: OwnerNamesProps): ReactNode {
  return (
    <p className="actions">
      <button type="button" className="button" onClick={names === null ? onShow : onHide}>
        {names === null ? 'Show names' : 'Hide names'}
      </button>
      <output className="quiet">
        {names !== null &&
          (names.size === 0 ? 'The records carry no names.' : 'On this screen only: no export carries them.')}
      </output>
    </p>
  );
}

interface GroupNameProps extends Pick<Split, 'none' | 'leadsTo'> {
  readonly name: string | null;
  /** As it is shown. */
  readonly said: string | null;
}

/** Leads to the apps behind the sum. */
function GroupName({ name, said, none, leadsTo }: GroupNameProps): ReactNode {
  const text = said ?? <span className="quiet">{none}</span>;
  if (leadsTo === undefined) return text;
  return (
    <Link className="app-link" href={leadsTo(name)}>
      {text}
    </Link>
  );
}
