/** Contracts in a row, and words for their status: what is in force, and what may be missed. */
import { describe, it } from 'vitest';
import { checkSituation, cost, left, of9, one, rates, whole, type Situation } from './untidy-check.ts';
import { app } from './untidy-tenant.ts';

const old = { startDate: '2025-07-01', endDate: '2026-06-30', cost: 10_000 };
const next = { startDate: '2026-07-01', endDate: '2027-06-30', cost: 9500 };
const later = '2026-08-15';

const sequences: readonly Situation[] = [
  {
    situation: 'a successor in euros of about the same size',
    asOf: later,
    mapping: { rates },
    contracts: of9(old, { ...next, cost: '9.500,00 €', currency: 'EUR' }),
    is: { [cost]: '10450.00', [whole]: 'whole', [one('bucket')]: 'superseded', [one('supersededBy')]: 2 },
  },
  {
    situation: 'a successor in a currency without a rate',
    asOf: later,
    contracts: of9(old, { ...next, currency: 'SEK' }),
    is: { [cost]: '10000.00', [whole]: 'at-least', [one('supersededBy')]: null, [left('reason')]: 'no-rate' },
    finds: ['possible-renewal'],
  },
  {
    situation: 'a successor whose amount has two meanings',
    asOf: later,
    contracts: of9(old, { ...next, cost: '9.500' }),
    is: { [cost]: '10000.00', [whole]: 'at-least', [left('raw')]: '9.500' },
    finds: ['possible-renewal'],
    says: ['9.500', 'at least'],
  },
  {
    situation: 'two that may each be the successor',
    asOf: later,
    contracts: of9(old, { ...next, name: 'B' }, { ...next, name: 'C', startDate: '2026-07-15', cost: 9000 }),
    is: { [cost]: '28500.00' },
    finds: ['possible-renewal'],
  },
  {
    situation: 'a successor 45 days after the second rolled end',
    asOf: '2026-08-20',
    contracts: of9(
      { ...old, startDate: '2023-07-01', endDate: '2024-06-30' },
      { ...next, startDate: '2026-08-14', endDate: '2027-08-13' },
    ),
    is: { [cost]: '9500.00', [one('bucket')]: 'superseded' },
  },
  {
    situation: 'a signed successor and a notice that would be missed',
    asOf: '2026-06-20',
    contracts: of9({ ...old, notice: '90 days' }, { ...next, cost: 15_000 }),
    is: { [cost]: '10000.00', [one('bucket')]: 'ends' },
    spares: ['notice-missed'],
  },
  {
    situation: 'a predecessor without an end',
    asOf: later,
    contracts: of9({ ...old, endDate: null }, { ...next, name: 'B' }),
    is: { [cost]: '19500.00' },
    finds: ['possible-renewal'],
  },
  {
    situation: 'an offer after all that was signed has ended',
    asOf: '2026-07-10',
    apps: [app(9, { expenses: 840_000 })],
    contracts: of9({ ...old, auto: 'N' }, { ...next, status: 'Angebot' }),
    is: { [cost]: '8400.00', 'apps[id=9].costBasis': 'expenses', [one('statusClass', 2)]: 'pipeline' },
  },
  {
    situation: 'spend after the end, and nothing that follows',
    asOf: '2026-07-10',
    apps: [app(9, { expenses: 840_000 })],
    contracts: of9({ ...old, auto: 'Nein' }),
    is: { [cost]: null, 'apps[id=9].costBasis': 'none', 'totals.baselineAnnual': '0.00' },
    finds: ['ended-with-spend'],
  },
];

const statuses: readonly Situation[] = [
  ...['Canceled', 'gekuendigt', 'Gekundigt', 'Resilie', 'Terminated for convenience', 'In notice'].map(
    (status): Situation => ({
      situation: `the status ${status}, paid until its end`,
      contracts: of9({ status }),
      is: {
        [cost]: '1200.00',
        [one('statusClass')]: 'ending',
        [one('bucket')]: 'ends',
        [one('autoRenew')]: false,
        [one('ifMissed')]: null,
      },
    }),
  ),
  ...['Deleted', 'closedLost', 'Rejected', 'Verlopen'].map((status): Situation => ({
    situation: `the status ${status}`,
    contracts: of9({ status }),
    is: { [cost]: null, [one('bucket')]: 'ended' },
  })),
  ...['Awaiting approval', 'Sent for signature', 'En negociacion'].map((status): Situation => ({
    situation: `the status ${status} near a deadline`,
    contracts: of9({ status, endDate: '2026-07-20', notice: 10 }),
    is: { 'totals.baselineAnnual': '0.00', [one('statusClass')]: 'pipeline' },
    spares: ['notice-near', 'notice-missed'],
  })),
  ...['Renewed', 'On hold', 'Discontinued', 'Cancelled - paid to the end'].map((status): Situation => ({
    situation: `the status ${status}, which may mean several things`,
    contracts: of9({ status }),
    is: { [cost]: '1200.00', [one('statusClass')]: 'active', [one('flags')]: ['status not recognized'] },
  })),
  {
    situation: 'a table of the mapping that spells without accents',
    mapping: { contractStatuses: { résilié: 'active', 'LIVE ': 'pipeline' } },
    contracts: of9({ status: 'Resilie' }, { status: 'live' }),
    is: { [one('statusClass')]: 'active', [one('statusClass', 2)]: 'pipeline', [cost]: '1200.00' },
  },
  {
    situation: 'notice given, and an end that cannot be read',
    contracts: of9({ status: 'Cancelled', endDate: 'Q4' }),
    is: { [cost]: '1200.00', [one('unreadable')]: [{ field: 'termEnd', raw: 'Q4' }] },
  },
  {
    situation: 'notice given, and no end',
    contracts: of9({ status: 'Notice given', endDate: null }),
    is: { [cost]: null, [one('bucket')]: 'ended' },
  },
];

describe('a tenant with', () => {
  it.each([...sequences, ...statuses])('$situation', checkSituation);
});
