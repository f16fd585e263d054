/** Amounts, currencies, links and dates as people write them, two or three kinds in one situation. */
import { describe, it } from 'vitest';
import { checkSituation, cost, left, of9, one, rates, whole, type Situation } from './untidy-check.ts';
import { app, contract } from './untidy-tenant.ts';

const sums: readonly Situation[] = [
  ...[[9], { id: 9, name: 'Tool 9' }, { value: 9, label: 'Tool 9' }, [{ id: '9' }], ' 9 '].map(
    (idApp): Situation => ({
      situation: `an app named as ${JSON.stringify(idApp)}`,
      apps: [app('9')],
      contracts: [contract('1', idApp)],
      transactions: [],
      is: { [cost]: '1200.00', 'totals.leftOutContracts': 0 },
    }),
  ),
  {
    situation: 'a contract of two apps belongs to none of them',
    apps: [app(9), app(10)],
    contracts: [contract(1, 9), contract(2, [9, 10], { cost: 77 })],
    is: { 'totals.baselineAnnual': '1200.00', 'totals.baselineIsFloor': true, 'totals.leftOutContracts': 1 },
    says: ['Contract 2', 'at least $1,200'],
  },
  {
    situation: 'an app that the role hides, and an amount as text',
    contracts: [contract(1, 9), contract(2, 77, { cost: '80.000,00' })],
    apps: [app(9)],
    is: { 'totals.baselineIsFloor': true, 'totals.leftOutContracts': 1, [whole]: 'whole' },
    says: ['Contract 2', '$80,000'],
  },
  ...['-', '–', '?'].map((currency): Situation => ({
    situation: `${currency} in place of a currency is no minus`,
    contracts: of9({}, { cost: 20, currency, name: 'B' }),
    is: { [cost]: '1200.00', [whole]: 'at-least', [left('reason')]: 'unreadable' },
  })),
  ...['EUR (Euro)', 'Euro - EUR', { name: 'Euro (EUR)' }, ['€']].map((currency): Situation => ({
    situation: `the currency ${JSON.stringify(currency)}`,
    mapping: { rates },
    contracts: of9({ currency }),
    is: { [cost]: '1320.00', [whole]: 'whole' },
  })),
  {
    situation: 'a currency that names two',
    mapping: { rates },
    contracts: of9({ currency: 'EUR (USD)' }),
    is: { [cost]: null, [left('reason', 1)]: 'unreadable' },
  },
  ...[
    { value: 1200, period: 'month' },
    { value: 120_000, currency: 'USD', frequency: 'monthly' },
    { amount: 1200, currency: 'USD' },
    '$1,200.00 / yr',
    '1.2k',
    '1200 + VAT',
    [1200, 1300],
  ].map((raw): Situation => ({
    situation: `the amount ${JSON.stringify(raw)} beside one that is known`,
    contracts: of9({}, { cost: raw, name: 'B' }),
    is: { [cost]: '1200.00', [whole]: 'at-least', [left('reason')]: 'unreadable' },
  })),
  {
    situation: 'a credit without a rate, and an amount that is blank',
    contracts: of9({}, { cost: -20, currency: 'SEK' }, { cost: '' }),
    is: { [whole]: 'uncertain', [left('reason')]: 'negative', [left('reason', 3)]: 'blank' },
  },
  {
    situation: 'a total until 2099 is no price of a year',
    contracts: of9({}, { cost: null, amount: 3_600_000, endDate: '2099-12-31', name: 'B' }),
    is: { [cost]: '1200.00', [whole]: 'at-least', [left('raw')]: '2099-12-31' },
  },
  {
    situation: 'a payment whose date has two meanings',
    apps: [app(9)],
    transactions: [
      { id: 1, idApp: [9], transactionDate: '01.05.2026', amount: { value: 100_000, currency: 'USD' } },
      { id: 2, idApp: 9, transactionDate: '05/06/2026', amount: { value: 500, currency: 'USD' } },
    ],
    is: { [cost]: '1000.00', [whole]: 'at-least' },
    says: ['The whole cost of “Tool 9”'],
    never: ['Nothing that would move'],
  },
];

const times: readonly Situation[] = [
  ...['9999-12-31', '2099-12-31', '1970-01-01', '12/31/2026', 'N/A', 'TBD', '2025-02-29', '46387.0.1'].map(
    (endDate): Situation => ({
      situation: `the end ${endDate}`,
      contracts: of9({ endDate }),
      is: {
        [cost]: '1200.00',
        [one('bucket')]: 'no-date',
        [one('unreadable')]: [{ field: 'termEnd', raw: endDate }],
      },
      says: [endDate],
    }),
  ),
  ...['31/Dec/2026', '1798675200', '46387', '2026-12-31T00:00:00-08:00', ['Dec 31, 2026']].map(
    (endDate): Situation => ({
      situation: `the end ${JSON.stringify(endDate)} and notice of a quarter`,
      contracts: of9({ endDate, notice: '1 Quartal' }),
      is: { [one('termEnd')]: '2026-12-31', [one('deadline')]: '2026-09-30' },
    }),
  ),
  ...[
    { value: 2, unit: 'months' },
    { name: 2, period: 'month' },
    'dos meses',
    ['P2M'],
    '2 months (2 mo)',
  ].map((notice): Situation => ({
    situation: `the notice ${JSON.stringify(notice)}`,
    contracts: of9({ notice }),
    is: { [one('deadline')]: '2026-10-31' },
  })),
  ...['1.000', '3 Monate zum Jahresende', '30+ days', { value: 60, unit: 'working days' }].map(
    (notice): Situation => ({
      situation: `the notice ${JSON.stringify(notice)}, which has no one meaning`,
      contracts: of9({ notice }),
      is: { [one('deadline')]: null, [one('unreadable[field=noticeDays].field')]: 'noticeDays' },
    }),
  ),
  {
    situation: 'a first term to a leap day, annual by its rhythm and its months',
    asOf: '2029-01-15',
    contracts: of9({
      startDate: '2027-03-01',
      endDate: '29.02.2028',
      term: 'Annual (12 months)',
      notice: '1 Monat',
    }),
    is: { [one('termEnd')]: '2029-02-28', [one('deadline')]: '2029-01-28' },
  },
  {
    situation: 'half years from the last day of August',
    contracts: of9({
      startDate: '2025-08-31',
      endDate: '2026-02-28',
      term: 'halbjährlich',
      notice: 'fourteen days',
    }),
    is: { [one('termEnd')]: '2026-08-31', [one('deadline')]: '2026-08-17' },
  },
  {
    situation: 'a deadline that has passed, and no word on renewal',
    contracts: of9({ endDate: '2026-07-15', notice: '3 months', auto: null }),
    is: { [one('bucket')]: 'missed', [one('earliestExit')]: null },
    spares: ['notice-missed'],
    says: ['missed, if it renews by itself'],
  },
  ...["Doesn't renew", 'Manual renewal', 'Keine Verlängerung', 'Pas de renouvellement'].map(
    (auto): Situation => ({
      situation: `the renewal “${auto}” and a deadline that has passed`,
      contracts: of9({ endDate: '2026-07-15', notice: '3 months', auto }),
      is: { [one('bucket')]: 'ends', [one('earliestExit')]: '2026-07-15' },
      spares: ['notice-missed'],
    }),
  ),
  {
    situation: 'a cancellation day to be decided beside a notice period',
    contracts: of9({ cancelBy: 'TBD', notice: '60 days' }),
    is: { [one('deadline')]: '2026-11-01', [one('unreadable')]: [{ field: 'cancelBy', raw: 'TBD' }] },
    says: ['TBD'],
  },
];

describe('a tenant with', () => {
  it.each([...sums, ...times])('$situation', checkSituation);
});
