import { describe, expect, it } from 'vitest';
import { dayOf } from '../../skill/analysis/base/day.ts';
import type { AppUser } from '../../skill/mapping/base/portfolio.ts';
import { known } from '../../skill/mapping/base/value.ts';
import {
  appOf,
  appUserOf,
  configOf,
  licensesOf,
  personOf,
  portfolioOf,
  transactionOf,
} from './fixtures/portfolio.ts';
import { analyzeSmall, appIn, licensedApp, plainContract, rowIn } from './fixtures/analyze-small.ts';

/** 100 seats at $120, of which 60 are used, 30 idle and 10 nobody's: the plan holds 66 of them. */
const seated = {
  apps: [licensedApp(1, { purchased: 100, active: 60, inactive: 30 })],
  contracts: [plainContract(1, 1_200_000)],
};

function usersOf(appId: number, people: readonly number[], more: Partial<AppUser> = {}): AppUser[] {
  return people.map((personId) => ({
    ...appUserOf({ appId, personId, lastUsedAt: '2026-11-21', createdInApp: '2024-01-01' }),
    ...more,
  }));
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

describe('R1: the hard saving is what the applied rows add up to', () => {
  it('and never the standalone amounts of findings', () => {
    const { totals, ledger, findings } = analyzeSmall(portfolioOf(seated));
    const standalone = findings.filter(({ queue }) => queue === 'plan').map(({ amount }) => amount ?? 0);
    expect(standalone.reduce((sum, amount) => sum + amount, 0)).toBe(480_000);
    expect(totals.hardSavingAnnual).toBe(34 * 12_000);
    expect(ledger.map(({ hardAnnual }) => hardAnnual)).toEqual([10 * 12_000, 24 * 12_000]);
    expect(totals.projectedAnnual).toBe(66 * 12_000);
  });

  it('a finding that is not applied is no ledger row', () => {
    const apps = [appOf({ id: 1, stateClass: 'unsanctioned', spend12m: 50_000 })];
    const { findings, ledger, totals } = analyzeSmall(portfolioOf({ apps }));
    expect(findings.map(({ type }) => type)).toContain('unsanctioned-paid');
    expect(ledger).toEqual([]);
    expect(totals.projectedAnnual).toBe(totals.baselineAnnual);
  });
});

describe('R2: leaving an app supersedes every other lever on it', () => {
  it('whose rows stay, with nothing in them', () => {
    const edits = [{ appId: 1, action: 'retire', pricePercent: 10 }] as const;
    const analysis = analyzeSmall(portfolioOf(seated), { edits });
    expect(rowIn(analysis, 'retire:app-1').hardAnnual).toBe(1_200_000);
    const others = analysis.ledger.filter(({ supersededBy }) => supersededBy === 'retire:app-1');
    expect(others.map(({ lever }) => lever)).toEqual(['unassigned', 'inactive', 'price']);
    expect(others.every(({ hardAnnual, next12 }) => hardAnnual === 0 && next12 === 0)).toBe(true);
    expect(analysis.totals.hardSavingAnnual).toBe(1_200_000);
  });
});

describe('R3: levers are attributed in one order, each on the residual', () => {
  it('departed before unassigned before inactive, up to what can be recovered', () => {
    const apps = [licensedApp(1, { purchased: 20, active: 17, inactive: 0 })];
    const appUsers = [
      ...usersOf(1, range(1, 10)),
      ...usersOf(1, range(11, 13), { departed: true, lastUsedAt: known(dayOf('2026-10-01')) }),
      ...usersOf(1, range(14, 17)).map((user) => ({
        ...user,
        lastUsedAt: appUserOf({ appId: 1, personId: 1, lastUsedAt: '2026-01-01' }).lastUsedAt,
      })),
    ];
    const portfolio = portfolioOf({ apps, contracts: [plainContract(1, 2_000_000)], appUsers });
    const complete = { ...portfolio, completeness: [...portfolio.completeness, certificate('appUsers')] };
    const { ledger } = analyzeSmall(complete, { depth: { basis: 'users', appIds: [1] } });
    // 10 active, so 11 are held of 20: 3 departed, 3 unassigned, and 3 of the 4 inactive seats go.
    expect(ledger.map(({ lever, seats, hardAnnual }) => [lever, seats, hardAnnual])).toEqual([
      ['departed', 3, 300_000],
      ['unassigned', 3, 300_000],
      ['inactive', 3, 300_000],
    ]);
  });

  it('a price ask sees only what the seats have left', () => {
    const edits = [{ appId: 1, action: 'keep', pricePercent: 10 }] as const;
    const analysis = analyzeSmall(portfolioOf(seated), { edits });
    expect(rowIn(analysis, 'price:app-1').hardAnnual).toBe(79_200);
  });
});

function certificate(source: 'appUsers' | 'transactions') {
  const [first] = portfolioOf({}).completeness;
  if (first === undefined) throw new Error('No certificate.');
  return { ...first, source };
}

describe('R4: a seat is removed once', () => {
  it('a tier is paid only for the seats that stay', () => {
    const edits = [{ appId: 1, action: 'keep', tierPrice: 10_000, pricePercent: 50 }] as const;
    const analysis = analyzeSmall(portfolioOf(seated), { edits });
    expect(rowIn(analysis, 'tier:app-1')).toMatchObject({ seats: 66, hardAnnual: 66 * 2_000 });
    expect(rowIn(analysis, 'price:app-1').hardAnnual).toBe(330_000);
    expect(analysis.totals.projectedAnnual).toBe(330_000);
  });

  it("a person's target takes idle seats first and says when it goes below the seats in use", () => {
    const edits = [{ appId: 1, action: 'keep', seatTarget: 50 }] as const;
    const analysis = analyzeSmall(portfolioOf(seated), { edits });
    expect(analysis.totals.hardSavingAnnual).toBe(50 * 12_000);
    expect(rowIn(analysis, 'inactive:app-1').seats).toBe(40);
    expect(rowIn(analysis, 'inactive:app-1').assumptions.join()).toContain('10 of these seats are in use');
  });
});

describe('R5: an app is in one consolidation group', () => {
  const apps = [1, 2, 3].map((id) => appOf({ id, spend12m: 1_000 * id }));

  it('a survivor that is itself replaced hands its group on', () => {
    const { plan, totals } = analyzeSmall(portfolioOf({ apps }), {
      edits: [
        { appId: 1, action: 'replaceBy', survivorId: 2 },
        { appId: 2, action: 'replaceBy', survivorId: 3 },
      ],
    });
    expect(plan.filter(({ action }) => action === 'replaceBy').map(({ survivorId }) => survivorId)).toEqual([
      3, 3,
    ]);
    expect(totals.projectedAnnual).toBe(3_000);
  });

  it('apps that replace each other both stay, and the self-audit says so', () => {
    const edits = [
      { appId: 1, action: 'replaceBy', survivorId: 2 },
      { appId: 2, action: 'replaceBy', survivorId: 1 },
    ] as const;
    expect(() => analyzeSmall(portfolioOf({ apps }), { edits })).toThrow(/Every plan edit is followed/);
  });

  it('free seats of the survivor take those who come, and are not claimed as well', () => {
    const portfolio = portfolioOf({
      apps: [
        licensedApp(1, { purchased: 100, active: 50, inactive: 0 }),
        licensedApp(2, { purchased: 30, active: 30, inactive: 0 }),
      ],
      contracts: [plainContract(1, 1_000_000), plainContract(2, 300_000)],
    });
    const edits = [{ appId: 2, action: 'replaceBy', survivorId: 1 }] as const;
    const analysis = analyzeSmall(portfolio, { edits });
    // 50 + 30 people and a tenth more hold 88 seats, so 12 of the 50 free ones go instead of 45.
    expect(rowIn(analysis, 'unassigned:app-1').seats).toBe(12);
    expect(rowIn(analysis, 'added-seats:app-1')).toMatchObject({ seats: 0, hardAnnual: 0 });
    expect(analysis.totals.avoidanceAnnual).toBe(300_000);
    expect(analysis.totals.hardSavingAnnual).toBe(300_000 + 120_000);
  });
});

describe('R6: seats are added for people who are not there yet', () => {
  it('counted once, however many of their apps go', () => {
    const appUsers = [...usersOf(1, range(1, 10)), ...usersOf(2, range(6, 15)), ...usersOf(3, range(11, 20))];
    const portfolio = portfolioOf({
      apps: [1, 2, 3].map((id) => licensedApp(id, { purchased: 10, active: 10, inactive: 0 })),
      contracts: [1, 2, 3].map((id) => plainContract(id, 100_000)),
      appUsers,
    });
    const complete = { ...portfolio, completeness: [...portfolio.completeness, certificate('appUsers')] };
    const analysis = analyzeSmall(complete, {
      config: configOf({ rightSizing: { policy: 'seats', seats: 0 } }),
      depth: { basis: 'users', appIds: [1, 2, 3] },
      edits: [
        { appId: 2, action: 'replaceBy', survivorId: 1 },
        { appId: 3, action: 'replaceBy', survivorId: 1 },
      ],
    });
    // 15 people come (6 to 20), 5 of them (6 to 10) are there: 10 seats at 10,000.
    expect(rowIn(analysis, 'added-seats:app-1')).toMatchObject({ seats: 10, hardAnnual: -100_000 });
    expect(analysis.totals.hardSavingAnnual).toBe(100_000);
  });
});

describe('R7: bundled cost is not avoidable', () => {
  it('an app that only its suite pays for saves nothing when it is retired', () => {
    const portfolio = portfolioOf({
      apps: [appOf({ id: 1 }), appOf({ id: 2 })],
      contracts: [plainContract(1, 5_000_000)],
    });
    const config = configOf({ suites: [{ appId: 1, includes: [2] }] });
    const analysis = analyzeSmall(portfolio, { config, edits: [{ appId: 2, action: 'retire' }] });
    expect(rowIn(analysis, 'retire:app-2').hardAnnual).toBe(0);
    expect(analysis.totals.hardSavingAnnual).toBe(0);
  });
});

describe('R8: the buffer is taken once, on the survivor', () => {
  it('over all who are then there', () => {
    const portfolio = portfolioOf({
      apps: [
        licensedApp(1, { purchased: 50, active: 50, inactive: 0 }),
        licensedApp(2, { purchased: 50, active: 50, inactive: 0 }),
      ],
      contracts: [plainContract(1, 500_000), plainContract(2, 500_000)],
    });
    const analysis = analyzeSmall(portfolio, { edits: [{ appId: 2, action: 'replaceBy', survivorId: 1 }] });
    expect(rowIn(analysis, 'added-seats:app-1').seats).toBe(60);
  });
});

describe('R9: views of one money are alternatives', () => {
  it('contract, licenses and spend are never added', () => {
    const portfolio = portfolioOf({
      apps: [appOf({ id: 1, spend12m: 900 })],
      contracts: [plainContract(1, 1_000)],
    });
    expect(analyzeSmall(portfolio).totals.baselineAnnual).toBe(1_000);
  });
});

describe('R10: kinds of money have columns of their own', () => {
  it('a one-time cost is no annual one', () => {
    const edits = [{ appId: 1, action: 'retire', oneTime: 5_000 }] as const;
    const { totals } = analyzeSmall(portfolioOf(seated), { edits });
    expect(totals).toMatchObject({ oneTime: 5_000, hardSavingAnnual: 1_200_000, projectedAnnual: 0 });
  });

  it('a one-time cost without an annual effect is still booked', () => {
    const apps = [appOf({ id: 1, spend12m: 1_000 })];
    const edits = [{ appId: 1, action: 'keep', oneTime: 5_000 }] as const;
    expect(analyzeSmall(portfolioOf({ apps }), { edits }).totals).toMatchObject({
      oneTime: 5_000,
      hardSavingAnnual: 0,
    });
  });
});

describe('R11: what is missing is not 0', () => {
  it('seats without a price are counted, without money', () => {
    const { findings, ledger, totals } = analyzeSmall(portfolioOf({ apps: seated.apps }));
    const idle = findings.find(({ type }) => type === 'unassigned');
    expect(idle).toMatchObject({ amount: null, low: null, high: null, queue: 'review' });
    expect(idle?.action).toContain('10 seats');
    expect(ledger).toEqual([]);
    expect(totals).toMatchObject({ unpricedApps: 1, wasteAnnual: 0 });
  });

  it('seats of unknown usage stay, and the interval shows what they may hold', () => {
    const licenses = licensesOf({ purchased: 100, active: 50, unassigned: 10 });
    const apps = [appOf({ id: 1, lastUsedAt: '2026-11-21', licenses })];
    const { totals } = analyzeSmall(portfolioOf({ apps, contracts: seated.contracts }));
    expect(totals).toMatchObject({ wasteAnnual: 120_000, unknownSeatValueAnnual: 480_000 });
    // 90 seats stay and a tenth more are held, so one of the ten free seats goes.
    expect(totals.hardSavingAnnual).toBe(12_000);
  });
});

describe('R12: true-up liabilities are shown, not netted', () => {
  it('seats beyond those purchased cost, and take nothing from the saving', () => {
    const apps = [licensedApp(1, { purchased: 100, active: 110, inactive: 0 })];
    const { totals, findings } = analyzeSmall(portfolioOf({ apps, contracts: seated.contracts }));
    expect(totals).toMatchObject({ liabilityAnnual: 120_000, wasteAnnual: 0, hardSavingAnnual: 0 });
    expect(findings.find(({ type }) => type === 'over-assigned')?.amount).toBe(120_000);
  });
});

describe('R13: slices and the unallocated rest make up the total', () => {
  const organizationalView = { label: 'Department', entity: 'user', key: 'department' } as const;
  const people = range(1, 10).map((id) => personOf({ id, view: id <= 6 ? 'Sales' : null }));

  it('by people where their rows are read; the rest is unallocated', () => {
    const portfolio = portfolioOf({
      apps: [appOf({ id: 1, spend12m: 1_000 }), appOf({ id: 2, spend12m: 500 })],
      people,
      appUsers: usersOf(1, range(1, 10)),
    });
    const { slices } = analyzeSmall(portfolio, {
      config: configOf({ organizationalView }),
      depth: { basis: 'users', appIds: [1] },
    });
    expect(slices).toMatchObject([
      { value: 'Sales', baselineAnnual: 600, apps: 1 },
      { value: 'Unallocated', baselineAnnual: 900, apps: 2 },
    ]);
  });

  it('by contract, in proportion to their amounts', () => {
    const portfolio = portfolioOf({
      apps: [appOf({ id: 1 })],
      contracts: [
        plainContract(1, 700, { id: 7, view: 'Sales' }),
        plainContract(1, 300, { id: 8, view: 'Legal' }),
      ],
    });
    const { slices } = analyzeSmall(portfolio, {
      config: configOf({ organizationalView: { ...organizationalView, entity: 'contract' } }),
    });
    expect(slices.map(({ value, baselineAnnual }) => [value, baselineAnnual])).toEqual([
      ['Legal', 300],
      ['Sales', 700],
    ]);
  });

  it('a refund takes weight from its department, never money from the total', () => {
    const transactions = [
      transactionOf({ id: 'a', appId: 1, date: '2026-05-01', amount: 400, view: 'Sales' }),
      transactionOf({ id: 'b', appId: 1, date: '2026-05-02', amount: -900, view: 'Legal' }),
    ];
    const { slices, totals } = analyzeSmall(
      portfolioOf({ apps: [appOf({ id: 1, spend12m: 1_000 })], transactions }),
      { config: configOf({ organizationalView: { ...organizationalView, entity: 'transaction' } }) },
    );
    expect(slices.reduce((sum, { baselineAnnual }) => sum + baselineAnnual, 0)).toBe(totals.baselineAnnual);
  });
});

describe('R14: small groups are not shown, and change no total', () => {
  it('their share is unallocated', () => {
    const organizationalView = { label: 'Department', entity: 'user', key: 'department' } as const;
    const portfolio = portfolioOf({
      apps: [appOf({ id: 1, spend12m: 1_000 })],
      people: range(1, 10).map((id) => personOf({ id, view: id <= 4 ? 'Board' : 'Sales' })),
      appUsers: usersOf(1, range(1, 10)),
    });
    const { slices } = analyzeSmall(portfolio, {
      config: configOf({ organizationalView }),
      depth: { basis: 'users', appIds: [1] },
    });
    expect(slices.map(({ value, baselineAnnual }) => [value, baselineAnnual])).toEqual([
      ['Sales', 600],
      ['Unallocated', 400],
    ]);
  });
});

describe('a plan', () => {
  it('marks what rules propose and what a person decided', () => {
    const apps = [...seated.apps, appOf({ id: 2, spend12m: 1 })];
    const { plan } = analyzeSmall(portfolioOf({ ...seated, apps }), {
      edits: [{ appId: 2, action: 'retire' }],
    });
    expect(plan.map(({ appId, source }) => [appId, source])).toEqual([
      [1, 'rules'],
      [2, 'person'],
    ]);
  });

  it('keeps the saving of an app whose cost is unknown out of the ledger', () => {
    const edits = [{ appId: 1, action: 'keep', projectedAnnual: 500 }] as const;
    const analysis = analyzeSmall(portfolioOf({ apps: [appOf({ id: 1 })] }), { edits });
    expect(appIn(analysis, 1).projectedAnnual).toBeNull();
    expect(rowIn(analysis, 'price:app-1').assumptions.join()).toContain('Unpriced');
  });
});
