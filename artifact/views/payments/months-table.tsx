import type { ReactNode } from 'react';
import type { MonthSpend } from '../../../skill/analysis/analyze.ts';
import { Table, type Column } from '../../parts/table.ts';
import { moneyColumn } from '../figure-columns.tsx';
import { useResults } from '../page-context.ts';
import { monthName } from './words.ts';

interface MonthsTableProps {
  readonly caption: string;
  readonly months: readonly MonthSpend[];
}

export function MonthsTable({ caption, months }: MonthsTableProps): ReactNode {
  const { currency } = useResults().shown;
  return (
    <details className="as-tables">
      <summary>The months as a table</summary>
      <Table
        caption={caption}
        columns={columnsFor(currency)}
        rows={months}
        keyOf={({ month }) => month}
        first={12}
      />
    </details>
  );
}

function columnsFor(currency: string): Column<MonthSpend>[] {
  return [
    { key: 'month', header: 'Month', cell: monthName, order: ({ month }) => month },
    moneyColumn(currency, {
      key: 'paid',
      header: `Paid, ${currency}`,
      of: ({ net }) => net,
      unknown: 'It is before the first payment that Torii lists.',
    }),
  ];
}
