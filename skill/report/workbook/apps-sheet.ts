import type { AnalyzedApp, Analysis, Minor, SeatPartition } from '../../analysis/contract.ts';
import { exponentOf } from '../../analysis/units.ts';
import { amountCell, countCell, dateCell, formulaCell, inputCell, textCell } from './cell.ts';
import { appColumns, letterOf, planColumns, rangesIn } from './layout.ts';
import { recordSheet, type SheetColumn, type WorkbookSheet } from './sheet.ts';

type Key = (typeof appColumns)[number];
type App = AnalyzedApp<Minor>;
type Column = SheetColumn<App>;

/** Every listed app: its cost may be changed, and what the plan saves is taken from the plan's sheet. */
export function appsSheet(analysis: Analysis): WorkbookSheet {
  return recordSheet<App, Key>({
    name: 'Apps',
    columns: { ...facts, ...moneyColumns(analysis), ...seatColumns(analysis) },
    order: appColumns,
    rows: analysis.apps,
    note: 'Total',
  });
}

const facts = {
  id: { header: 'App id', width: 9, cell: ({ id }) => countCell(id) },
  name: { header: 'App', width: 28, cell: ({ name }) => textCell(name) },
  state: { header: 'State', width: 14, cell: ({ state }) => textCell(state) },
  category: { header: 'Category', width: 20, cell: ({ category }) => textCell(category) },
  vendor: { header: 'Vendor', width: 20, cell: ({ vendor }) => textCell(vendor) },
  costBasis: { header: 'Cost basis', width: 11, cell: ({ costBasis }) => textCell(costBasis) },
  costComplete: {
    header: 'Cost is',
    width: 12,
    cell: ({ costComplete }) => textCell(costComplete),
  },
  action: { header: 'Plan', width: 11, cell: ({ action }) => textCell(action) },
  lastUsedAt: { header: 'Last used', width: 12, cell: ({ lastUsedAt }) => dateCell(lastUsedAt) },
} satisfies Partial<Record<Key, Column>>;

function moneyColumns(analysis: Analysis) {
  return { ...costColumns(analysis), ...useColumns(analysis) };
}

function costColumns({ currency, totals, ledger }: Analysis) {
  const plan = rangesIn('Plan', planColumns, ledger.length);
  const column = (what: string, total: Minor | null, cell: SheetColumn<App>['cell']): SheetColumn<App> => ({
    header: `${what}, ${currency} a year`,
    width: 18,
    cell,
    total: amountCell(total, currency),
  });
  return {
    costAnnual: column('Cost', totals.baselineAnnual, ({ costAnnual }) =>
      inputCell(amountCell(costAnnual, currency)),
    ),
    hardSavingAnnual: column('Hard saving', totals.hardSavingAnnual, ({ hardSavingAnnual }, at) => {
      const booked = `SUMIFS(${plan('hardAnnual')},${plan('appId')},${ref('id', at)})`;
      return formulaCell(ifCost(at, booked), amountCell(hardSavingAnnual, currency));
    }),
    projectedAnnual: column('Projected', totals.projectedAnnual, ({ projectedAnnual }, at) => {
      const left = `${ref('costAnnual', at)}-${ref('hardSavingAnnual', at)}`;
      return formulaCell(ifCost(at, left), amountCell(projectedAnnual, currency));
    }),
  } satisfies Partial<Record<Key, Column>>;
}

function useColumns({ currency, apps }: Analysis) {
  const spent = apps.reduce((sum, { expenses12m }) => sum + (expenses12m ?? 0), 0);
  const each = (at: number): string => {
    const [cost, users] = [ref('costAnnual', at), ref('activeUsers', at)];
    return `IF(N(${users})>0,ROUND(${cost}/${users},${exponentOf(currency)}),"")`;
  };
  return {
    expenses12m: {
      header: `Spend in 12 months, ${currency}`,
      width: 18,
      cell: ({ expenses12m }) => amountCell(expenses12m, currency),
      total: amountCell(spent, currency),
    },
    activeUsers: { header: 'Active users', width: 11, cell: ({ activeUsers }) => countCell(activeUsers) },
    costPerActiveUser: {
      header: `Cost of an active user, ${currency} a year`,
      width: 18,
      cell: ({ costPerActiveUser }, at) =>
        formulaCell(ifCost(at, each(at)), amountCell(costPerActiveUser, currency)),
    },
  } satisfies Partial<Record<Key, Column>>;
}

/** An unknown cost makes what hangs on it unknown too, never 0. */
function ifCost(at: number, then: string): string {
  return `IF(${ref('costAnnual', at)}="","",${then})`;
}

const seatHeaders = {
  purchased: 'Seats purchased',
  assigned: 'Assigned',
  unassigned: 'Unassigned',
  departed: 'Departed',
  inactive: 'Inactive',
  unknown: 'Usage unknown',
  active: 'Active',
} satisfies Partial<Record<keyof SeatPartition, string>>;

function seatColumns({ apps }: Analysis): Record<keyof typeof seatHeaders, Column> {
  const column = (part: keyof typeof seatHeaders): Column => ({
    header: seatHeaders[part],
    width: 11,
    cell: ({ seats }) => countCell(seats === null ? null : seats[part]),
    total: countCell(apps.reduce((sum, { seats }) => sum + (seats?.[part] ?? 0), 0)),
  });
  return {
    purchased: column('purchased'),
    assigned: column('assigned'),
    unassigned: column('unassigned'),
    departed: column('departed'),
    inactive: column('inactive'),
    unknown: column('unknown'),
    active: column('active'),
  };
}

function ref(key: Key, at: number): string {
  return `${letterOf(appColumns.indexOf(key))}${at}`;
}
