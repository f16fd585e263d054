import { findingFields, type Analysis, type Finding, type Minor } from '../../analysis/contract.ts';
import { textCell } from './cell.ts';
import { fieldColumns } from './field-columns.ts';
import { findingColumns } from './layout.ts';
import { recordSheet, type WorkbookSheet } from './sheet.ts';

type Row = Finding<Minor>;

/** Every finding, without totals: standalone amounts touch the same money and are never added up. */
export function findingsSheet({ currency, apps, findings }: Analysis): WorkbookSheet {
  const own = fieldColumns(findingFields, currency);
  const names = new Map(apps.map(({ id, name }) => [id, name]));
  return recordSheet<Row, (typeof findingColumns)[number]>({
    name: 'Findings',
    columns: {
      ...own,
      id: { ...own.id, header: 'Finding' },
      app: { header: 'App', width: 26, cell: ({ appId }) => textCell(names.get(appId ?? -1) ?? null) },
      amount: { ...own.amount, header: `Touches, ${currency} a year` },
      low: { ...own.low, header: 'At least' },
      high: { ...own.high, header: 'At most' },
      action: { ...own.action, header: 'Consider' },
      decision: { ...own.decision, header: 'Decided' },
    },
    order: findingColumns,
    rows: findings,
    note: 'Each amount is separate: they may touch the same money and are never added up.',
  });
}
