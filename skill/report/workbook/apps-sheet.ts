import {
  appFields,
  type AnalyzedApp,
  type Analysis,
  type Minor,
  type SeatPartition,
} from '../../analysis/contract.ts';
import { exponentOf } from '../../analysis/units.ts';
import { amountCell, countCell, formulaCell, inputCell } from './cell.ts';
import { fieldColumns } from './field-columns.ts';
import { appColumns, letterOf, planColumns, rangesIn } from './layout.ts';
import { recordSheet, type SheetColumn, type WorkbookSheet } from './sheet.ts';

type Key = (typeof appColumns)[number];
type App = AnalyzedApp<Minor>;
type Column = SheetColumn<App>;

/** Every listed app: its cost may be changed, and what the plan saves is taken from the plan's sheet. */
export function appsSheet(analysis: Analysis): WorkbookSheet {
  const own = fieldColumns(appFields, analysis.currency);
  return recordSheet<App, Key>({
    name: 'Apps',
    columns: {
      ...own,
      id: { ...own.id, width: 9 },
      name: { ...own.name, header: 'App', width: 28 },
      action: { ...own.action, header: 'Plan' },
      ...costColumns(analysis, own),
      ...useColumns(analysis, own),
      ...seatColumns(analysis, own),
    },
    order: appColumns,
    rows: analysis.apps,
    note: 'Total',
  });
}

type Own = Readonly<Record<Exclude<Key, 'app'>, SheetColumn<object>>>;

function costColumns({ currency, totals, ledger }: Analysis, own: Own) {
  const plan = rangesIn('Plan', planColumns, ledger.length);
  return {
    costAnnual: {
      ...own.costAnnual,
      cell: ({ costAnnual }) => inputCell(amountCell(costAnnual, currency)),
      total: amountCell(totals.baselineAnnual, currency),
    },
    hardSavingAnnual: {
      ...own.hardSavingAnnual,
      cell: ({ hardSavingAnnual }, at) => {
        const booked = `SUMIFS(${plan('hardAnnual')},${plan('appId')},${ref('id', at)})`;
        return formulaCell(ifCost(at, booked), amountCell(hardSavingAnnual, currency));
      },
      total: amountCell(totals.hardSavingAnnual, currency),
    },
    projectedAnnual: {
      ...own.projectedAnnual,
      cell: ({ projectedAnnual }, at) => {
        const left = `${ref('costAnnual', at)}-${ref('hardSavingAnnual', at)}`;
        return formulaCell(ifCost(at, left), amountCell(projectedAnnual, currency));
      },
      total: amountCell(totals.projectedAnnual, currency),
    },
  } satisfies Partial<Record<Key, Column>>;
}

function useColumns({ currency, apps }: Analysis, own: Own) {
  const spent = apps.reduce((sum, { expenses12m }) => sum + (expenses12m ?? 0), 0);
  const each = (at: number): string => {
    const [cost, users] = [ref('costAnnual', at), ref('activeUsers', at)];
    return `IF(N(${users})>0,ROUND(${cost}/${users},${exponentOf(currency)}),"")`;
  };
  return {
    expenses12m: { ...own.expenses12m, total: amountCell(spent, currency) },
    costPerActiveUser: {
      ...own.costPerActiveUser,
      cell: ({ costPerActiveUser }, at) =>
        formulaCell(ifCost(at, each(at)), amountCell(costPerActiveUser, currency)),
    },
  } satisfies Partial<Record<Key, Column>>;
}

/** An unknown cost makes what hangs on it unknown too, never 0. */
function ifCost(at: number, then: string): string {
  return `IF(${ref('costAnnual', at)}="","",${then})`;
}

/** Counts of seats, each with its sum above. */
function seatColumns({ apps }: Analysis, own: Own) {
  const counted = (part: Exclude<keyof SeatPartition, 'basis'>) => ({
    ...own[`seats/${part}`],
    total: countCell(apps.reduce((sum, { seats }) => sum + (seats?.[part] ?? 0), 0)),
  });
  return {
    'seats/purchased': counted('purchased'),
    'seats/assigned': counted('assigned'),
    'seats/unassigned': counted('unassigned'),
    'seats/departed': counted('departed'),
    'seats/inactive': counted('inactive'),
    'seats/unknown': { ...counted('unknown'), header: 'Seats of unknown usage' },
    'seats/active': counted('active'),
  } satisfies Partial<Record<Key, Column>>;
}

function ref(key: Key, at: number): string {
  return `${letterOf(appColumns.indexOf(key))}${at}`;
}
