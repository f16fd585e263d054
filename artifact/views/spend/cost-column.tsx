import type { Analysis } from '../../../skill/analysis/contract.ts';
import type { Column } from '../../parts/table.ts';
import { moneyColumn } from '../figure-columns.tsx';

type App = Analysis['apps'][number];

/** What an app costs a year, in every table of apps. */
export function costColumn(currency: string, how: Partial<Column<App>> = {}): Column<App> {
  return moneyColumn(currency, {
    key: 'cost',
    header: `Cost, ${currency} a year`,
    lead: 'cost',
    ...how,
    of: ({ costAnnual }) => costAnnual,
    complete: ({ costComplete }) => costComplete,
    unknown: 'Neither contract, licenses nor spend is known.',
    fact: ({ id }) => `app/${id}/costAnnual`,
  });
}

/** Of one slice of the Organizational View: what of the cost of an app is its own. */
export function partColumn(currency: string, how: Partial<Column<App>> = {}): Column<App> {
  return moneyColumn(currency, {
    key: 'part',
    header: `Its part, ${currency} a year`,
    ...how,
    of: ({ partAnnual }) => partAnnual ?? null,
    complete: ({ costComplete }) => costComplete,
    unknown: 'Neither contract, licenses nor spend is known.',
    fact: ({ id }) => `app/${id}/partAnnual`,
  });
}
