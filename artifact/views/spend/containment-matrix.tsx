import { useMemo, type ReactNode } from 'react';
import { HeatGrid, type HeatCell } from '../../parts/charts.ts';
import { Table, type Column } from '../../parts/table.ts';
import { formatCount, formatCounted, formatShare, sentenceCase } from '../../parts/text.ts';
import { AppLink } from '../app/app-link.tsx';
import { containmentOf, peopleOf } from './containment.ts';
import type { OverlapGroup } from './overlap-groups.ts';
import { useResults } from '../page-context.ts';
import { useAddresses } from '../use-addresses.ts';

/** Apps whose columns fit beside each other in a pane. */
const MOST = 6;

/** Of the people of each app, how many hold each of the others; only for apps whose users were read. */
export function ContainmentMatrix({ apps }: Pick<OverlapGroup, 'apps'>): ReactNode {
  const { shown: analysis, portfolio } = useResults();
  const { smallGroup } = analysis.inputs.config.thresholds;
  const known = useMemo(
    () =>
      apps.flatMap((app) => {
        const users = portfolio.appUsers.get(app.id);
        return users === undefined ? [] : [{ app, people: peopleOf(users) }];
      }),
    [apps, portfolio],
  );
  const addresses = useAddresses();
  const listed = known.slice(0, MOST);
  if (listed.length < 2) return null;
  return (
    <div className="matrix-box">
      <HeatGrid
        label="People of the app in the row who hold the app in the column too"
        columns={listed.map(({ app }) => app.name)}
        rows={listed.map((row) => ({
          key: row.app.id,
          name: row.app.name,
          cells: listed.map((column) => ({
            ...cellOf(row, column, smallGroup),
            href: addresses.app(column.app.id),
          })),
        }))}
      />
      <p className="provenance">
        Of the people of the app in the row, how many hold the app in the column too: the deeper, the more.
      </p>
      <SharesTable listed={listed} smallGroup={smallGroup} />
    </div>
  );
}

interface SharesTableProps {
  readonly listed: readonly Held[];
  readonly smallGroup: number;
}

function SharesTable({ listed, smallGroup }: SharesTableProps): ReactNode {
  return (
    <details className="as-tables">
      <summary>The shares as a table</summary>
      <Table
        caption="People of one app who hold another too"
        columns={columnsFor(listed, smallGroup)}
        rows={listed}
        keyOf={({ app }) => app.id}
        offered={false}
      />
    </details>
  );
}

interface Held {
  readonly app: OverlapGroup['apps'][number];
  readonly people: ReadonlySet<number>;
}

function columnsFor(listed: readonly Held[], smallGroup: number): Column<Held>[] {
  return [
    { key: 'name', header: 'People of', cell: ({ app }) => <AppLink id={app.id}>{app.name}</AppLink> },
    ...listed.map((column): Column<Held> => ({
      key: String(column.app.id),
      header: column.app.name,
      lead: column.app.name,
      secondary: true,
      numeric: true,
      cell: (row) => cellOf(row, column, smallGroup).text,
    })),
  ];
}

/** A few people would be people with names; they are not counted out. */
function cellOf(row: Held, column: Held, smallGroup: number): Omit<HeatCell, 'href'> {
  const { shared, of } = containmentOf(row.people, column.people);
  if (row === column)
    return {
      heat: 'quiet',
      share: 0,
      text: formatCount(of),
      words: `${formatCounted(of, 'person has', 'people have')} ${row.app.name}`,
    };
  const whose = `of the people of ${row.app.name} who hold ${column.app.name} too`;
  if (of === 0) return { heat: 'quiet', share: 0, text: '–', words: `Nobody has ${row.app.name}` };
  const rest = of - shared;
  const isTelling = (shared > 0 && shared < smallGroup) || (rest > 0 && rest < smallGroup);
  const share = shared / of;
  if (!isTelling)
    return {
      heat: 'actual',
      share,
      text: formatShare(shared, of),
      words: `${formatShare(shared, of)} ${whose}: ${formatCount(shared)} of ${formatCount(of)}`,
    };
  const text = shared < rest ? 'few' : 'most';
  return {
    heat: 'actual',
    share: shared < rest ? 0.1 : 0.9,
    text,
    words: `${sentenceCase(text)} ${whose}: fewer than ${smallGroup} people either do or do not`,
  };
}
