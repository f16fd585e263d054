import type { Analysis } from '../../../skill/analysis/contract.ts';
import type { Column, FileColumn } from '../../parts/table.ts';
import { FigureLink } from '../figure.tsx';
import { countColumn, moneyColumn } from '../figure-columns.tsx';
import { idleIn } from '../seats.ts';
import { costColumn, partColumn } from './cost-column.tsx';
import { appNameColumn } from './name-column.tsx';

type App = Analysis['apps'][number];

/**
 * @param findings of each app that has any
 * @param isOfAi with the rule by which each is an AI tool
 * @param isSlice with what of each cost is the slice's own
 */
export function columnsOfApps(
  currency: string,
  findings: ReadonlyMap<number, number>,
  isOfAi: boolean,
  isSlice = false,
): Column<App>[] {
  return [
    appNameColumn,
    isOfAi ? aiColumn : categoryColumn,
    {
      key: 'state',
      header: 'State',
      wide: true,
      width: '13%',
      cell: ({ stateClass }) => stateClass,
      order: ({ stateClass }) => stateClass,
    },
    countColumn({
      key: 'users',
      header: 'Active users',
      lead: 'users',
      secondary: true,
      width: '10%',
      of: ({ activeUsers }) => activeUsers,
      unknown: 'Torii states no number of users.',
      fact: ({ id }) => `app/${id}/activeUsers`,
    }),
    moneyColumn(currency, {
      key: 'spend',
      header: `12-month spend, ${currency}`,
      wide: true,
      width: '11%',
      of: ({ expenses12m }) => expenses12m,
      unknown: 'Torii reports no spend for this app.',
      fact: ({ id }) => `app/${id}/expenses12m`,
    }),
    ...(isSlice ? [partColumn(currency, { width: '10%' })] : []),
    isSlice
      ? costColumn(currency, {
          width: '10%',
          header: `Whole app, ${currency} a year`,
          lead: 'whole app',
          secondary: true,
        })
      : costColumn(currency, { width: '10%' }),
    countColumn({
      key: 'idle',
      header: 'Idle licenses',
      wide: true,
      width: '10%',
      of: ({ seats }) => seats && idleIn(seats),
      unknown: 'Torii shows no license counts for this app.',
      fact: ({ id }) => `app/${id}/seats/idle`,
    }),
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

/** What the screen has no room for. */
export const alsoOfApps: readonly FileColumn<App>[] = [
  { header: 'Vendor', file: ({ vendor }) => vendor },
  { header: 'AI tool by', file: ({ aiRule }) => aiRule },
  { header: 'Cost rests on', file: ({ costBasis }) => costBasis },
  { header: 'Last used', file: ({ lastUsedAt }) => lastUsedAt },
];

const categoryColumn: Column<App> = {
  key: 'category',
  header: 'Category',
  lead: '',
  secondary: true,
  width: '17%',
  cell: ({ category }) => category ?? <span className="quiet">no category</span>,
  order: ({ category }) => category,
};

/** The rule by which an app is an AI tool, with its lineage. */
const aiColumn: Column<App> = {
  key: 'ai',
  header: 'AI tool by',
  lead: 'by',
  secondary: true,
  width: '17%',
  cell: ({ id, aiRule }) => <FigureLink fact={`app/${id}/aiRule`}>{aiRule}</FigureLink>,
  order: ({ aiRule }) => aiRule,
};
