/** The overview as it is usually built: recharts for the bars, TanStack Table for the list, 50 rows a page. */
import {
  columnFilteringFeature,
  createColumnHelper,
  createFilteredRowModel,
  createPaginatedRowModel,
  createSortedRowModel,
  filterFns,
  globalFilteringFeature,
  rowPaginationFeature,
  rowSortingFeature,
  sortFns,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { Bar, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts';
import { ranked, rowsOf, type AppRow } from './app-row.ts';
import { KeyFigures, moneyText } from './key-figures.tsx';

const features = tableFeatures({
  columnFilteringFeature,
  globalFilteringFeature,
  rowSortingFeature,
  rowPaginationFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
  paginatedRowModel: createPaginatedRowModel(),
  filterFns,
  sortFns,
});

const helper = createColumnHelper<typeof features, AppRow>();
const columns = helper.columns([
  helper.accessor('name', { header: 'App' }),
  helper.accessor('vendor', { header: 'Vendor' }),
  helper.accessor('category', { header: 'Category' }),
  helper.accessor('state', { header: 'State' }),
  helper.accessor('users', { header: 'Users' }),
  helper.accessor('cost', { header: 'Cost', cell: ({ getValue }) => moneyText(getValue()) }),
]);

function Pareto({ rows }: { rows: readonly AppRow[] }): ReactNode {
  const data = useMemo(() => ranked(rows, 20), [rows]);
  return (
    <ComposedChart width={800} height={260} data={data}>
      <CartesianGrid vertical={false} />
      <XAxis dataKey="name" />
      <YAxis yAxisId="cost" />
      <YAxis yAxisId="share" orientation="right" domain={[0, 1]} />
      <Tooltip />
      <Bar yAxisId="cost" dataKey="cost" isAnimationActive={false} />
      <Line yAxisId="share" dataKey="cumulated" isAnimationActive={false} />
    </ComposedChart>
  );
}

function Apps({ rows }: { rows: AppRow[] }): ReactNode {
  const [words, setWords] = useState('');
  const table = useTable({
    features,
    columns,
    data: rows,
    state: { globalFilter: words },
    globalFilterFn: 'includesString',
    initialState: {
      pagination: { pageIndex: 0, pageSize: 50 },
      sorting: [{ id: 'cost', desc: true }],
    },
  });
  return (
    <>
      {/* oxlint-disable jsx-a11y/control-has-associated-label -- the texts of cells come from the table itself */}
      <input type="search" value={words} onChange={(event) => setWords(event.currentTarget.value)} />
      <p>{`${table.getFilteredRowModel().rows.length} of ${rows.length} apps`}</p>
      <table>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => (
                <th key={header.id} onClick={header.column.getToggleSortingHandler()}>
                  <table.FlexRender header={header} />
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {row.getAllCells().map((cell) => (
                <td key={cell.id}>
                  <table.FlexRender cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

globalThis.show = ({ apps }) => {
  const rows = rowsOf(apps);
  createRoot(document.body).render(
    <>
      <KeyFigures rows={rows} />
      <Pareto rows={rows} />
      <Apps rows={rows} />
    </>,
  );
};
