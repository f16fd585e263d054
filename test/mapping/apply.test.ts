import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appUserOf } from '../../skill/mapping/apply/app-user.ts';
import { applyMapping, appOf, personOf, transactionOf } from '../../skill/mapping/apply/apply.ts';
import { bindMapping } from '../../skill/mapping/values/bind.ts';
import { fieldsToRequest, analysisConfig } from '../../skill/mapping/apply/config.ts';
import { classifyStatus } from '../../skill/mapping/values/contract-status.ts';
import { classifyState } from '../../skill/mapping/values/states.ts';
import type { App, Portfolio } from '../../skill/mapping/base/portfolio.ts';
import type { JsonObject } from '../../skill/torii/base/json.ts';
import { complete, definition, mappingWith, recordsWith } from './sample.ts';

const mapping = mappingWith({
  organizationalView: {
    label: 'Department',
    entity: 'user',
    key: 'Department',
    values: { Eng: 'Engineering' },
  },
  fields: {
    app: {
      spend12m: { key: 'expenses', unit: 'minor' },
      owner: { key: 'primaryOwner' },
      category: { key: 'Business Category' },
      activeUsers: { key: 'activeUsersCount' },
      lastUsedAt: { key: 'lastVisitTime' },
    },
    contract: {
      termEnd: { key: 'endDate' },
      noticeDays: { key: 'c_notice_1' },
      autoRenew: { key: 'c_auto_2' },
      annualValue: { key: 'c_yearly_3', unit: 'major' },
      unitPrice: { key: 'c_price_4', unit: 'major', period: 'month' },
    },
  },
  states: { 'Orchid Exception': 'pending', Closed: 'sanctioned' },
});

const fields = [
  definition('app', 'c_cat_9', 'business category'),
  definition('user', 'c_dept_1', 'DEPARTMENT'),
];

function appFrom(row: JsonObject): App {
  const app = applyMapping(recordsWith({ apps: [{ id: 1, ...row }], fields }), mapping).apps[0];
  if (app === undefined) throw new Error('the row has an id');
  return app;
}

const twoApps = (one: JsonObject, other: JsonObject): readonly App[] => {
  const apps = [
    { id: 1, ...one },
    { id: 2, ...other },
  ];
  return applyMapping(recordsWith({ apps, fields }), mapping).apps;
};

const reasons = (apps: JsonObject[]): unknown[] =>
  applyMapping(recordsWith({ apps, fields }), mapping).apps.map(({ spend12m }) =>
    spend12m.kind === 'missing' ? spend12m.reason : spend12m.kind,
  );

const contractFrom = (row: JsonObject): Portfolio['contracts'][number] | undefined =>
  applyMapping(recordsWith({ contracts: [{ id: 9, ...row }] }), mapping).contracts[0];

describe('one app', () => {
  it('carries what Torii said under canonical names', () => {
    const app = appFrom({
      name: ' Slack ',
      state: 'inReview',
      url: 'https://www.slack.com/x',
      expenses: 1200,
      primaryOwner: { id: 5, fullName: 'Ada Example', lifecycleStatus: 'active' },
      c_cat_9: 'Chat',
      activeUsersCount: 0,
      lastVisitTime: 1_795_305_600_000,
      sources: ['okta'],
    });
    expect(app).toMatchObject({
      id: 1,
      name: 'Slack',
      stateClass: 'pending',
      isHidden: false,
      domain: { value: 'slack.com' },
      spend12m: { value: { minor: 1200, currency: 'USD' } },
      owner: { value: { id: '5', departed: false } },
      category: { value: 'Chat' },
      activeUsers: { kind: 'known', value: 0 },
      lastUsedAt: { value: 20_779 },
      usageSource: { value: 'sso' },
      vendor: { kind: 'missing', reason: 'not-mapped' },
      licenses: { kind: 'missing', reason: 'absent' },
    });
    expect(JSON.stringify(app)).not.toContain('Ada');
  });

  it('reads the license block, with money that must name its currency', () => {
    const cost = { value: 360_000, currency: 'EUR' };
    const line = { name: 'Pro', totalAmount: 10, annualCost: cost, pricePerLicense: 36_000 };
    const summary = { totalAmount: 10, activeAmount: null, unassignedAmount: 2, annualCost: cost };
    const app = appFrom({
      licenses: {
        summary,
        types: [{ ...line, annualCostInOrgCurrency: { value: 388_800, currency: 'USD' } }],
      },
    });
    expect(app.licenses).toMatchObject({
      kind: 'known',
      value: {
        purchased: { value: 10 },
        active: { kind: 'missing' },
        unassigned: { value: 2 },
        annualCost: { value: { minor: 360_000, currency: 'EUR' } },
        lines: [
          {
            name: 'Pro',
            pricePerLicense: { kind: 'invalid', raw: '36000' },
            annualCost: { value: { minor: 360_000, currency: 'EUR', converted: 388_800 } },
          },
        ],
      },
    });
  });

  it('takes a tenant state before the built-in one, and hides by flag or by state', () => {
    expect(appFrom({ state: 'orchidException' }).stateClass).toBe('pending');
    expect(appFrom({ state: 'Closed' }).stateClass).toBe('sanctioned');
    expect(appFrom({ state: 'Parked' }).stateClass).toBe('unmapped');
    expect(appFrom({}).stateClass).toBe('unmapped');
    expect(appFrom({ state: 'Hidden' }).isHidden).toBe(true);
    expect(appFrom({ isHidden: true }).isHidden).toBe(true);
  });

  it.each([['Jira'], ' Jira ', { value: 'Jira' }, [{ label: 'Jira' }]])('reads the name %j', (name) => {
    expect(appFrom({ name }).name).toBe('Jira');
  });

  it.each([null, '', [], [[[[['x'], 'y']]]], { first: 'Jira' }, true])('has no name in %j', (name) => {
    expect(appFrom({ name }).name).toBe('App 1');
  });

  it('reads a column named like a member of every object', () => {
    const named = mappingWith({ fields: { app: { category: { key: 'constructor' } }, contract: {} } });
    const apps = [{ id: 1 }];
    expect(applyMapping(recordsWith({ apps }), named).apps[0]?.category.kind).toBe('missing');
  });
});

describe('why a field is missing', () => {
  it('tells null, blank, and a key that no record carries', () => {
    expect(reasons([{ id: 1, expenses: null }, { id: 2, expenses: ' ' }, { id: 3 }])).toEqual([
      'absent',
      'empty',
      'absent',
    ]);
    expect(reasons([{ id: 1 }, { id: 2, name: 'Box' }])).toEqual(['hidden-by-role', 'hidden-by-role']);
  });
});

describe('contracts', () => {
  it('reads terms, yearly price and currency of the record', () => {
    expect(
      contractFrom({
        idApp: '12',
        status: 'In Review',
        currency: 'JPY',
        owner: 5,
        endDate: '2026-12-31',
        c_notice_1: '30 days',
        c_auto_2: 'Yes',
        c_yearly_3: '12000',
        c_price_4: 100,
      }),
    ).toMatchObject({
      appId: 12,
      statusClass: 'active',
      owner: { value: { id: '5' } },
      termEnd: { value: 20_818 },
      noticeDays: { value: { amount: 30, unit: 'days' } },
      autoRenew: { value: true },
      annualValue: { value: { minor: 12_000, currency: 'JPY' } },
      unitPrice: { value: { minor: 1200, currency: 'JPY' } },
    });
  });

  it('keeps what cannot be read, and uses none of it', () => {
    expect(
      contractFrom({ endDate: '31/12/2026', c_notice_1: 'see MSA', c_auto_2: 'perhaps', c_yearly_3: -5 }),
    ).toMatchObject({
      termEnd: { kind: 'invalid', raw: '31/12/2026' },
      noticeDays: { kind: 'invalid', raw: 'see MSA' },
      autoRenew: { kind: 'invalid', raw: 'perhaps' },
      annualValue: { kind: 'invalid', raw: '-5' },
    });
  });

  it.each([
    ['pipeline', 'pipeline'],
    ['Active', 'active'],
    ['inReview', 'active'],
    ['Cancelled', 'ending'],
    ['Non-renewing', 'ending'],
    ['Gekündigt', 'ending'],
    ['Geku\u0308ndigt', 'ending'],
    ['Remplacé', 'superseded'],
    ['Expired', 'ended'],
    ['Something else', null],
  ])('status %s is %s', (status, statusClass) => {
    expect(classifyStatus(status)).toBe(statusClass);
  });
});

describe('people, accounts and transactions', () => {
  it('renames values of the Organizational View and lets the rest pass', () => {
    const users: JsonObject[] = [
      { id: 1, c_dept_1: 'Eng', lifecycleStatus: 'Active', isExternal: true },
      { id: 2, c_dept_1: 'Sales', lifecycleStatus: 'offboarded' },
      { id: 3, c_dept_1: null, lifecycleStatus: 'gone' },
    ];
    const { people } = applyMapping(recordsWith({ users, fields }), mapping);
    expect(people.map(({ view }) => (view.kind === 'known' ? view.value : view.kind))).toEqual([
      'Engineering',
      'Sales',
      'missing',
    ]);
    expect(people.map(({ lifecycle }) => lifecycle.kind)).toEqual(['known', 'known', 'invalid']);
    expect(people[0]?.isExternal).toBe(true);
  });

  it('takes the label of the named source where a label repeats', () => {
    const twice = [
      definition('user', 'okta_dept', 'Department', 'singleLine', 7),
      definition('user', 'hr_dept', 'Department', 'singleLine', 8),
    ];
    const view = { label: 'Department', entity: 'user', key: 'department', sourceIdApp: 8 } as const;
    const users = [{ id: 1, okta_dept: 'Wrong', hr_dept: 'Right' }];
    const bound = bindMapping(
      mappingWith({ organizationalView: view }),
      recordsWith({ users, fields: twice }),
    );
    expect(personOf(users[0] ?? {}, bound)?.view).toEqual({ kind: 'known', value: 'Right' });
  });

  it('knows the departed, and never takes a null visit for an old one', () => {
    expect(
      appUserOf(
        {
          idUser: 4,
          status: 'managed',
          lastVisitTime: null,
          creationTimeInApp: '2026-10-01T00:00:00.000Z',
          lifecycleStatus: 'Offboarded',
          licenses: [{ name: 'Pro' }, 'Lite', { price: 1 }],
        },
        12,
      ),
    ).toEqual({
      appId: 12,
      personId: 4,
      status: 'managed',
      lastUsedAt: { kind: 'missing', reason: 'absent' },
      createdInApp: { kind: 'known', value: 20_727 },
      isExternal: false,
      departed: true,
      present: false,
      licenses: ['Pro', 'Lite'],
    });
    expect(appUserOf({ idUser: 4, isDeletedInIdentitySources: true }, 12)?.departed).toBe(true);
    expect(appUserOf({ idUser: 4, lifecycleStatus: 'offboarding' }, 12)?.departed).toBe(false);
    expect(appUserOf({ idUser: 4, status: 'active', isUserRemovedFromApp: true }, 12)?.status).toBe(
      'deleted',
    );
    expect(appUserOf({ email: 'a@example.com' }, 12)).toBeNull();
  });

  it('reads refunds, and no transaction whose unit nobody states', () => {
    const bound = bindMapping(mapping, recordsWith());
    const amount = { value: -500, currency: 'EUR', convertedValue: -540 };
    expect(transactionOf({ id: 3, idApp: 1, transactionDate: '2026-01-02', amount }, bound)).toMatchObject({
      id: '3',
      amount: { value: { minor: -500, currency: 'EUR', converted: -540 } },
    });
    expect(transactionOf({ id: 3, amount: 500 }, bound).amount.kind).toBe('invalid');
  });
});

describe('rows without an id', () => {
  it('are left out and counted, and the source is no longer complete', () => {
    const apps: JsonObject[] = [{ id: 1 }, { name: 'no id' }, { id: 'x' }];
    const portfolio = applyMapping(recordsWith({ apps, completeness: [complete('apps', 3)] }), mapping);
    expect(portfolio.apps.map(({ id }) => id)).toEqual([1]);
    expect(portfolio.completeness[0]).toMatchObject({
      rows: 1,
      dropped: 2,
      status: 'partial',
      droppedReasons: ['2 rows have no usable id'],
    });
  });
});

describe('values that many records share', () => {
  it('are one object where they are equal', () => {
    const row = { state: 'Sanctioned', activeUsersCount: 12 };
    const [one, other] = twoApps(row, { ...row });
    expect(one?.state).toBe(other?.state);
    expect(one?.activeUsers).toBe(other?.activeUsers);
  });

  it('keep texts and numbers of equal looks apart', () => {
    const [one] = twoApps({ state: '12', activeUsersCount: 12 }, {});
    expect(one?.state).toEqual({ kind: 'known', value: '12' });
    expect(one?.activeUsers).toEqual({ kind: 'known', value: 12 });
  });
});

describe('whatever comes', () => {
  const keys =
    'id idApp idUser name state status url sources currency licenses amount expenses ' +
    'primaryOwner c_cat_9 activeUsersCount lastVisitTime endDate c_notice_1 c_auto_2 c_yearly_3 ' +
    'c_price_4 c_dept_1 owner lifecycleStatus transactionDate';
  const row = fc.dictionary(fc.constantFrom(...keys.split(' ')), fc.jsonValue());

  it('never throws, and every money is a whole number of minor units', () => {
    fc.assert(
      fc.property(fc.array(row), (list) => {
        const read = JSON.parse(JSON.stringify(list)) as JsonObject[];
        const records = recordsWith({
          apps: read,
          contracts: read,
          users: read,
          transactions: read,
          appUsers: new Map([[1, read]]),
          fields,
        });
        const portfolio = applyMapping(records, mapping);
        const amounts = portfolio.contracts.flatMap(({ annualValue }) =>
          annualValue.kind === 'known' ? annualValue.value.minor : [],
        );
        expect(amounts.every(Number.isSafeInteger)).toBe(true);
      }),
    );
  });

  it('never makes a number of what is missing', () => {
    const empty = fc.constantFrom(null, undefined, '', ' ', { value: null, currency: 'USD' });
    fc.assert(
      fc.property(empty, empty, empty, (expenses, users, visit) => {
        const raw = { id: 1, expenses, activeUsersCount: users, lastVisitTime: visit };
        const app = appOf(JSON.parse(JSON.stringify(raw)) as JsonObject, bindMapping(mapping, recordsWith()));
        for (const value of [app?.spend12m, app?.activeUsers, app?.lastUsedAt]) {
          expect(value?.kind).not.toBe('known');
        }
      }),
    );
  });
});

describe('what other rooms need of a mapping', () => {
  it('asks for mapped and built-in keys once each, labels as keys', () => {
    const keys = fieldsToRequest(mapping, fields);
    expect(keys.app).toEqual(
      'id name state url isHidden sources expenses primaryOwner c_cat_9 activeUsersCount lastVisitTime'.split(
        ' ',
      ),
    );
    expect(keys.contract).toContain('c_price_4');
    expect(keys.user).toContain('c_dept_1');
    expect(keys.user.join()).not.toMatch(/name|email/i);
  });

  it('hands assumptions on without field keys', () => {
    const config = analysisConfig(mapping);
    expect(config).toMatchObject({ spendWindow: 'unknown', spendConfirmed: false, status: 'draft' });
    expect(JSON.stringify(config)).not.toContain('expenses');
    const confirmed = { key: 'expenses', unit: 'minor', confirmed: true, window: 'fiscalYear' } as const;
    const known = mappingWith({ fields: { app: { spend12m: confirmed }, contract: {} } });
    expect(analysisConfig(known)).toMatchObject({ spendWindow: 'fiscalYear', spendConfirmed: true });
  });

  it.each([
    ['In Review', 'pending'],
    ['evaluationPeriod', 'pending'],
    ['cost-optimization', 'sanctioned'],
    ['NEED TO CLOSE', 'closing'],
    ['closed', 'closed'],
    ['toString', 'unmapped'],
  ])('state %s is %s', (state, stateClass) => {
    expect(classifyState(state, {})).toBe(stateClass);
  });
});
