import type { MonthSpend } from '../../../skill/analysis/analyze.ts';
import type { Column } from '../../parts/table.ts';
import { moneyColumn } from '../figure-columns.tsx';
import { monthName } from './words.ts';

export function monthColumns(currency: string): Column<MonthSpend>[] {
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
