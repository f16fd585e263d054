import { describe, expect, it } from 'vitest';
import type { Analysis, Finding, FindingType } from '../../skill/analysis/base/contract.ts';
import { findingTypes } from '../../skill/analysis/records/finding.ts';
import type { App, AppUser, Portfolio } from '../../skill/mapping/base/portfolio.ts';
import { invalid, missing } from '../../skill/mapping/base/value.ts';
import { analyzeSmall, licensedApp, plainContract } from './fixtures/analyze-small.ts';
import {
  appOf,
  appUserOf,
  completenessOf,
  configOf,
  type contractOf,
  licensesOf,
  personOf,
  portfolioOf,
} from './fixtures/portfolio.ts';

function found(analysis: Analysis, type: FindingType): Finding<number>[] {
  return analysis.findings.filter((finding) => finding.type === type);
}

function of(type: FindingType, portfolio: Portfolio): Finding<number> | undefined {
  return found(analyzeSmall(portfolio), type)[0];
}

function one(app: Partial<Parameters<typeof appOf>[0]>): Portfolio {
  return portfolioOf({ apps: [appOf({ id: 1, ...app })] });
}

function contracted(contract: Partial<Parameters<typeof contractOf>[0]>): Portfolio {
  return portfolioOf({ apps: [appOf({ id: 1 })], contracts: [plainContract(1, 90_000, contract)] });
}

const quarterPast = {
  termStart: '2026-01-01',
  termEnd: '2026-12-31',
  noticeDays: 60,
  autoRenew: true,
} as const;

describe('every type of finding is raised by what it names', () => {
  const cases: readonly (readonly [FindingType, Portfolio, number | null])[] = [
    ['unsanctioned-paid', one({ stateClass: 'unsanctioned', spend12m: 700 }), 700],
    ['closed-but-paid', one({ stateClass: 'closed', spend12m: 700 }), 700],
    ['hidden-but-paid', one({ isHidden: true, spend12m: 700 }), 700],
    ['bought-outside-contract', one({ spend12m: 700 }), 700],
    ['no-owner', one({ owner: missing('empty'), spend12m: 700 }), 700],
    ['owner-departed', one({ owner: { id: '5', departed: true }, spend12m: 700 }), 700],
    ['stale-usage', one({ lastUsedAt: '2026-08-01', spend12m: 700 }), 700],
    ['unmapped-state', one({ state: 'Parked', stateClass: 'unmapped' }), null],
    ['invalid-value', one({ spend12m: invalid('n/a') }), null],
    ['notice-missed', contracted(quarterPast), 90_000],
    ['notice-near', contracted({ ...quarterPast, noticeDays: 30 }), 90_000],
    ['no-date', contracted({ autoRenew: missing('absent'), noticeDays: missing('absent') }), 90_000],
    [
      'ended-with-spend',
      portfolioOf({
        apps: [appOf({ id: 1, spend12m: 700 })],
        contracts: [plainContract(1, 900, { termEnd: '2026-06-30' })],
      }),
      700,
    ],
    [
      'spend-variance',
      portfolioOf({
        apps: [appOf({ id: 1, spend12m: 120_000 })],
        contracts: [plainContract(1, 100_000)],
      }),
      20_000,
    ],
    [
      'price-outlier',
      portfolioOf({
        apps: [appOf({ id: 1 })],
        contracts: [
          plainContract(1, 1_000, { id: 7, seats: 10 }),
          plainContract(1, 3_000, { id: 8, seats: 20 }),
        ],
      }),
      1_000,
    ],
    [
      'duplicate-suspect',
      portfolioOf({
        apps: [appOf({ id: 1 })],
        contracts: [plainContract(1, 1_000, { id: 7 }), plainContract(1, 1_000, { id: 8 })],
      }),
      1_000,
    ],
  ];

  it.each(cases)('%s', (type, portfolio, amount) => {
    expect(of(type, portfolio)).toMatchObject({ amount });
  });

  it('and by nothing else', () => {
    const quiet = portfolioOf({
      apps: [licensedApp(1, { purchased: 10, active: 10, inactive: 0 }, { spend12m: 95_000 })],
      contracts: [plainContract(1, 90_000, { termStart: '2026-06-01', termEnd: '2027-05-31' })],
    });
    expect(analyzeSmall(quiet).findings).toEqual([]);
  });

  it('the list of types is the one that is published', () => {
    expect(new Set(findingTypes).size).toBe(findingTypes.length);
  });
});

describe('limits', () => {
  it('an owner that could not be read is unknown, not absent', () => {
    for (const reason of ['not-mapped', 'hidden-by-role', 'not-read'] as const) {
      expect(of('no-owner', one({ owner: missing(reason), spend12m: 700 }))).toBeUndefined();
    }
  });

  it('a person who has left is known from the list of people too', () => {
    const portfolio = portfolioOf({
      apps: [appOf({ id: 1, owner: { id: '5', departed: null }, spend12m: 700 })],
      people: [personOf({ id: 5, lifecycle: 'offboarded' })],
    });
    expect(of('owner-departed', portfolio)?.appId).toBe(1);
  });

  it('spend that differs by less than the threshold is no variance', () => {
    const portfolio = portfolioOf({
      apps: [appOf({ id: 1, spend12m: 119_999 })],
      contracts: [plainContract(1, 100_000)],
    });
    expect(of('spend-variance', portfolio)).toBeUndefined();
  });

  it('prices of a seat that differ by less than half are no outlier', () => {
    const portfolio = portfolioOf({
      apps: [appOf({ id: 1 })],
      contracts: [
        plainContract(1, 1_000, { id: 7, seats: 10 }),
        plainContract(1, 1_499, { id: 8, seats: 10 }),
      ],
    });
    expect(of('price-outlier', portfolio)).toBeUndefined();
  });

  it('a state is named once, however many apps are in it', () => {
    const apps = [1, 2, 3].map((id) => appOf({ id, state: 'Parked', stateClass: 'unmapped' }));
    const raised = found(analyzeSmall(portfolioOf({ apps })), 'unmapped-state');
    expect(raised.map(({ id }) => id)).toEqual(['unmapped-state:state-parked:mapping']);
  });
});

function verified(app: App): Finding<number> | undefined {
  return of('inactive', portfolioOf({ apps: [app], contracts: [plainContract(1, 1_000_000)] }));
}

function idsOf(analysis: Analysis): string[] {
  return analysis.findings.map((finding) => finding.id);
}

describe('the gate on usage data', () => {
  const idle = { purchased: 100, active: 20, inactive: 80 };
  it('passes fresh usage that the app itself reports', () => {
    expect(verified(licensedApp(1, idle))).toMatchObject({ queue: 'plan', blockers: [] });
  });

  it.each([
    ['no usage record', licensedApp(1, idle, { lastUsedAt: missing('absent') })],
    ['usage records older than 90 days', licensedApp(1, idle, { lastUsedAt: '2026-08-01' })],
    ['most seats idle by sign-ins alone', licensedApp(1, idle, { usageSource: 'sso' })],
  ])('stops %s', (_, app) => {
    const finding = verified(app);
    expect(finding).toMatchObject({ queue: 'review', low: 0 });
    expect(finding?.blockers.join()).toContain('Verify data');
  });

  it('leaves unassigned seats alone: nobody has to use them', () => {
    const app = licensedApp(
      1,
      { purchased: 100, active: 20, inactive: 0 },
      { lastUsedAt: missing('absent') },
    );
    const portfolio = portfolioOf({ apps: [app], contracts: [plainContract(1, 1_000_000)] });
    expect(of('unassigned', portfolio)?.queue).toBe('plan');
  });
});

describe('confidence', () => {
  const idle = { purchased: 100, active: 60, inactive: 40 };
  const scoreWith = (
    more: Partial<Parameters<typeof appOf>[0]>,
    terms: Parameters<typeof plainContract>[2] = {},
  ): number | undefined =>
    of(
      'inactive',
      portfolioOf({
        apps: [licensedApp(1, idle, more)],
        contracts: [plainContract(1, 1_000_000, { unitPrice: 10_000, ...terms })],
      }),
    )?.score;

  it.each([
    ['direct usage of yesterday at a contract price', {}, 1],
    ['three weeks old', { lastUsedAt: '2026-11-01' }, 0.8],
    ['two months old', { lastUsedAt: '2026-09-20' }, 0.5],
    ['sign-ins', { usageSource: 'sso' }, 0.6],
    ['a browser extension', { usageSource: 'extension' }, 0.5],
    ['expenses', { usageSource: 'expense' }, 0.3],
    ['a source nobody states', { usageSource: missing('absent') }, 0],
  ] as const)('%s', (_, more, score) => {
    expect(scoreWith(more)).toBe(score);
  });

  it('falls with the share of seats of unknown usage', () => {
    const licenses = licensesOf({ purchased: 100, inactive: 40, active: missing('absent'), unassigned: 20 });
    expect(scoreWith({ licenses })).toBe(0.5);
  });

  it('of unassigned seats rests on the price alone', () => {
    const app = licensedApp(
      1,
      { purchased: 10, active: 5, inactive: 0, annualCost: 1_000 },
      { usageSource: 'none' },
    );
    expect(of('unassigned', portfolioOf({ apps: [app] }))).toMatchObject({
      score: 0.9,
      confidence: 'high',
    });
  });

  it('of seats that only expenses pay for is none: they price no seat', () => {
    const app = licensedApp(1, { purchased: 10, active: 5, inactive: 0 }, { spend12m: 1_000 });
    expect(of('unassigned', portfolioOf({ apps: [app] }))).toMatchObject({ amount: null, score: 0 });
  });

  it('is at most medium on an assumed price', () => {
    expect(scoreWith({}, { unitPrice: missing('absent') })).toBe(0.7);
    expect(scoreWith({}, { unitPrice: missing('absent'), seats: 100 })).toBe(0.7);
    expect(scoreWith({ usageSource: 'sso' }, { unitPrice: missing('absent') })).toBe(0.6);
  });

  it('is at most medium where more people use the app than its seats can hold, and says so', () => {
    const app = licensedApp(1, idle, { activeUsers: 75 });
    const contracts = [plainContract(1, 1_000_000, { unitPrice: 10_000 })];
    const finding = of('inactive', portfolioOf({ apps: [app], contracts }));
    expect(finding).toMatchObject({ score: 0.7, confidence: 'medium', queue: 'plan' });
    expect(finding?.action).toContain('75 active people and 60 seats in use');
    expect(finding?.against).toEqual(['app/1/activeUsers', 'app/1/seats/active', 'assumption/bufferShare']);
    expect(scoreWith({ activeUsers: 60 })).toBe(1);
  });

  it('of inactive seats does not cite the last use of the app', () => {
    const contracts = [plainContract(1, 1_000_000)];
    const finding = of('inactive', portfolioOf({ apps: [licensedApp(1, idle)], contracts }));
    expect(finding?.evidence).toEqual(['app/1/seats/inactive', 'app/1/seats/purchased']);
  });
});

function usersOf(appId: number, people: readonly number[]): AppUser[] {
  return people.map((personId) => appUserOf({ appId, personId, lastUsedAt: '2026-11-21' }));
}

describe('overlap', () => {
  const apps = [1, 2, 3].map((id) => appOf({ id, category: 'Chat', spend12m: 1_000 * id }));
  const appUsers = [...usersOf(1, [1, 2, 3, 4]), ...usersOf(2, [3, 4, 5]), ...usersOf(3, [8, 9])];
  const portfolio = portfolioOf({ apps, appUsers });

  it('is only suspected while people are not read, and has no money', () => {
    const raised = found(analyzeSmall(portfolio), 'overlap');
    expect(raised.map(({ id, amount, queue }) => [id, amount, queue])).toEqual([
      ['overlap:category-chat:category', null, 'review'],
    ]);
  });

  it('is confirmed by people who hold both, and only for those apps', () => {
    const depth = { basis: 'users', appIds: [1, 2, 3] } as const;
    const raised = found(analyzeSmall(portfolio, { depth }), 'overlap');
    expect(raised.map(({ id, amount, queue }) => [id, amount, queue])).toEqual([
      ['overlap:app-1:shared-people', 2_000, 'review'],
    ]);
    expect(raised[0]?.action).toContain('App 1, App 2');
  });

  it('below the threshold is none', () => {
    const config = configOf({ thresholds: { overlapContainment: 0.7 } });
    const depth = { basis: 'users', appIds: [1, 2, 3] } as const;
    expect(found(analyzeSmall(portfolio, { depth, config }), 'overlap')).toEqual([]);
  });

  it('never enters the plan by itself', () => {
    const depth = { basis: 'users', appIds: [1, 2, 3] } as const;
    expect(analyzeSmall(portfolio, { depth }).ledger).toEqual([]);
  });
});

describe('suites and duplicates', () => {
  it('an app that is paid for apart from the suite that includes it', () => {
    const apps = [appOf({ id: 1, spend12m: 9_000 }), appOf({ id: 2, spend12m: 500 })];
    const config = configOf({ suites: [{ appId: 1, includes: [2] }] });
    const raised = found(analyzeSmall(portfolioOf({ apps }), { config }), 'bundle-covered');
    expect(raised).toMatchObject([{ id: 'bundle-covered:app-2:suite', amount: 500, queue: 'review' }]);
  });

  it('apps of one domain, or of one vendor and name, are suggested once', () => {
    const apps = [
      appOf({ id: 1, name: 'Acme CRM', vendor: 'Acme, Inc.', domain: 'acme.example' }),
      appOf({ id: 2, name: 'ACME  crm', vendor: 'Acme Inc', domain: 'acme.example' }),
      appOf({ id: 3, name: 'Acme CRM', vendor: 'Other', domain: 'other.example' }),
    ];
    const raised = found(analyzeSmall(portfolioOf({ apps })), 'duplicate-suspect');
    expect(raised.map(({ id, amount }) => [id, amount])).toEqual([['duplicate-suspect:app-1:domain', null]]);
  });
});

describe('decisions', () => {
  const portfolio = portfolioOf({
    apps: [licensedApp(1, { purchased: 100, active: 60, inactive: 30 })],
    contracts: [plainContract(1, 1_200_000)],
  });
  const saving = (decisions: Parameters<typeof analyzeSmall>[1]): number | null =>
    analyzeSmall(portfolio, decisions).totals.hardSavingAnnual;
  const id = 'inactive:app-1:seats';

  it.each(['rejected', 'accepted-risk', 'snoozed'] as const)(
    '%s takes a finding out of the plan',
    (verdict) => {
      const analysis = analyzeSmall(portfolio, { decisions: [{ id, verdict }] });
      expect(analysis.totals.hardSavingAnnual).toBe(120_000);
      expect(analysis.findings.find((finding) => finding.id === id)).toMatchObject({
        decision: verdict,
        queue: 'info',
      });
    },
  );

  it('accepting agrees with the plan', () => {
    const analysis = analyzeSmall(portfolio, { decisions: [{ id, verdict: 'accepted' }] });
    expect(analysis.totals.hardSavingAnnual).toBe(408_000);
    expect(analysis.findings.find((finding) => finding.id === id)?.decision).toBe('accepted');
  });

  it('a snoozed finding wakes up on its day', () => {
    expect(saving({ decisions: [{ id, verdict: 'snoozed', until: '2026-11-23' }] })).toBe(120_000);
    expect(saving({ decisions: [{ id, verdict: 'snoozed', until: '2026-11-22' }] })).toBe(408_000);
  });

  it('about an app covers all its findings, and a later one replaces an earlier', () => {
    expect(saving({ decisions: [{ id: 'app/1', verdict: 'rejected' }] })).toBe(0);
    const both = [
      { id, verdict: 'rejected' },
      { id, verdict: 'accepted' },
    ] as const;
    expect(saving({ decisions: both })).toBe(408_000);
  });
});

describe('ids', () => {
  it('survive a change of every threshold', () => {
    const portfolio = portfolioOf({
      apps: [licensedApp(1, { purchased: 100, active: 60, inactive: 30 }, { spend12m: 700 })],
      contracts: [plainContract(1, 1_200_000, quarterPast)],
      completeness: [completenessOf({ source: 'apps' }), completenessOf({ source: 'contracts' })],
    });
    const config = configOf({
      thresholds: { inactiveDays: 30, spendVariancePercent: 5, noticeNearDays: 90 },
    });
    expect(idsOf(analyzeSmall(portfolio, { config }))).toEqual(idsOf(analyzeSmall(portfolio)));
  });
});
