import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../skill/analysis/base/day.ts';
import { rounded } from '../../skill/analysis/base/exact.ts';
import { seatTarget } from '../../skill/analysis/seats/right-sizing.ts';
import type { AnalysisConfig } from '../../skill/mapping/base/mapping.ts';
import type { App, AppUser } from '../../skill/mapping/base/portfolio.ts';
import { assessOne, today } from './fixtures/assess-small.ts';
import {
  appOf,
  appUserOf,
  completenessOf,
  configOf,
  contractOf,
  licensesOf,
  lineOf,
  personOf,
  portfolioOf,
} from './fixtures/portfolio.ts';

type Counts = Parameters<typeof licensesOf>[0];
type Rows = Parameters<typeof portfolioOf>[0];

const deep = { basis: 'users', appIds: [1] } as const;
const now = dayOf(today);

function appWith(counts: Counts): App {
  return appOf({ id: 1, licenses: licensesOf(counts) });
}

function seatsFrom(counts: Counts, rows: Rows = {}) {
  return assessOne(portfolioOf({ apps: [appWith(counts)], ...rows })).seats;
}

function rowsOf(count: number, row: Partial<Parameters<typeof appUserOf>[0]> = {}, from = 1): AppUser[] {
  return Array.from({ length: count }, (_, index) =>
    appUserOf({ appId: 1, personId: from + index, lastUsedAt: today, ...row }),
  );
}

function seatsFromRows(counts: Counts, rows: Rows, config?: AnalysisConfig) {
  const completeness = [completenessOf({ source: 'appUsers' })];
  return assessOne(portfolioOf({ apps: [appWith(counts)], completeness, ...rows }), config, deep).seats;
}

describe('license counts', () => {
  it.each([
    [{ purchased: 100, active: 60, inactive: 30, unassigned: 10 }, [90, 10, 0, 30, 60, 0]],
    [{ purchased: 100, active: 60, inactive: 20, unassigned: 10 }, [90, 10, 10, 20, 60, 0]],
    [{ purchased: 100, active: 60, inactive: 30 }, [100, 0, 10, 30, 60, 0]],
    [{ purchased: 100, active: 60 }, [100, 0, 40, 0, 60, 0]],
    [{ purchased: 100, unassigned: 10 }, [90, 10, 90, 0, 0, 0]],
    [{ purchased: 100 }, [100, 0, 100, 0, 0, 0]],
    [{ purchased: 100, active: 90, inactive: 30, unassigned: 10 }, [120, 0, 0, 30, 90, 20]],
    [{ purchased: 100, active: 80, inactive: 15, unassigned: 20 }, [95, 5, 0, 15, 80, 0]],
    [{ active: 60, inactive: 30, unassigned: 10 }, [90, 10, 0, 30, 60, 0]],
    [{ purchased: 0, active: 2, inactive: 0 }, [2, 0, 0, 0, 2, 2]],
  ] as [Counts, number[]][])('%o', (counts, expected) => {
    const total = seatsFrom(counts)?.total;
    const { assigned, unassigned, unknown, inactive, active, overAssigned } = total ?? {};
    expect([assigned, unassigned, unknown, inactive, active, overAssigned]).toEqual(expected);
  });

  it('that do not say how many seats there are give none', () => {
    expect(seatsFrom({ active: 5, inactive: 5 })).toBeNull();
    expect(assessOne(portfolioOf({ apps: [appOf({ id: 1 })] })).seats).toBeNull();
  });

  it("say that Torii's threshold decided, which the mapping's does not move", () => {
    const counts = { purchased: 10, active: 4, inactive: 6, unassigned: 0 };
    const portfolio = portfolioOf({ apps: [appWith(counts)] });
    const of = (inactiveDays: number) => assessOne(portfolio, configOf({ thresholds: { inactiveDays } }));
    expect(of(1).seats).toEqual(of(400).seats);
    expect(of(1).seats?.thresholdIsTorii).toBe(true);
  });

  it('come from the contracts in force where no license is known: all of unknown use', () => {
    const contracts = [
      contractOf({ id: 1, appId: 1, seats: 30 }),
      contractOf({ id: 2, appId: 1, seats: 12 }),
      contractOf({ id: 3, appId: 1, seats: 99, statusClass: 'pipeline' }),
    ];
    const { seats } = assessOne(portfolioOf({ apps: [appOf({ id: 1 })], contracts }));
    expect(seats?.total).toMatchObject({ purchased: 42, assigned: 42, unknown: 42, unassigned: 0 });
    expect(seatsFrom({ active: 5, inactive: 5 }, { contracts })?.total).toMatchObject({
      purchased: 42,
      unknown: 32,
    });
  });
});

const names = (seats: ReturnType<typeof seatsFrom>) => seats?.lines.map(({ name }) => name);

describe('lines', () => {
  const pro = lineOf({ name: 'Pro', purchased: 60, active: 40, inactive: 20, unassigned: 0 });
  const basic = lineOf({ name: 'Basic', purchased: 40, active: 10, inactive: 10, unassigned: 20 });
  const summary = { purchased: 100, active: 50, inactive: 30, unassigned: 20 };

  it('are used where they account for the summary', () => {
    const seats = seatsFrom({ ...summary, lines: [pro, basic] });
    expect(seats?.lines.map(({ name, purchased }) => [name, purchased])).toEqual([
      ['Pro', 60],
      ['Basic', 40],
    ]);
    expect(seats?.total).toMatchObject({ ...summary, assigned: 80 });
  });

  it('are kept where the summary has more; the rest is of unknown use and unpriced', () => {
    const seats = seatsFrom({ ...summary, annualCost: 9000, lines: [pro] });
    expect(names(seats)).toEqual(['Pro', 'Seats on no line']);
    expect(seats?.total).toMatchObject({
      purchased: 100,
      active: 40,
      inactive: 20,
      unassigned: 0,
      unknown: 40,
    });
    expect(seats?.lines[1]).toMatchObject({
      purchased: 40,
      unknown: 40,
      unitPrice: null,
      priceBasis: 'none',
    });
  });

  it('are kept where a count is missing in one of them: it is unknown there alone', () => {
    const seats = seatsFrom({
      ...summary,
      lines: [pro, lineOf({ name: 'Basic', purchased: 40, unassigned: 20 })],
    });
    expect(seats?.total).toMatchObject({
      purchased: 100,
      active: 40,
      inactive: 20,
      unassigned: 20,
      unknown: 20,
    });
    const bare = seatsFrom({ ...summary, lines: [pro, lineOf({ name: 'Basic' })] });
    expect(names(bare)).toEqual(['Pro', 'Basic', 'Seats on no line']);
    expect(bare?.lines[0]).toEqual(seats?.lines[0]);
    expect(bare?.total.purchased).toBe(100);
  });

  it('are kept where the summary has less, and the difference is noted', () => {
    const seats = seatsFrom({ ...summary, active: 49, lines: [pro, basic] });
    expect(seats?.total).toMatchObject({ purchased: 100, active: 50 });
    expect(seats?.summaryDiffers).toBe(true);
    expect(seatsFrom({ ...summary, lines: [pro, basic] })?.summaryDiffers).toBe(false);
  });

  it('are never netted: what one lacks is owed, what another has spare is idle', () => {
    const lines = [
      lineOf({ name: 'Short', purchased: 50, active: 60, inactive: 0, unassigned: 0 }),
      lineOf({ name: 'Spare', purchased: 200, active: 150, inactive: 0, unassigned: 50 }),
    ];
    expect(seatsFrom({ lines })?.total).toMatchObject({ overAssigned: 10, unassigned: 50, assigned: 210 });
  });

  it('hold hires and spare seats once for the app, the percentage for all lines of one price', () => {
    const portfolio = portfolioOf({ apps: [appWith({ lines: [pro, basic] })] });
    const targets = (rightSizing: object) =>
      assessOne(portfolio, configOf({ rightSizing })).seats?.pools.map(({ target }) => target);
    expect(targets({ policy: 'buffer', percent: 0, hires: 10 })).toEqual([60]);
    expect(targets({ policy: 'seats', seats: 5 })).toEqual([55]);
    expect(targets({ policy: 'buffer', percent: 10 })).toEqual([55]);
    expect(targets({ perApp: { '1': { policy: 'targetUtilisation', percent: 50 } } })).toEqual([100]);
  });

  it('of several prices hold hires where seats are spare, the highest price first', () => {
    const priced = [
      lineOf({ name: 'Basic', purchased: 40, active: 10, inactive: 10, unassigned: 20, annualCost: 4000 }),
      lineOf({ name: 'Pro', purchased: 60, active: 57, inactive: 3, unassigned: 0, annualCost: 60_000 }),
    ];
    const config = configOf({ rightSizing: { policy: 'buffer', percent: 0, hires: 5 } });
    const { seats } = assessOne(portfolioOf({ apps: [appWith({ lines: priced })] }), config);
    expect(seats?.pools.map(({ held, target }) => [held, target])).toEqual([
      [3, 60],
      [2, 12],
    ]);
  });
});

describe('lines without a limit', () => {
  const plain = lineOf({
    name: 'Pro',
    purchased: 50,
    active: 40,
    inactive: 5,
    unassigned: 5,
    annualCost: 5000,
  });
  const without = seatsFrom({ lines: [plain] });

  it.each([
    ['says so', { unlimited: true }],
    ['has nines', { purchased: 99_999, active: 30, inactive: 0, unassigned: 99_969, annualCost: 700 }],
    [
      'has many seats of which hardly one is assigned',
      { purchased: 10_000, active: 99, inactive: 0, unassigned: 9901 },
    ],
    [
      'is free and has many',
      { purchased: 1_000_000, active: 0, inactive: 0, unassigned: 1_000_000, annualCost: 0 },
    ],
  ] as const)('are out of seats, waste and money: one that %s', (_, counts) => {
    const seats = seatsFrom({ lines: [lineOf({ name: 'Free', ...counts }), plain] });
    expect(seats?.total).toEqual(without?.total);
    expect(seats?.lines.map(({ priceBasis }) => priceBasis)).toEqual(['licence']);
    expect(seats?.unlimited.map(({ name, place }) => [name, place])).toEqual([['Free', 0]]);
  });

  it.each([
    ['99 seats', { purchased: 99, active: 1, inactive: 0, unassigned: 98 }],
    ['four nines', { purchased: 9_999, active: 0, inactive: 0, unassigned: 9_999 }],
    [
      'many seats with a price',
      { purchased: 10_000, active: 9, inactive: 0, unassigned: 9_991, annualCost: 70 },
    ],
    [
      'many seats of which 1 % is assigned',
      { purchased: 10_000, active: 100, inactive: 0, unassigned: 9_900 },
    ],
    ['many seats of unknown use', { purchased: 10_000 }],
  ] as const)('are not those of %s', (_, counts) => {
    expect(seatsFrom({ lines: [lineOf(counts), plain] })?.unlimited).toEqual([]);
  });

  it('alone leave the app without seat counts', () => {
    const seats = seatsFrom({ lines: [lineOf({ name: 'Site', unlimited: true, active: 9 })] });
    expect([seats?.total.purchased, seats?.lines.length, seats?.unlimited.length]).toEqual([0, 0, 1]);
  });
});

const covering = (seats: number) => contractOf({ appId: 1, annualValue: 10_500, seats });

const pricesIn = (seats: ReturnType<typeof seatsFrom>) =>
  seats?.lines.map(({ unitPrice, priceBasis }) => [
    unitPrice === null ? null : rounded(unitPrice),
    priceBasis,
  ]);
const pricesOf = (given: Counts, ...contracts: ReturnType<typeof contractOf>[]) =>
  pricesIn(seatsFrom(given, { contracts }));

describe('price of a seat', () => {
  const counts = { purchased: 10, active: 5, inactive: 5, unassigned: 0 };
  const contract = { appId: 1, annualValue: 5000 };

  it("is the line's own first, by its annual cost or by its price", () => {
    const stated = contractOf({ ...contract, unitPrice: 400, seats: 10 });
    expect(pricesOf({ ...counts, annualCost: 3000 }, stated)).toEqual([[300, 'licence']]);
    const line = lineOf({ ...counts, pricePerLicense: 200 });
    expect(pricesOf({ lines: [line] }, stated)).toEqual([[200, 'licence']]);
    expect(pricesOf({ lines: [lineOf({ ...counts, annualCost: 0 })] }, stated)).toEqual([[0, 'free']]);
  });

  it("then the contract's price, its cost by recorded seats, its cost by the seats of the only line", () => {
    expect(pricesOf(counts, contractOf({ ...contract, unitPrice: 400, seats: 10 }))).toEqual([
      [400, 'contract'],
    ]);
    expect(pricesOf(counts, contractOf({ ...contract, seats: 20 }))).toEqual([[250, 'contract-seats']]);
    expect(pricesOf(counts, contractOf(contract))).toEqual([[500, 'contract-single']]);
  });

  it('never comes from expenses, and a cost of the summary is not spread over lines', () => {
    const app = appOf({ id: 1, licenses: licensesOf(counts), spend12m: 700 });
    expect(pricesIn(assessOne(portfolioOf({ apps: [app] })).seats)).toEqual([[null, 'none']]);
    const lines = [lineOf({ ...counts, name: 'Full' }), lineOf({ ...counts, name: 'Guest' })];
    expect(pricesOf({ annualCost: 4000, lines })).toEqual([
      [null, 'none'],
      [null, 'none'],
    ]);
  });

  it('of a contract holds for unpriced lines of as many seats as it records, within 5 %', () => {
    const full = lineOf({ name: 'Full', purchased: 60 });
    const guest = lineOf({ name: 'Guest', purchased: 40 });
    expect(pricesOf({ lines: [full, guest] }, covering(105))).toEqual([
      [100, 'contract-seats'],
      [100, 'contract-seats'],
    ]);
    expect(pricesOf({ lines: [full, guest] }, covering(106))?.[0]).toEqual([null, 'none']);
    expect(pricesOf({ lines: [full, guest] }, contractOf({ appId: 1, annualValue: 10_500 }))?.[0]).toEqual([
      null,
      'none',
    ]);
  });

  it('is not changed by lines that are free, empty or without a limit', () => {
    const idle = [
      lineOf({ name: 'Free', purchased: 500, annualCost: 0 }),
      lineOf({ name: 'Legacy', purchased: 0 }),
      lineOf({ name: 'Viewer', unlimited: true }),
    ];
    const lines = [lineOf({ ...counts, name: 'Full' }), ...idle];
    expect(pricesOf({ lines }, contractOf({ ...contract, unitPrice: 400 }))?.[0]).toEqual([400, 'contract']);
    expect(pricesOf({ lines }, contractOf({ ...contract, seats: 20 }))?.[0]).toEqual([250, 'contract-seats']);
    expect(pricesOf({ lines }, contractOf(contract))?.[0]).toEqual([500, 'contract-single']);
  });

  it('never makes lines cost more than the app', () => {
    expect(pricesOf(counts, contractOf({ ...contract, unitPrice: 600 }))).toEqual([[500, 'contract']]);
    const lines = [
      lineOf({ purchased: 1, annualCost: 6000 }),
      lineOf({ name: 'Pro', purchased: 1, annualCost: 3000 }),
    ];
    expect(pricesOf({ lines }, contractOf(contract))).toEqual([
      [3333, 'licence'],
      [1667, 'licence'],
    ]);
  });

  it('is unknown where the cost of the app is', () => {
    expect(pricesOf(counts)).toEqual([[null, 'none']]);
    expect(pricesOf(counts, contractOf({ appId: 1, unitPrice: 400 }))).toEqual([[null, 'none']]);
  });

  it('is the mean by seats where contracts state different prices for one line', () => {
    const contracts = [
      contractOf({ id: 1, appId: 1, annualValue: 9000, unitPrice: 100, seats: 30 }),
      contractOf({ id: 2, appId: 1, annualValue: 9000, unitPrice: 200, seats: 10 }),
    ];
    expect(pricesOf(counts, ...contracts)).toEqual([[125, 'contract']]);
  });
});

describe('user rows', () => {
  const counts = { purchased: 20, active: 10, inactive: 5, unassigned: 5 };

  it('partition by the first rule that matches', () => {
    const old = { lastUsedAt: now - 91 };
    const appUsers = [
      ...rowsOf(1, { departed: true, createdInApp: now, ...old }, 1),
      ...rowsOf(1, { lastUsedAt: null }, 2),
      ...rowsOf(1, old, 3),
      ...rowsOf(1, { createdInApp: now - 59, ...old }, 4),
      ...rowsOf(1, { createdInApp: now - 60, ...old }, 5),
      ...rowsOf(1, { lastUsedAt: null }, 6),
      ...rowsOf(1, { lastUsedAt: now - 90 }, 7),
      ...rowsOf(1, { status: 'deleted' }, 8),
      ...rowsOf(1, old, 9),
      ...rowsOf(1, old, 10),
      ...rowsOf(1, old, 11),
    ];
    const people = [
      personOf({ id: 2, lifecycle: 'offboarded' }),
      personOf({ id: 9, deletedInIdentitySource: true }),
      personOf({ id: 7, lifecycle: 'offboarding' }),
    ];
    const config = configOf({
      exempt: [
        { idUser: 3, reason: 'service account' },
        { idUser: 10, appId: 1, reason: 'break-glass' },
        { idUser: 11, appId: 2, reason: 'elsewhere' },
      ],
    });
    const seats = seatsFromRows({ purchased: 12 }, { appUsers, people }, config);
    expect(seats?.total).toEqual({
      basis: 'users',
      purchased: 12,
      assigned: 10,
      unassigned: 2,
      departed: 3,
      exempt: 2,
      grace: 1,
      unknown: 1,
      inactive: 2,
      lowerTier: 0,
      active: 1,
      overAssigned: 0,
    });
  });

  it('count only where they account for every assigned seat', () => {
    expect(seatsFromRows(counts, { appUsers: rowsOf(15) })?.total).toMatchObject({
      basis: 'users',
      active: 15,
    });
    expect(seatsFromRows(counts, { appUsers: rowsOf(14) })?.total).toMatchObject({
      basis: 'summary',
      active: 10,
    });
    expect(seatsFromRows(counts, {})?.total.basis).toBe('summary');
  });

  it('without a stated number of assigned seats count only when they are complete', () => {
    const [complete, partial] = (['complete', 'partial'] as const).map((status) => {
      const completeness = [completenessOf({ source: 'appUsers', status })];
      return seatsFromRows({ purchased: 20 }, { appUsers: rowsOf(3), completeness })?.total;
    });
    expect(complete).toMatchObject({ basis: 'users', unassigned: 17 });
    expect(partial).toMatchObject({ basis: 'summary', unknown: 20 });
  });

  it('do not count at aggregate depth, however many were read', () => {
    const app = assessOne(portfolioOf({ apps: [appWith(counts)], appUsers: rowsOf(20) }));
    expect(app.seats?.total.basis).toBe('summary');
    expect(app.users).toBeNull();
  });

  it('that list no license hold no seat where others list one', () => {
    const appUsers = [...rowsOf(15, { licenses: ['Enterprise'] }), ...rowsOf(8, {}, 100)];
    expect(seatsFromRows(counts, { appUsers })?.total).toMatchObject({ basis: 'users', assigned: 15 });
  });

  it('hold a seat of each line they name', () => {
    const lines = [
      lineOf({ name: 'Pro', purchased: 3, unassigned: 1 }),
      lineOf({ name: 'Basic', purchased: 2, unassigned: 0 }),
    ];
    const both = [
      ...rowsOf(2, { licenses: ['Pro', 'Basic', 'Pro'] }),
      ...rowsOf(1, { licenses: ['Elsewhere'] }, 9),
    ];
    const seats = seatsFromRows({ lines }, { appUsers: both });
    expect(seats?.lines.map(({ active, unassigned }) => [active, unassigned])).toEqual([
      [2, 1],
      [2, 0],
    ]);
    expect(seatsFromRows({ lines }, { appUsers: rowsOf(9) })?.total.basis).toBe('summary');
  });

  it('name licenses without regard to case and blanks', () => {
    const lines = [
      lineOf({ name: 'Enterprise Plan', purchased: 3, unassigned: 0 }),
      lineOf({ name: 'Viewer', purchased: 2, unassigned: 0 }),
    ];
    const appUsers = [
      ...rowsOf(3, { licenses: ['enterprise plan '] }),
      ...rowsOf(2, { licenses: ['VIEWER'] }, 10),
    ];
    expect(seatsFromRows({ lines }, { appUsers })?.total).toMatchObject({ basis: 'users', active: 5 });
  });

  it('whose licenses no line is called leave the counts as they are, and the names are told', () => {
    const lines = [lineOf({ name: 'Enterprise Plan', purchased: 3, unassigned: 0 })];
    const seats = seatsFromRows({ lines }, { appUsers: rowsOf(3, { licenses: ['E5', 'e5 '] }) });
    expect(seats?.total.basis).toBe('summary');
    expect(seats?.rowsProblem).toEqual({ kind: 'names', names: ['E5'] });
    const free = [...lines, lineOf({ name: 'Flow', unlimited: true })];
    const held = [
      ...rowsOf(3, { licenses: ['Enterprise Plan', 'Flow'] }),
      ...rowsOf(9, { licenses: ['Flow'] }, 20),
    ];
    expect(seatsFromRows({ lines: free }, { appUsers: held })?.total).toMatchObject({
      basis: 'users',
      active: 3,
    });
  });

  it('of one person with two accounts are two seats', () => {
    const appUsers = [...rowsOf(1, {}, 7), ...rowsOf(1, { lastUsedAt: now - 200 }, 7)];
    expect(seatsFromRows({ purchased: 2, unassigned: 0 }, { appUsers })?.total).toMatchObject({
      active: 1,
      inactive: 1,
    });
  });

  it('of lines of one name fill the first before the next, seats in use first', () => {
    const lines = ['Pro', 'pro'].map((name) => lineOf({ name, purchased: 2, unassigned: 0 }));
    const appUsers = [
      ...rowsOf(2, { licenses: ['Pro'], lastUsedAt: now - 200 }),
      ...rowsOf(2, { licenses: ['PRO'] }, 9),
    ];
    expect(seatsFromRows({ lines }, { appUsers })?.lines.map((line) => [line.active, line.inactive])).toEqual(
      [
        [2, 0],
        [0, 2],
      ],
    );
  });

  it.each([
    ['seen within 30 days', { departed: true, lastUsedAt: now - 30 }, undefined],
    ['here by their own record', { departed: true, lastUsedAt: now - 31 }, personOf({ id: 1 })],
    ['here by the row', { present: true, lastUsedAt: null }, personOf({ id: 1, lifecycle: 'offboarded' })],
  ])('of people who have left and are %s are a question, not money', (_, row, person) => {
    const people = person === undefined ? [] : [person];
    const seats = seatsFromRows({ purchased: 1, unassigned: 0 }, { appUsers: rowsOf(1, row), people });
    expect(seats?.total).toMatchObject({ departed: 0, unknown: 1, inactive: 0 });
    expect(seats?.contradictory).toBe(1);
  });

  it('of people who have left by every record are departed', () => {
    const people = [personOf({ id: 1, deletedInIdentitySource: true })];
    const appUsers = rowsOf(1, { departed: true, lastUsedAt: now - 31 });
    const seats = seatsFromRows({ purchased: 1, unassigned: 0 }, { appUsers, people });
    expect([seats?.total.departed, seats?.contradictory]).toEqual([1, 0]);
  });

  it('show the newest use of the app', () => {
    const appUsers = [...rowsOf(1, { lastUsedAt: '2026-03-01' }), ...rowsOf(1, { lastUsedAt: null }, 2)];
    const app = appOf({ id: 1, lastUsedAt: '2026-02-01' });
    expect(assessOne(portfolioOf({ apps: [app], appUsers })).lastUsedAt).toBe(dayOf('2026-02-01'));
    const deepened = assessOne(portfolioOf({ apps: [app], appUsers }), undefined, deep);
    expect(deepened.lastUsedAt).toBe(dayOf('2026-03-01'));
  });

  it('never become more idle by a longer threshold; an app may have its own', () => {
    const days = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(days, fc.nat(400), fc.nat(100), (ages, inactiveDays, more) => {
        const appUsers = ages.flatMap((age, index) => rowsOf(1, { lastUsedAt: now - age }, index));
        const idle = (thresholds: object) =>
          seatsFromRows({ purchased: 30 }, { appUsers }, configOf({ thresholds }))?.total.inactive ?? -1;
        const strict = idle({ inactiveDays });
        const own = { inactiveDays, perApp: { '1': { inactiveDays: inactiveDays + more } } };
        expect(idle({ inactiveDays: inactiveDays + more })).toBeLessThanOrEqual(strict);
        expect(idle(own)).toBe(idle({ inactiveDays: inactiveDays + more }));
        expect(strict).toBe(ages.filter((age) => age > inactiveDays).length);
      }),
    );
  });
});

describe('seat target', () => {
  const none = { percent: 0, seats: 0, hires: 0 };
  const kept = fc.nat(100_000);
  const percent = fc.oneof(fc.nat(200), fc.double({ min: 0, max: 200, noNaN: true }));

  it('never falls when the buffer rises', () => {
    fc.assert(
      fc.property(kept, percent, percent, (seats, a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const target = (by: number) => seatTarget(seats, 0, { ...none, policy: 'buffer', percent: by });
        expect(target(high)).toBeGreaterThanOrEqual(target(low));
        expect(target(low)).toBeGreaterThanOrEqual(seats);
      }),
    );
  });

  it('never takes a seat that is kept', () => {
    fc.assert(
      fc.property(kept, percent, (seats, by) => {
        const policy = { ...none, policy: 'targetUtilisation', percent: by } as const;
        expect(seatTarget(seats, seats, policy)).toBeGreaterThanOrEqual(seats);
      }),
    );
  });

  it('is exact where binary fractions are not', () => {
    expect(seatTarget(1000, 0, { ...none, policy: 'buffer', percent: 0.1 })).toBe(1001);
    expect(seatTarget(70, 0, { ...none, policy: 'buffer', percent: 10 })).toBe(77);
    expect(seatTarget(7, 0, { ...none, policy: 'targetUtilisation', percent: 0.7 })).toBe(1000);
  });

  it('of 0 % utilization leaves what was bought', () => {
    expect(seatTarget(5, 80, { ...none, policy: 'targetUtilisation', percent: 0 })).toBe(80);
  });
});
