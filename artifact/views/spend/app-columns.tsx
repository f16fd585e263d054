import type { Analysis } from '../../../skill/analysis/contract.ts';
import type { Sheet } from '../../../skill/report/sheet.ts';
import { count } from '../../parts/count.ts';
import type { Column } from '../../parts/table.tsx';
import { Unknown } from '../../parts/unknown.tsx';
import { Amount } from '../amount.tsx';
import { nameColumn } from './name-column.tsx';
import { idleIn } from '../seats.ts';
import { amountCell } from './amounts.ts';

type App = Analysis['apps'][number];

/** @param findings of each app that has any */
export function appColumns(currency: string, findings: ReadonlyMap<number, number>): Column<App>[] {
  return [
    nameColumn,
    {
      key: 'category',
      header: 'Category',
      lead: '',
      secondary: true,
      width: '17%',
      cell: ({ category }) => category ?? <span className="quiet">no category</span>,
      order: ({ category }) => category,
    },
    {
      key: 'state',
      header: 'State',
      wide: true,
      width: '13%',
      cell: ({ stateClass }) => stateClass,
      order: ({ stateClass }) => stateClass,
    },
    {
      key: 'users',
      header: 'Active users',
      lead: 'users',
      numeric: true,
      secondary: true,
      width: '10%',
      cell: ({ activeUsers }) => countOr(activeUsers, 'Torii states no number of users.'),
      order: ({ activeUsers }) => activeUsers,
    },
    {
      key: 'spend',
      header: `12-month spend, ${currency}`,
      numeric: true,
      wide: true,
      width: '11%',
      cell: ({ expenses12m }) => (
        <Amount minor={expenses12m} currency={currency} unknown="Torii reports no spend for this app." />
      ),
      order: ({ expenses12m }) => expenses12m,
    },
    {
      key: 'cost',
      header: `Cost, ${currency} a year`,
      numeric: true,
      width: '10%',
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
      key: 'idle',
      header: 'Idle licences',
      numeric: true,
      wide: true,
      width: '10%',
      cell: (app) => countOr(idleOf(app), 'Torii shows no licence counts for this app.'),
      order: idleOf,
    },
    {
      key: 'findings',
      header: 'Findings',
      numeric: true,
      wide: true,
      width: '8%',
      cell: ({ id }) => findings.get(id) ?? 0,
      order: ({ id }) => findings.get(id) ?? 0,
    },
  ];
}

function idleOf({ seats }: App): number | null {
  return seats && idleIn(seats);
}

function countOr(value: number | null, reason: string) {
  return value === null ? <Unknown reason={reason} /> : count(value);
}

/** The listed apps as they leave, in the order of the screen. */
export function appSheet(
  apps: readonly App[],
  currency: string,
  findings: ReadonlyMap<number, number>,
  notes: readonly string[],
): Sheet {
  return {
    title: 'Apps',
    header: [
      'App',
      'Category',
      'Vendor',
      'State',
      'Active users',
      `12-month spend, ${currency}`,
      `Cost, ${currency} a year`,
      'Cost rests on',
      'Idle licences',
      'Findings',
      'Last used',
    ],
    rows: apps.map((app) => [
      app.name,
      app.category,
      app.vendor,
      app.stateClass,
      app.activeUsers,
      amountCell(app.expenses12m, currency),
      amountCell(app.costAnnual, currency),
      app.costBasis,
      idleOf(app),
      findings.get(app.id) ?? 0,
      app.lastUsedAt,
    ]),
    notes,
  };
}
