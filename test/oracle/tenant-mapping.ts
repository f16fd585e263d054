/** The mapping of a random tenant. */
import type { JsonRow } from './json.ts';
import type { House } from './tenant.ts';

const approval = { by: 'A reviewer', at: '2024-01-01', note: 'figures known' };
const money = { unit: 'major', confirmed: true };

function contractFields({ extras, dates, chance }: House): JsonRow {
  const format = dates === 'day-first' ? { format: 'DD/MM/YYYY' } : {};
  const period = extras && chance.in100(25) ? { period: chance.pick(['month', 'quarter']) } : {};
  return {
    termStart: { key: 'startDate', ...format },
    termEnd: { key: 'endDate', ...format },
    noticeDays: {
      key: 'c_notice_1',
      ...(extras && { values: { Standard: '60', 'Drei Monate': '3 months' } }),
    },
    cancelBy: { key: 'c_cancelBy_7', ...format },
    autoRenew: { key: 'c_autoRenew_2', ...(extras && { values: { Tacit: 'yes', 'On demand': 'no' } }) },
    renewalTermMonths: { key: 'c_renewalTerm_3' },
    annualValue: { key: 'c_yearlyCost_4', ...money, ...period },
    totalValue: { key: 'amount', unit: 'minor', confirmed: true },
    seats: { key: 'c_seats_5' },
    commitSeats: { key: 'c_minSeats_8' },
    unitPrice: { key: 'c_unitPrice_6', ...money, period: chance.pick(['year', 'year', 'month']) },
  };
}

const appFields = {
  owner: { key: 'primaryOwner' },
  category: { key: 'category' },
  activeUsers: { key: 'activeUsersCount' },
  lastUsedAt: { key: 'lastVisitTime' },
};
const spend12m = { key: 'expenses', unit: 'minor', confirmed: true, window: 'trailing12m' };

/** House words, and one that beats a built-in word. */
export const houseStatuses: JsonRow = {
  Laufend: 'active',
  Gekündigt: 'ending',
  'Im Archiv': 'ended',
  Angebot: 'pipeline',
  Abgelöst: 'superseded',
  terminated: 'ended',
};

function rightSizing({ chance }: House): JsonRow {
  return chance.pick<JsonRow>([
    {},
    {},
    { policy: 'buffer', percent: chance.pick([0, 5, 10, 15]) },
    { policy: 'buffer', percent: 10, hires: chance.between(1, 25) },
    { policy: 'seats', seats: chance.between(0, 15) },
    { policy: 'targetUtilisation', percent: chance.pick([70, 80, 95, 100]) },
  ]);
}

export function mappingFor(house: House): JsonRow {
  const { chance, currency, extras } = house;
  const rates = { asOf: '2026-06-01', source: 'ECB', perUnit: { EUR: '1.08', USD: '0.91', JPY: '0.0067' } };
  return {
    schemaVersion: 1,
    tenant: { name: 'Alder', currency, fiscalYearStart: chance.pick(['01-01', '01-01', '04-01', '07-01']) },
    status: 'approved',
    approval,
    fields: {
      app: chance.in100(80) ? { spend12m, ...appFields } : appFields,
      contract: contractFields(house),
    },
    defaults: {
      noticeDays: chance.in100(15) ? 30 : null,
      autoRenew: chance.in100(10) ? chance.in100(50) : null,
      leadDays: chance.in100(10) ? 10 : 0,
    },
    rightSizing: rightSizing(house),
    ...(chance.in100(60) && { rates }),
    ...(extras && { contractStatuses: houseStatuses }),
    ...(extras &&
      chance.in100(20) && { suites: [{ appId: 1, includes: [{ appId: 2, pricedSeparately: false }] }] }),
  };
}
