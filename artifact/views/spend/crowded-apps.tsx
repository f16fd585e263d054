import type { ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { count, counted } from '../../parts/count.ts';
import { Section } from '../../parts/section.tsx';
import { Table, type Column } from '../../parts/table.tsx';
import { Unknown } from '../../parts/unknown.tsx';
import { Amount } from '../amount.tsx';
import { nameColumn } from './name-column.tsx';
import { Provenance } from '../standing.tsx';
import type { ViewProps } from '../view-props.ts';

type App = Analysis['apps'][number];

/** Apps with more than 100 users: where a decision touches many people. */
export function CrowdedApps({ state, picture }: ViewProps): ReactNode {
  const { analysis, answers } = picture;
  const { items, unknown } = answers.usersOver100;
  return (
    <Section
      title="Apps with more than 100 users"
      sentence={sentenceOf(items.length, unknown, analysis)}
      provenance={<Provenance state={state} sources={['apps']} />}
    >
      {items.length > 0 && (
        <Table
          caption="Apps with more than 100 users"
          columns={columnsFor(analysis.currency)}
          rows={items}
          keyOf={({ id }) => id}
        />
      )}
    </Section>
  );
}

function sentenceOf(found: number, unknown: number, { apps }: Analysis): string {
  if (unknown === apps.length) return 'Unknown: no app states its number of active users.';
  const gap = unknown === 0 ? '' : ` For ${counted(unknown, 'app')} the number of users is unknown.`;
  const start = found === 0 ? 'No app has' : found === 1 ? '1 app has' : `${count(found)} apps have`;
  return `${start} more than 100 active users.${gap}`;
}

function columnsFor(currency: string): Column<App>[] {
  return [
    nameColumn,
    {
      key: 'users',
      header: 'Active users',
      numeric: true,
      cell: ({ activeUsers }) =>
        activeUsers === null ? <Unknown reason="Torii states no number." /> : count(activeUsers),
      order: ({ activeUsers }) => activeUsers,
    },
    {
      key: 'cost',
      header: `Cost, ${currency} a year`,
      lead: 'cost',
      numeric: true,
      secondary: true,
      cell: ({ costAnnual }) => (
        <Amount
          minor={costAnnual}
          currency={currency}
          unknown="Neither contract, licences nor spend is known."
        />
      ),
      order: ({ costAnnual }) => costAnnual,
    },
    {
      key: 'each',
      header: `Per active user, ${currency}`,
      lead: 'per user',
      numeric: true,
      secondary: true,
      cell: ({ costPerActiveUser }) => (
        <Amount minor={costPerActiveUser} currency={currency} unknown="Cost or users are unknown." />
      ),
      order: ({ costPerActiveUser }) => costPerActiveUser,
    },
  ];
}
