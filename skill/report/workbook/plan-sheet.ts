import { ledgerRowFields, type Analysis, type LedgerRow, type Minor } from '../../analysis/contract.ts';
import { exponentOf } from '../../analysis/units.ts';
import {
  amountCell,
  countCell,
  dateCell,
  formulaCell,
  inputCell,
  priceCell,
  textCell,
  type WorkbookCell,
} from './cell.ts';
import type { ColumnName } from '../base/columns.ts';
import { fieldColumns } from './field-columns.ts';
import { appColumns, letterOf, planColumns, rangesIn, summaryDate } from './layout.ts';
import { recordSheet, type SheetColumn, type WorkbookSheet } from './sheet.ts';

type Key = (typeof planColumns)[number];
type Row = LedgerRow<Minor>;
type Column = SheetColumn<Row>;

type Own = Readonly<Record<ColumnName<typeof ledgerRowFields>, SheetColumn<object>>>;

/**
 * The ledger, one line a lever: seats and prices may be changed, and the saving of the line, the app and
 * the portfolio follow. Hard saving, avoidance and one-time cost stay apart; the net takes the one-time cost
 * off the hard saving and never touches avoidance.
 */
export function planSheet(analysis: Analysis): WorkbookSheet {
  const own = fieldColumns(ledgerRowFields, analysis.currency);
  const names = new Map(analysis.apps.map(({ id, name }) => [id, name]));
  return recordSheet<Row, Key>({
    name: 'Plan',
    columns: {
      ...own,
      id: { ...own.id, header: 'Line', width: 26 },
      app: { header: 'App', width: 28, cell: ({ appId }) => textCell(names.get(appId) ?? null) },
      findingIds: { ...own.findingIds, header: 'Findings' },
      assumptions: { ...own.assumptions, width: 70, cell: (row) => textCell(assumptionsOf(row)) },
      ...savingColumns(analysis, own),
      ...timeColumns(analysis, own),
    },
    order: planColumns,
    rows: analysis.ledger,
    note: 'Total',
  });
}

function assumptionsOf({ assumptions, supersededBy }: Row): string {
  return [...(supersededBy === null ? [] : [`Superseded by ${supersededBy}.`]), ...assumptions].join(' ');
}

function savingColumns(analysis: Analysis, own: Own) {
  const { currency, totals, ledger } = analysis;
  const amount = (minor: Minor | null) => amountCell(minor, currency);
  return {
    seats: {
      ...own.seats,
      cell: (row) => (isBySeat(row) ? inputCell(countCell(row.seats)) : countCell(row.seats)),
    },
    price: {
      header: `Saving of a seat, ${currency} a year`,
      width: 16,
      cell: (row) =>
        isBySeat(row)
          ? inputCell(priceCell(row.hardAnnual, row.seats, currency))
          : { value: null, style: 'price' },
    },
    hardAnnual: {
      ...own.hardAnnual,
      cell: (row, at) => hardCell(row, at, analysis),
      total: amount(totals.hardSavingAnnual),
    },
    avoidAnnual: {
      ...own.avoidAnnual,
      cell: ({ avoidAnnual }) => inputCell(amount(avoidAnnual)),
      total: amount(totals.avoidanceAnnual),
    },
    oneTime: {
      ...own.oneTime,
      cell: ({ oneTime }) => inputCell(amount(oneTime)),
      total: amount(totals.oneTime),
    },
    net: {
      header: `Leaves the bill, less one-time cost, ${currency}`,
      width: 20,
      cell: (row, at) => formulaCell(`${ref('hardAnnual', at)}-${ref('oneTime', at)}`, amount(net(row))),
      total: amount(ledger.reduce((sum, row) => sum + net(row), 0)),
    },
  } satisfies Partial<Record<Key, Column>>;
}

function net({ hardAnnual, oneTime }: Row): Minor {
  return hardAnnual - oneTime;
}

function isBySeat(row: Row): row is Row & { readonly seats: number } {
  return row.supersededBy === null && row.seats !== null && row.seats > 0 && row.hardAnnual !== 0;
}

/** By seats × price where there are seats, as the cost of the app where it goes whole, else as entered. */
function hardCell(row: Row, at: number, { currency, apps }: Analysis): WorkbookCell {
  const cell = amountCell(row.hardAnnual, currency);
  if (isBySeat(row)) {
    return formulaCell(`ROUND(${ref('seats', at)}*${ref('price', at)},${exponentOf(currency)})`, cell);
  }
  const isWhole = row.lever === 'retire' || row.lever === 'consolidate' || row.lever === 'bundle';
  if (row.supersededBy !== null || !isWhole) return row.supersededBy === null ? inputCell(cell) : cell;
  const app = rangesIn('Apps', appColumns, apps.length);
  return formulaCell(`SUMIFS(${app('costAnnual')},${app('id')},${ref('appId', at)})`, cell);
}

function timeColumns({ currency, ledger }: Analysis, own: Own) {
  const windowColumn = (key: 'next12' | 'inYear', end: string): Column => ({
    ...own[key],
    cell: (row, at) => formulaCell(within(at, end, currency), amountCell(row[key], currency)),
    total: amountCell(
      ledger.reduce((sum, row) => sum + row[key], 0),
      currency,
    ),
  });
  return {
    effectiveFrom: {
      ...own.effectiveFrom,
      cell: ({ effectiveFrom }) => inputCell(dateCell(effectiveFrom)),
    },
    next12: windowColumn('next12', summaryDate('next12End')),
    inYear: windowColumn('inYear', summaryDate('yearEnd')),
  } satisfies Partial<Record<Key, Column>>;
}

/** The annual amount × the days in effect until a window ends ÷ 365; nothing where the start is unknown. */
function within(at: number, end: string, currency: string): string {
  const from = ref('effectiveFrom', at);
  const days = `MAX(0,MIN(365,${end}-MAX(${from},${summaryDate('asOf')}+1)+1))`;
  return `IF(${from}="",0,ROUND(${ref('hardAnnual', at)}*${days}/365,${exponentOf(currency)}))`;
}

function ref(key: Key, at: number): string {
  return `${letterOf(planColumns.indexOf(key))}${at}`;
}
