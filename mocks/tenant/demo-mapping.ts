/** The mapping of the synthetic tenant, as its people would have approved it; the same for every size. */
import type { TenantMappingInput } from '../../skill/mapping/mapping.ts';
import { currencies } from './currency.ts';
import { serviceAccountId } from './people.ts';
import { appIdOf } from './products.ts';

export function demoMapping(asOf = '2026-11-22'): TenantMappingInput {
  const { EUR, GBP, JPY } = currencies;
  return {
    schemaVersion: 1,
    tenant: { name: 'Brindlewick Instruments', currency: 'USD', fiscalYearStart: '01-01' },
    status: 'approved',
    approval: { by: 'Demo', at: asOf, note: 'Invented company, invented people.' },
    organizationalView: {
      label: 'Department',
      entity: 'user',
      key: 'department',
      sourceIdApp: appIdOf('Personio'),
      values: { Eng: 'Engineering' },
    },
    fields: {
      app: {
        spend12m: { key: 'expenses', unit: 'minor', confirmed: true, window: 'trailing12m' },
        owner: { key: 'primaryOwner' },
        category: { key: 'category' },
        vendor: { key: 'vendor' },
        activeUsers: { key: 'activeUsersCount' },
        lastUsedAt: { key: 'lastVisitTime' },
      },
      contract: {
        termStart: { key: 'startDate' },
        termEnd: { key: 'endDate' },
        noticeDays: { key: 'c_noticeDays_1' },
        cancelBy: { key: 'c_cancelBy_7' },
        autoRenew: { key: 'c_autoRenew_2' },
        renewalTermMonths: { key: 'c_renewalTerm_3' },
        annualValue: { key: 'c_yearlyCost_4', unit: 'major', confirmed: true },
        totalValue: { key: 'amount', unit: 'minor', confirmed: true },
        seats: { key: 'c_seats_5' },
        commitSeats: { key: 'c_minSeats_8' },
        unitPrice: { key: 'c_unitPrice_6', unit: 'major', period: 'year', confirmed: true },
      },
    },
    // “Parked by Audit” is left out on purpose: a state nobody has classified yet.
    states: {
      'Orchid Exception': 'pending',
      'Not Approved': 'unsanctioned',
      'Legacy until 2027': 'closing',
    },
    thresholds: {
      perApp: { [String(appIdOf('Tableau'))]: { inactiveDays: 180, reason: 'Used for quarterly planning' } },
    },
    rates: {
      asOf: monthStart(asOf),
      source: 'Treasury, monthly',
      perUnit: { EUR: EUR.rate, GBP: GBP.rate, JPY: JPY.rate },
    },
    suites: [
      {
        appId: appIdOf('Microsoft 365'),
        includes: [appIdOf('Microsoft Teams'), appIdOf('OneDrive for Business')],
      },
    ],
    exempt: [{ idUser: serviceAccountId, reason: 'Service account of the build pipeline' }],
  };
}

/** The first day of the month: rates are set monthly. */
function monthStart(date: string): string {
  return `${date.slice(0, 8)}01`;
}
