import { useState, type ReactNode } from 'react';
import { useOffer } from '../../exports/offer.ts';
import { count, counted } from '../../parts/count.ts';
import { compactMoney } from '../../parts/money.ts';
import { Section } from '../../parts/section.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { Tag } from '../../parts/tag.tsx';
import { amountCell, countColumn } from '../figure-columns.tsx';
import { Provenance } from '../standing.tsx';
import type { ViewProps } from '../view-props.ts';
import { costColumn } from './cost-column.tsx';
import { nameColumn } from './name-column.tsx';
import { knownCost, overlapGroups, type OverlapGroup } from './overlap-groups.ts';
import { SurvivorTable } from './survivor-table.tsx';

type App = OverlapGroup['apps'][number];

const FIRST = 6;

/** Apps that may do the same work: by category, and confirmed where the same people hold them. */
export function Overlap({ state, picture }: ViewProps): ReactNode {
  const { analysis } = picture;
  const groups = overlapGroups(analysis);
  const [shown, setShown] = useState(FIRST);
  useOffer(() => [sheetOf(groups, analysis.currency)]);
  return (
    <Section
      title="Overlap"
      sentence={sentenceOf(groups)}
      provenance={<Provenance state={state} sources={['apps']} />}
    >
      {groups.slice(0, shown).map((group) => (
        <Group key={group.id} group={group} state={state} picture={picture} />
      ))}
      {groups.length > shown && (
        <p className="more">
          <button type="button" className="button button-quiet" onClick={() => setShown(groups.length)}>
            Show {counted(groups.length - shown, 'more group')}
          </button>
        </p>
      )}
    </Section>
  );
}

function sentenceOf(groups: readonly OverlapGroup[]): string {
  if (groups.length === 0) return 'No two paid apps share a category, so none is suspected to overlap.';
  const confirmed = groups.filter((group) => group.confirmed).length;
  const start = counted(groups.length, 'group of paid apps shares', 'groups of paid apps share');
  if (confirmed === 0) {
    return `${start} a category. None is confirmed: who uses these apps has not been read. A shared category alone is no saving.`;
  }
  return `${start} a category or people; ${confirmed === 1 ? '1 is' : `${count(confirmed)} are`} confirmed by shared users. Without that, a shared category is no saving.`;
}

function Group({ group, ...view }: ViewProps & { readonly group: OverlapGroup }): ReactNode {
  const { category, apps, confirmed, amount } = group;
  const { currency } = view.picture.analysis;
  const [compared, setCompared] = useState(false);
  const beside =
    amount === null ? '' : `; beside the one with most people, ${compactMoney(amount, currency)}`;
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
        {counted(apps.length, 'app')} for {compactMoney(knownCost(apps), currency)} a year{beside}.
      </p>
      <Table
        caption={`Apps in ${category}`}
        columns={columnsFor(currency)}
        rows={apps}
        keyOf={({ id }) => id}
        first={5}
        offered={false}
      />
      {compared ? (
        <SurvivorTable group={apps} {...view} />
      ) : (
        <p className="more">
          <button type="button" className="button button-quiet" onClick={() => setCompared(true)}>
            Compare which to keep
          </button>
        </p>
      )}
    </div>
  );
}

function columnsFor(currency: string): Column<App>[] {
  return [
    nameColumn,
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
        amountCell(costAnnual, currency),
      ]),
    ),
    notes: ['A shared category alone is no saving.'],
  };
}
