import type { Analysis } from '../../../skill/analysis/contract.ts';
import type { Column } from '../../parts/table.ts';
import { AppLink } from '../app/app-link.tsx';

/** The first column of every table of apps: the name, which opens the app. */
export const appNameColumn: Column<Pick<Analysis['apps'][number], 'id' | 'name'>> = {
  key: 'name',
  header: 'App',
  cell: ({ id, name }) => <AppLink id={id}>{name}</AppLink>,
  order: ({ name }) => name,
};
