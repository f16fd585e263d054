/** License lines, accounts, suites and the Organizational View, each untidy in more than one way. */
import { describe, it } from 'vitest';
import { checkSituation, cost, of9, rates, type Situation, whole } from './untidy-check.ts';
import { app, cents, contract, line, type Row } from './untidy-tenant.ts';

const seats = (field: string): string => `apps[id=9].seats.${field}`;
const of = (name: string, field: string): string => seats(`lines[name=${name}].${field}`);
const waste = 'totals.wasteAnnual';

/** App 9 with these license lines, and one contract. */
function licensed(
  types: readonly Row[],
  order: Row = {},
  summary: Row = {},
): Pick<Situation, 'apps' | 'contracts'> {
  return { apps: [app(9, { licenses: { summary, types } })], contracts: of9(order) };
}

const monthly = { unitPrice: { key: 'price', unit: 'major', confirmed: true, period: 'month' } };

const lines: readonly Situation[] = [
  {
    situation: 'a price by month beside a free line of many seats',
    fields: monthly,
    ...licensed(
      [line('Pro', [50, 30, 10, 10]), line('Free', [900, 100, 0, 800], { pricePerLicense: cents(0) })],
      { cost: 6000, price: 10 },
    ),
    is: { [of('Pro', 'unitPrice')]: '120.00', [of('Free', 'priceBasis')]: 'free', [waste]: '2400.00' },
  },
  {
    situation: 'a line without a price among priced ones, which a price by month does not explain',
    fields: monthly,
    ...licensed(
      [line('Pro', [50, 30, 10, 10], { annualCost: cents(300_000) }), line('Guest', [20, 5, 5, 10])],
      { cost: 6000, price: 10 },
    ),
    is: { [of('Pro', 'unitPrice')]: '60.00', [of('Guest', 'priceBasis')]: 'none' },
  },
  {
    situation: 'the same line where the contract records its seats as text',
    fields: monthly,
    ...licensed(
      [line('Pro', [50, 30, 10, 10], { annualCost: cents(300_000) }), line('Guest', [20, 5, 5, 10])],
      { cost: 6000, price: 10, seats: '20 seats' },
    ),
    is: { [of('Guest', 'priceBasis')]: 'contract', [of('Guest', 'unitPrice')]: '120.00' },
  },
  ...[
    { seats: 100, basis: 'contract-seats' },
    { seats: 99, basis: 'none' },
    { seats: '1.000', basis: 'none' },
  ].map(({ seats: recorded, basis }): Situation => ({
    situation: `105 unpriced seats beside ${recorded} in the contract`,
    ...licensed([line('A', [60, 30, 10, 20]), line('B', [45, 30, 10, 5])], { cost: 12_000, seats: recorded }),
    is: { [of('A', 'priceBasis')]: basis, [of('B', 'priceBasis')]: basis },
  })),
  {
    situation: 'a line that is short beside one to spare, counted as text',
    ...licensed(
      [
        line('A', ['10', '12', '0', '0'], { annualCost: cents(100_000) }),
        line('B', ['10', 3, 0, '7'], { annualCost: cents(100_000) }),
      ],
      { cost: 2000 },
    ),
    is: { [seats('overAssigned')]: 2, [seats('unassigned')]: 7, [waste]: '700.00' },
    finds: ['over-assigned'],
  },
  {
    situation: 'an unlimited line in words beside a paid one',
    ...licensed(
      [line('Site', ['Unlimited', 60, 10, null]), line('B', [10, 3, 0, 7], { annualCost: cents(100_000) })],
      { cost: 1000 },
    ),
    is: { [of('Site', 'unlimited')]: true, [seats('purchased')]: 10, [waste]: '700.00' },
  },
  {
    situation: 'a count that is missing in one line, and a summary that counts less',
    ...licensed(
      [
        line('A', [10, 5, null, 2], { annualCost: cents(10_000) }),
        line('B', [10, 5, 3, 2], { annualCost: cents(10_000) }),
      ],
      { cost: 200 },
      line('All', [18, 9, null, 4]),
    ),
    is: { [of('A', 'unknown')]: 3, [of('B', 'unknown')]: 0, [seats('purchased')]: 20 },
  },
  {
    situation: 'a price of a seat in euros and in words',
    mapping: { rates },
    ...licensed([line('A', [10, 5, 3, 2])], { cost: '1.000,00', currency: 'Euro (EUR)', price: '100,00 €' }),
    is: { [of('A', 'unitPrice')]: '110.00', [cost]: '1100.00' },
  },
  {
    situation: 'no contract, a negative line, and one that cannot be read',
    apps: [
      app(9, {
        licenses: {
          types: [
            line('A', [10, 5, 3, 2], { annualCost: cents(10_000) }),
            line('B', [10, 5, 3, 2], { annualCost: cents(-500) }),
            line('C', [10, 5, 3, 2], { annualCost: 'tbd' }),
          ],
        },
      }),
    ],
    is: { [cost]: '100.00', [whole]: 'uncertain' },
    says: ['The whole cost of “Tool 9”'],
    never: ['Nothing that would move'],
  },
];

function account(id: number, lastVisitTime: unknown, more: Row = {}): Row {
  const usual = { status: 'active', lifecycleStatus: 'active', licenses: [] };
  return { id, idUser: id, lastVisitTime, ...usual, ...more };
}

/** As many seats as there are accounts. */
function held(accounts: readonly Row[]): Pick<Situation, 'apps' | 'accounts'> {
  const counts = [accounts.length, null, null, 0];
  const types = [line('A', counts, { annualCost: cents(accounts.length * 10_000) })];
  return { apps: [app(9, { licenses: { summary: line('All', counts), types } })], accounts };
}

const people: readonly Situation[] = [
  {
    situation: 'an account of one person more, and those that never signed in',
    ...held([
      account(1, '2026-06-24', { idUser: '5', email: 'a@alder.example' }),
      account(2, '24.06.2025', { idUser: 5, email: 'adm-a@alder.example' }),
      account(3, 'never'),
      account(4, 0),
      account(5, '1970-01-01T00:00:00Z'),
    ]),
    is: { [seats('active')]: 1, [seats('inactive')]: 1, [seats('unknown')]: 3 },
  },
  {
    situation: 'visits in five forms, one with two meanings',
    ...held(
      [1_782_259_200, '1782259200000', '24.06.2026', 'Jun 24, 2026', '06/07/2026'].map((visit, index) =>
        account(index + 1, visit),
      ),
    ),
    is: { [seats('active')]: 4, [seats('unknown')]: 1 },
  },
  {
    situation: 'people deleted in one directory, one of them seen last week',
    ...held([
      account(1, '2026-06-24', { isDeletedInIdentitySources: 'Yes' }),
      account(2, '2025-12-24', { isDeletedInIdentitySources: 1, lifecycleStatus: { name: 'Offboarded' } }),
    ]),
    is: { [seats('basis')]: 'users' },
    finds: ['contradictory-usage'],
  },
];

const free = {
  suites: [{ appId: 1, includes: [{ appId: 9, pricedSeparately: false }] }],
};
const bundle: Pick<Situation, 'apps' | 'mapping'> = {
  apps: [
    app(1),
    app(9, { licenses: { types: [line('A', [100, 20, 30, 50], { annualCost: cents(1_000_000) })] } }),
  ],
  mapping: free,
};
const suite = contract(1, 1, { cost: 60_000 });
const own = contract(2, 9, { cost: 10_000 });

const bundles: readonly Situation[] = [
  {
    situation: 'idle seats of an app that comes with a suite',
    ...bundle,
    contracts: [suite],
    is: {
      [waste]: '0.00',
      'totals.hardSavingAnnual': '0.00',
      [of('A', 'unitPrice')]: null,
      [of('A', 'priceBasis')]: 'none',
      [seats('unassigned')]: 50,
    },
  },
  {
    situation: 'the same app, retired, with a contract of its own in the records',
    ...bundle,
    contracts: [suite, own],
    edits: [{ appId: 9, action: 'retire' }],
    is: { 'totals.hardSavingAnnual': '0.00', 'totals.projectedAnnual': '70000.00' },
  },
  {
    situation: 'the same app, replaced by its suite',
    ...bundle,
    contracts: [suite, own],
    edits: [{ appId: 9, action: 'replaceBy', survivorId: 1 }],
    is: { 'totals.hardSavingAnnual': '0.00', 'ledger[lever=bundle].hardAnnual': '0.00' },
  },
];

const departments = [
  'Engineering',
  'engineering ',
  ' ENGINEERING',
  'Engineering',
  'Sales',
  { name: 'sales' },
  '',
  'Eng',
];

const views: readonly Situation[] = [
  {
    situation: 'a part of the organization in several spellings',
    mapping: {
      organizationalView: {
        label: 'Cost center',
        entity: 'app',
        key: 'Kostenstelle',
        values: { ENG: 'Engineering' },
      },
    },
    apps: departments.map((name, index) => app(index + 1, { Kostenstelle: name })),
    contracts: departments.map((_, index) => contract(index + 1, index + 1, { cost: 100 })),
    is: {
      'slices[value=Engineering].baselineAnnual': '500.00',
      'slices[value=Sales].baselineAnnual': '200.00',
      'slices[value=Unallocated].baselineAnnual': '100.00',
      'slices.length': 3,
    },
  },
];

describe('a tenant with', () => {
  it.each([...lines, ...people, ...bundles, ...views])('$situation', checkSituation);
});
