/** A tenant as it comes from Torii, in a few words: raw rows and a mapping, through the real pipeline. */
import { analysisOf } from '../../skill/cli/inputs/analysis-of.ts';
import { parseMapping } from '../../skill/mapping/mapping.ts';
import { analysisText } from '../../skill/report/snapshot.ts';
import { readSavedResults } from '../../skill/torii/read.ts';

type Row = Readonly<Record<string, unknown>>;

export const asOf = '2026-06-30';

export interface SeatTenant {
  readonly licenses: Row;
  readonly contract?: Row;
  readonly accounts?: readonly Row[];
  readonly people?: readonly Row[];
  readonly app?: Row;
  readonly rightSizing?: Row;
  readonly exempt?: readonly Row[];
  readonly period?: 'month' | 'year';
}

export function cents(value: number): Row {
  return { value: value * 100, currency: 'USD' };
}

/** @param counts purchased, active, inactive, unassigned; null is as Torii writes what it does not know */
export function line(
  name: string,
  counts: readonly unknown[],
  annual: number | null = null,
  price = annual,
): Row {
  const [totalAmount, activeAmount, inactiveAmount, unassignedAmount] = counts;
  return {
    name,
    totalAmount,
    activeAmount,
    inactiveAmount,
    unassignedAmount,
    pricePerLicense: price === 0 ? cents(0) : null,
    annualCost: annual === null ? null : cents(annual),
  };
}

export function licensesWith(summary: readonly unknown[], annual: number | null, types: readonly Row[]): Row {
  // A summary is counted as a line is; that it has a name and no price of one license changes nothing.
  return { summary: line('All', summary, annual), types };
}

export function account(idUser: number, lastVisitTime: string | null, more: Row = {}): Row {
  const usual = {
    status: 'active',
    isDeletedInIdentitySources: false,
    lifecycleStatus: 'active',
    licenses: [],
  };
  return { idUser, lastVisitTime, ...usual, ...more };
}

function mappingFor({ rightSizing, exempt, period = 'year' }: SeatTenant): Row {
  return {
    schemaVersion: 1,
    tenant: { name: 'Alder', currency: 'USD', fiscalYearStart: '01-01' },
    status: 'approved',
    approval: { by: 'A reviewer', at: '2026-01-15' },
    fields: {
      app: { activeUsers: { key: 'activeUsersCount' }, lastUsedAt: { key: 'lastVisitTime' } },
      contract: {
        termStart: { key: 'startDate' },
        termEnd: { key: 'endDate' },
        annualValue: { key: 'c_cost', unit: 'major', confirmed: true },
        seats: { key: 'c_seats' },
        unitPrice: { key: 'c_price', unit: 'major', confirmed: true, period },
      },
    },
    ...(rightSizing && { rightSizing }),
    ...(exempt && { exempt }),
  };
}

function page(list: string, rows: readonly Row[]): string {
  return JSON.stringify({ [list]: rows, count: rows.length, total: rows.length, nextCursor: null });
}

/** The published analysis of one app, read as an outsider would. */
export function reportOf(tenant: SeatTenant): unknown {
  const { licenses, contract, accounts, people = [], app } = tenant;
  const common = { state: 'Sanctioned', sources: ['direct'], lastVisitTime: '2026-06-27T09:00:00.000Z' };
  const apps = [{ id: 1, name: 'Clover', ...common, activeUsersCount: 4, licenses, ...app }];
  const dates = { startDate: '2026-01-01', endDate: '2026-12-31' };
  const contracts = contract
    ? [{ id: 10, idApp: 1, name: 'Order', status: 'active', ...dates, ...contract }]
    : [];
  const files = [
    { name: 'list_apps.json', text: page('apps', apps) },
    { name: 'list_contracts.json', text: page('contracts', contracts) },
    { name: 'list_users.json', text: page('users', people) },
    ...(accounts ? [{ name: 'list_app_users_idApp=1.json', text: page('users', accounts) }] : []),
  ];
  const parsed = parseMapping(mappingFor(tenant));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const depth = { basis: accounts ? 'users' : 'aggregate', appIds: accounts ? [1] : [] } as const;
  const { analysis } = analysisOf(readSavedResults(files).records, parsed.mapping, asOf, { depth });
  return JSON.parse(analysisText(analysis));
}
