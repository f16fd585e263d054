import type { ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { formatCount, formatCounted } from '../../parts/text.ts';
import { Section } from '../../parts/layout.ts';
import { Table, type Column } from '../../parts/table.ts';
import { countColumn, moneyColumn } from '../figure-columns.tsx';
import { costColumn } from './cost-column.tsx';
import { appNameColumn } from './name-column.tsx';
import { Provenance } from '../completeness-badge.tsx';
import { useResults } from '../page-context.ts';

type App = Analysis['apps'][number];

/** Apps with more than 100 users: where a decision touches many people. */
export function CrowdedApps(): ReactNode {
  const results = useResults();
  const { shown: analysis, answers } = results;
  const { items, unknown } = answers.usersOver100;
  return (
    <Section
      title="Apps with more than 100 users"
      sentence={sentenceOf(items.length, unknown, analysis)}
      provenance={<Provenance sources={['apps']} />}
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
  const gap = unknown === 0 ? '' : ` For ${formatCounted(unknown, 'app')} the number of users is unknown.`;
  const start = found === 0 ? 'No app has' : found === 1 ? '1 app has' : `${formatCount(found)} apps have`;
  return `${start} more than 100 active users.${gap}`;
}

function columnsFor(currency: string): Column<App>[] {
  return [
    appNameColumn,
    countColumn({
      key: 'users',
      header: 'Active users',
      of: ({ activeUsers }) => activeUsers,
      unknown: 'Torii states no number.',
      fact: ({ id }) => `app/${id}/activeUsers`,
    }),
    costColumn(currency, { secondary: true }),
    moneyColumn(currency, {
      key: 'each',
      header: `Per active user, ${currency}`,
      lead: 'per user',
      secondary: true,
      of: ({ costPerActiveUser }) => costPerActiveUser,
      unknown: 'Cost or users are unknown.',
      fact: ({ id }) => `app/${id}/costPerActiveUser`,
    }),
  ];
}
