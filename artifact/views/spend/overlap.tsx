import { useState, type ReactNode } from 'react';
import { Table, type Column, useSheets } from '../../parts/table.ts';
import { formatCompactMoney, formatCount, formatCounted } from '../../parts/text.ts';
import { Section, Tag } from '../../parts/layout.ts';
import { moneyCell, countColumn } from '../figure-columns.tsx';
import { Provenance } from '../completeness-badge.tsx';
import { costColumn } from './cost-column.tsx';
import { appNameColumn } from './name-column.tsx';
import { knownCost, overlapGroups, type OverlapGroup } from './overlap-groups.ts';
import { ContainmentMatrix } from './containment-matrix.tsx';
import { ReadUsers } from './read-users.tsx';
import { SurvivorTable } from './survivor-table.tsx';
import { useResults } from '../page-context.ts';

type App = OverlapGroup['apps'][number];

const FIRST = 6;

/** Apps that may do the same work: by category, and confirmed where the same people hold them. */
export function Overlap(): ReactNode {
  const results = useResults();
  const { shown: analysis } = results;
  const groups = overlapGroups(analysis);
  const [shown, setShown] = useState(FIRST);
  useSheets(() => [sheetOf(groups, analysis.currency)]);
  return (
    <Section title="Overlap" sentence={sentenceOf(groups)} provenance={<Provenance sources={['apps']} />}>
      {groups.slice(0, shown).map((group) => (
        <Group key={group.id} group={group} />
      ))}
      {groups.length > shown && (
        <p className="more">
          <button type="button" className="button button-quiet" onClick={() => setShown(groups.length)}>
            Show {formatCounted(groups.length - shown, 'more group')}
          </button>
        </p>
      )}
    </Section>
  );
}

function sentenceOf(groups: readonly OverlapGroup[]): string {
  if (groups.length === 0) return 'No two paid apps share a category, so none is suspected to overlap.';
  const confirmed = groups.filter((group) => group.confirmed).length;
  const start = formatCounted(groups.length, 'group of paid apps shares', 'groups of paid apps share');
  if (confirmed === 0) {
    return `${start} a category. None is confirmed: who uses these apps has not been read. A shared category alone is no saving.`;
  }
  return `${start} a category or people; ${confirmed === 1 ? '1 is' : `${formatCount(confirmed)} are`} confirmed by shared users. Without that, a shared category is no saving.`;
}

function Group({ group }: { readonly group: OverlapGroup }): ReactNode {
  const results = useResults();
  const { category, apps, confirmed, amount } = group;
  const { currency } = results.shown;
  const beside =
    amount === null ? '' : `; beside the one with most people, ${formatCompactMoney(amount, currency)}`;
  return (
    <div className="group">
      <div className="section-head">
        <h3>{category}</h3>
        {confirmed ? (
          <Tag tone="good">confirmed by shared users</Tag>
        ) : (
          <Tag tone="neutral">not confirmed</Tag>
        )}
      </div>
      <p>
        {formatCounted(apps.length, 'app')} for {formatCompactMoney(knownCost(apps), currency)} a year{beside}
        .
      </p>
      <Table
        caption={`Apps in ${category}`}
        columns={columnsFor(currency)}
        rows={apps}
        keyOf={({ id }) => id}
        first={5}
        offered={false}
      />
      <ReadUsers apps={apps} />
      <ContainmentMatrix apps={apps} />
      <Survivors group={apps} />
    </div>
  );
}

/** Made on request: a row for each app that could stay. */
function Survivors({ group }: { readonly group: OverlapGroup['apps'] }): ReactNode {
  const [compared, setCompared] = useState(false);
  if (compared) return <SurvivorTable group={group} />;
  return (
    <p className="more">
      <button type="button" className="button button-quiet" onClick={() => setCompared(true)}>
        Compare which to keep
      </button>
    </p>
  );
}

function columnsFor(currency: string): Column<App>[] {
  return [
    appNameColumn,
    countColumn({
      key: 'users',
      header: 'Active users',
      lead: 'users',
      secondary: true,
      width: '20%',
      of: ({ activeUsers }) => activeUsers,
      unknown: 'Torii states no number of users.',
      fact: ({ id }) => `app/${id}/activeUsers`,
    }),
    costColumn(currency, { width: '24%' }),
  ];
}

function sheetOf(groups: readonly OverlapGroup[], currency: string) {
  return {
    title: 'Overlap',
    header: ['Category', 'Confirmed by shared users', 'App', 'Active users', `Cost, ${currency} a year`],
    rows: groups.flatMap(({ category, confirmed, apps }) =>
      apps.map(({ name, activeUsers, costAnnual }) => [
        category,
        confirmed ? 'yes' : 'not confirmed',
        name,
        activeUsers,
        moneyCell(costAnnual, currency),
      ]),
    ),
    notes: ['A shared category alone is no saving.'],
  };
}
