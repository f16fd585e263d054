import type { Analysis, LedgerRow, Minor } from '../../analysis/contract.ts';
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
import { appColumns, letterOf, planColumns, rangesIn, summaryDate } from './layout.ts';
import { recordSheet, type SheetColumn, type WorkbookSheet } from './sheet.ts';

type Key = (typeof planColumns)[number];
type Row = LedgerRow<Minor>;
type Column = SheetColumn<Row>;

/**
 * The ledger, one line a lever: seats and prices may be changed, and the saving of the line, the app and
 * the portfolio follow. Hard saving, avoidance and one-time cost stay apart; the net takes the one-time cost
 * off the hard saving and never touches avoidance.
 */
export function planSheet(analysis: Analysis): WorkbookSheet {
  return recordSheet<Row, Key>({
    name: 'Plan',
    columns: { ...wordColumns(analysis), ...savingColumns(analysis), ...timeColumns(analysis) },
    order: planColumns,
    rows: analysis.ledger,
    note: 'Total',
  });
}

function wordColumns({ apps }: Analysis) {
  const names = new Map(apps.map(({ id, name }) => [id, name]));
  return {
    id: { header: 'Line', width: 26, cell: ({ id }) => textCell(id) },
    appId: { header: 'App id', width: 9, cell: ({ appId }) => countCell(appId) },
    app: { header: 'App', width: 28, cell: ({ appId }) => textCell(names.get(appId) ?? null) },
    lever: { header: 'Lever', width: 13, cell: ({ lever }) => textCell(lever) },
    timing: { header: 'Timing', width: 13, cell: ({ timing }) => textCell(timing) },
    confidence: { header: 'Confidence', width: 11, cell: ({ confidence }) => textCell(confidence) },
    findings: { header: 'Findings', width: 40, cell: ({ findingIds }) => textCell(findingIds.join('; ')) },
    assumptions: { header: 'Assumptions', width: 70, cell: (row) => textCell(assumptionsOf(row)) },
  } satisfies Partial<Record<Key, Column>>;
}

function assumptionsOf({ assumptions, supersededBy }: Row): string {
  return [...(supersededBy === null ? [] : [`Superseded by ${supersededBy}.`]), ...assumptions].join(' ');
}

function savingColumns(analysis: Analysis) {
  const { currency, totals, ledger } = analysis;
  const amount = (minor: Minor | null) => amountCell(minor, currency);
  return {
    seats: {
      header: 'Seats',
      width: 9,
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
      header: `Hard saving, ${currency} a year`,
      width: 18,
      cell: (row, at) => hardCell(row, at, analysis),
      total: amount(totals.hardSavingAnnual),
    },
    avoidAnnual: {
      header: `Cost avoidance, ${currency} a year`,
      width: 18,
      cell: ({ avoidAnnual }) => inputCell(amount(avoidAnnual)),
      total: amount(totals.avoidanceAnnual),
    },
    oneTime: {
      header: `One-time cost, ${currency}`,
      width: 16,
      cell: ({ oneTime }) => inputCell(amount(oneTime)),
      total: amount(totals.oneTime),
    },
    net: {
      header: `Hard saving less one-time cost, ${currency}`,
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

function timeColumns({ currency, ledger }: Analysis) {
  const windowColumn = (key: 'next12' | 'inYear', header: string, end: string): Column => ({
    header,
    width: 18,
    cell: (row, at) => formulaCell(within(at, end, currency), amountCell(row[key], currency)),
    total: amountCell(
      ledger.reduce((sum, row) => sum + row[key], 0),
      currency,
    ),
  });
  return {
    effectiveFrom: {
      header: 'Effective from',
      width: 13,
      cell: ({ effectiveFrom }) => inputCell(dateCell(effectiveFrom)),
    },
    decideBy: { header: 'Decide by', width: 12, cell: ({ decideBy }) => dateCell(decideBy) },
    next12: windowColumn('next12', `Of it in the next 12 months, ${currency}`, summaryDate('next12End')),
    inYear: windowColumn('inYear', `Of it this fiscal year, ${currency}`, summaryDate('yearEnd')),
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
