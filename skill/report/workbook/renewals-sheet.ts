import type { Analysis, Minor, Renewal } from '../../analysis/contract.ts';
import { dayOf } from '../../analysis/units.ts';
import { amountCell, countCell, dateCell, formulaCell, textCell, truthCell } from './cell.ts';
import { letterOf, rangesIn, renewalColumns, summaryDate } from './layout.ts';
import { recordSheet, type SheetColumn, type WorkbookSheet } from './sheet.ts';

type Key = (typeof renewalColumns)[number];
type Row = Renewal<Minor>;

/** Every contract. Its value is one of several views of an app's cost, so its total is not the baseline. */
export function renewalsSheet(analysis: Analysis): WorkbookSheet {
  return recordSheet<Row, Key>({
    name: 'Renewals',
    columns: { ...recordColumns, ...reckonedColumns(analysis) },
    order: renewalColumns,
    rows: analysis.renewals,
    note: 'Not ended',
  });
}

const recordColumns = {
  contractId: { header: 'Contract id', width: 11, cell: ({ contractId }) => countCell(contractId) },
  name: { header: 'Contract', width: 32, cell: ({ name }) => textCell(name) },
  app: { header: 'App', width: 26, cell: ({ appName }) => textCell(appName) },
  status: { header: 'Status', width: 14, cell: ({ status }) => textCell(status) },
  termStart: { header: 'Term start', width: 12, cell: ({ termStart }) => dateCell(termStart) },
  termEnd: { header: 'Term end', width: 12, cell: ({ termEnd }) => dateCell(termEnd) },
  noticeDays: { header: 'Notice days', width: 11, cell: ({ noticeDays }) => countCell(noticeDays) },
  noticeAssumed: { header: 'Notice assumed', width: 11, cell: (row) => truthCell(row.noticeAssumed) },
  deadline: { header: 'Notice deadline', width: 14, cell: ({ deadline }) => dateCell(deadline) },
  autoRenew: { header: 'Renews by itself', width: 14, cell: ({ autoRenew }) => truthCell(autoRenew) },
  renewalTermMonths: {
    header: 'Renewal term, months',
    width: 13,
    cell: ({ renewalTermMonths }) => countCell(renewalTermMonths),
  },
  bucket: { header: 'Days to deadline', width: 14, cell: ({ bucket }) => textCell(bucket) },
  earliestExit: { header: 'Earliest exit', width: 12, cell: ({ earliestExit }) => dateCell(earliestExit) },
  flags: { header: 'Flags', width: 50, cell: ({ flags }) => textCell(flags.join('; ')) },
} satisfies Partial<Record<Key, SheetColumn<Row>>>;

function reckonedColumns({ asOf, currency, renewals }: Analysis) {
  const range = rangesIn('Renewals', renewalColumns, renewals.length);
  const value = renewals.reduce(
    (sum, { bucket, annualValue }) => sum + (bucket === 'ended' ? 0 : (annualValue ?? 0)),
    0,
  );
  return {
    daysLeft: {
      header: 'Days left',
      width: 10,
      cell: ({ deadline }, at) =>
        formulaCell(
          `IF(${deadlineAt(at)}="","",${deadlineAt(at)}-${summaryDate('asOf')})`,
          countCell(deadline === null ? null : dayOf(deadline) - dayOf(asOf)),
        ),
    },
    annualValue: {
      header: `Annual value, ${currency}`,
      width: 18,
      cell: ({ annualValue }) => amountCell(annualValue, currency),
      total: formulaCell(
        `SUMIFS(${range('annualValue')},${range('bucket')},"<>ended")`,
        amountCell(value, currency),
      ),
    },
  } satisfies Partial<Record<Key, SheetColumn<Row>>>;
}

function deadlineAt(at: number): string {
  return `${letterOf(renewalColumns.indexOf('deadline'))}${at}`;
}
