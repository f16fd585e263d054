import { renewalFields, type Analysis, type Minor, type Renewal } from '../../analysis/contract.ts';
import { dayOf } from '../../analysis/units.ts';
import { amountCell, countCell, formulaCell } from './cell.ts';
import { fieldColumns } from './field-columns.ts';
import { letterOf, rangesIn, renewalColumns, summaryDate } from './layout.ts';
import { recordSheet, type SheetColumn, type WorkbookSheet } from './sheet.ts';

type Key = (typeof renewalColumns)[number];
type Row = Renewal<Minor>;

/** Every contract. Its value is one of several views of an app's cost, so its total is not the baseline. */
export function renewalsSheet(analysis: Analysis): WorkbookSheet {
  const own = fieldColumns(renewalFields, analysis.currency);
  return recordSheet<Row, Key>({
    name: 'Renewals',
    columns: {
      ...own,
      name: { ...own.name, header: 'Contract', width: 32 },
      appName: { ...own.appName, header: 'App', width: 26 },
      daysLeft: daysLeft(analysis),
      annualValue: { ...own.annualValue, total: valueNotEnded(analysis) },
    },
    order: renewalColumns,
    rows: analysis.renewals,
    note: 'Not ended',
  });
}

function daysLeft({ asOf }: Analysis): SheetColumn<Row> {
  return {
    header: 'Days left',
    width: 10,
    cell: ({ deadline }, at) =>
      formulaCell(
        `IF(${deadlineAt(at)}="","",${deadlineAt(at)}-${summaryDate('asOf')})`,
        countCell(deadline === null ? null : dayOf(deadline) - dayOf(asOf)),
      ),
  };
}

function valueNotEnded({ currency, renewals }: Analysis) {
  const range = rangesIn('Renewals', renewalColumns, renewals.length);
  const value = renewals.reduce(
    (sum, { bucket, annualValue }) =>
      sum + (bucket === 'ended' || bucket === 'superseded' ? 0 : (annualValue ?? 0)),
    0,
  );
  return formulaCell(
    `SUMIFS(${range('annualValue')},${range('bucket')},"<>ended",${range('bucket')},"<>superseded")`,
    amountCell(value, currency),
  );
}

function deadlineAt(at: number): string {
  return `${letterOf(renewalColumns.indexOf('deadline'))}${at}`;
}
