import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../skill/analysis/base/day.ts';
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

  it('give way to a summary that they contradict or do not fill', () => {
    const bare = lineOf({ name: 'Basic', purchased: 40 });
    for (const lines of [[pro], [pro, bare], [pro, lineOf({ name: 'Basic' })]]) {
      const seats = seatsFrom({ ...summary, lines });
      expect(seats?.lines.map(({ name }) => name)).toEqual(['All licenses']);
      expect(seats?.total).toMatchObject(summary);
    }
  });

  it('share hires and spare seats, so that they count once', () => {
    const portfolio = portfolioOf({ apps: [appWith({ lines: [pro, basic] })] });
    const targets = (rightSizing: object) =>
      assessOne(portfolio, configOf({ rightSizing })).seats?.lines.map(({ target }) => target);
    expect(targets({ policy: 'buffer', percent: 0, hires: 10 })).toEqual([48, 12]);
    expect(targets({ policy: 'seats', seats: 5 })).toEqual([44, 11]);
    expect(targets({ policy: 'buffer', percent: 10 })).toEqual([44, 11]);
    expect(targets({ perApp: { '1': { policy: 'targetUtilisation', percent: 50 } } })).toEqual([80, 20]);
  });

  it('share a commitment in proportion to what was bought', () => {
    const contracts = [contractOf({ appId: 1, commitSeats: 50 })];
    const commitments = seatsFrom({ lines: [pro, basic] }, { contracts })?.lines.map((l) => l.commitSeats);
    expect(commitments).toEqual([30, 20]);
    expect(seatsFrom({ lines: [pro, basic] })?.lines[0]?.commitSeats).toBeNull();
  });
});

const priceOf = (given: Counts, ...contracts: ReturnType<typeof contractOf>[]) =>
  seatsFrom(given, { contracts })?.lines.map(({ annual, priceSource }) => [annual, priceSource]);

describe('price of lines', () => {
  const counts = { purchased: 10, active: 5, inactive: 5, unassigned: 0 };
  const contract = { appId: 1, annualValue: 5000 };
  it("is the contract's price of a seat, else the line's own, else the cost spread over seats", () => {
    expect(priceOf({ ...counts, annualCost: 3000 }, contractOf({ ...contract, unitPrice: 400 }))).toEqual([
      [4000, 'contract'],
    ]);
    expect(priceOf({ ...counts, annualCost: 3000 }, contractOf(contract))).toEqual([[3000, 'license']]);
    expect(priceOf(counts, contractOf(contract))).toEqual([[5000, 'contract']]);
    const app = appOf({ id: 1, licenses: licensesOf(counts), spend12m: 700 });
    const { seats } = assessOne(portfolioOf({ apps: [app] }));
    expect(seats?.lines[0]).toMatchObject({ annual: 700, priceSource: 'expense' });
  });

  it('never exceeds what the app costs', () => {
    expect(priceOf(counts, contractOf({ ...contract, unitPrice: 600 }))).toEqual([[5000, 'contract']]);
    const lines = [
      lineOf({ purchased: 1, annualCost: 6000 }),
      lineOf({ name: 'Pro', purchased: 1, annualCost: 3000 }),
    ];
    expect(priceOf({ lines }, contractOf(contract))).toEqual([
      [3333, 'license'],
      [1667, 'license'],
    ]);
  });

  it('is unknown where the cost is, and of lines without a seat', () => {
    expect(priceOf(counts)).toEqual([[null, null]]);
    expect(priceOf(counts, contractOf({ appId: 1, unitPrice: 400 }))).toEqual([[null, null]]);
    const lines = [lineOf({ purchased: 0 }), lineOf({ name: 'Pro', purchased: 4 })];
    expect(priceOf({ lines }, contractOf(contract))).toEqual([
      [null, null],
      [5000, 'contract'],
    ]);
  });

  it('weighs different seat prices by their seats', () => {
    const contracts = [
      contractOf({ id: 1, appId: 1, annualValue: 9000, unitPrice: 100, seats: 30 }),
      contractOf({ id: 2, appId: 1, annualValue: 9000, unitPrice: 200, seats: 10 }),
    ];
    expect(priceOf(counts, ...contracts)).toEqual([[1250, 'contract']]);
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
