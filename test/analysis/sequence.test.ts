/** Contracts of one app in their order: renewals, offers, copies, and what they mean for cost and dates. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, dayOf, isoOf } from '../../skill/analysis/base/day.ts';

import type { FindingType } from '../../skill/analysis/base/contract.ts';
import type { Contract } from '../../skill/mapping/base/portfolio.ts';
import { invalid, missing } from '../../skill/mapping/base/value.ts';
import { analyze } from '../../skill/analysis/stages/analyze.ts';
import { endOfTerm, termAt, type Terms } from '../../skill/analysis/contracts/rolling.ts';
import { appOf, configOf, contractOf, licensesOf, lineOf, portfolioOf } from './fixtures/portfolio.ts';

type Given = Omit<Parameters<typeof contractOf>[0], 'appId'>;

const yearly = { autoRenew: true, renewalTermMonths: 12, noticeDays: 60 } as const;
const old = { id: 1, termStart: '2025-07-01', termEnd: '2026-06-30', annualValue: 100_000, ...yearly };
const next = { id: 2, termStart: '2026-07-01', termEnd: '2027-06-30', annualValue: 110_000, ...yearly };

function judged(asOf: string, ...given: readonly Given[]) {
  const contracts = given.map((one) => contractOf({ ...one, appId: 1 }));
  const app = appOf({ id: 1 });
  const { apps, renewals, findings, selfAudit } = analyze(
    portfolioOf({ apps: [app], contracts }),
    configOf(),
    asOf,
  );
  const found = (type: FindingType, id: number) =>
    findings.filter((one) => one.type === type && one.contractId === id);
  const renewal = (id: number) => renewals.find(({ contractId }) => contractId === id);
  return { cost: apps[0]?.costAnnual, basis: apps[0]?.costBasis, renewal, found, selfAudit };
}

const alarms = ['notice-missed', 'notice-near', 'no-date'] as const;

describe('a renewal that is a contract of its own', () => {
  it('takes over when it starts; until then the old one ends by itself', () => {
    const before = judged('2026-06-15', old, next);
    expect(before.cost).toBe(100_000);
    expect(before.renewal(1)).toMatchObject({ bucket: 'ends', supersededBy: 2, autoRenew: false });
    const after = judged('2026-07-15', old, next);
    expect(after.cost).toBe(110_000);
    expect(after.renewal(1)).toMatchObject({ bucket: 'superseded', supersededBy: 2, termEnd: '2026-06-30' });
    expect(after.renewal(2)).toMatchObject({ deadline: '2027-05-01' });
    for (const { found } of [before, after]) expect(alarms.flatMap((type) => found(type, 1))).toEqual([]);
  });

  it('may start before the old one ends: the overlap is never added', () => {
    const early = { ...next, termStart: '2026-06-01', termEnd: '2027-05-31' };
    expect(judged('2026-05-31', old, early).cost).toBe(100_000);
    expect(judged('2026-06-15', old, early).cost).toBe(110_000);
  });

  it('follows a chain, and a contract whose recorded end is several terms old', () => {
    const third = { ...next, id: 3, termStart: '2027-07-01', termEnd: '2028-06-30', annualValue: 120_000 };
    const { renewal, cost } = judged('2027-08-01', old, next, third);
    expect([1, 2, 3].map((id) => renewal(id)?.supersededBy)).toEqual([2, 3, null]);
    expect(cost).toBe(120_000);
    const forgotten = { ...old, termStart: '2023-07-01', termEnd: '2024-06-30' };
    const late = judged('2026-07-15', forgotten, next);
    expect(late.cost).toBe(110_000);
    expect(late.renewal(1)).toMatchObject({ supersededBy: 2, termEnd: '2026-06-30' });
  });

  it.each([
    ['of another size', { annualValue: 330_000 }],
    ['of an amount that cannot be read', { annualValue: invalid('see order') }],
    ['of an amount that nobody recorded', { annualValue: missing('absent') }],
  ] as [string, Given][])('%s is a possible one: both count, and a person is asked', (_, change) => {
    const other = { ...next, termStart: '2026-06-01', termEnd: '2027-05-31', ...change };
    const { cost, renewal, found } = judged('2026-06-15', old, other);
    expect(cost).toBe(100_000 + (typeof change.annualValue === 'number' ? change.annualValue : 0));
    expect(renewal(1)?.supersededBy).toBeNull();
    expect(found('possible-renewal', 1)).toMatchObject([{ queue: 'review' }]);
  });

  it('is a possible one where there are two, or where the old one has no end', () => {
    const twin = { ...next, id: 3, annualValue: 111_000 };
    const two = judged('2026-07-15', old, next, twin);
    expect(two.cost).toBe(100_000 + 110_000 + 111_000);
    expect(two.found('possible-renewal', 1)).toHaveLength(1);
    const endless = judged('2026-07-15', { ...old, termEnd: null }, next);
    expect(endless.cost).toBe(210_000);
    expect(endless.found('possible-renewal', 1)).toHaveLength(1);
  });

  it.each([
    ['ends with the other', { termStart: '2026-06-01', termEnd: '2026-06-30' }],
    ['starts 46 days later', { termStart: '2026-08-15', termEnd: '2027-08-14' }],
    ['is only an offer', { statusClass: 'pipeline' }],
    ['was canceled', { statusClass: 'ending' }],
  ] as [string, Given][])('is none that %s', (_, change) => {
    expect(judged('2026-06-15', old, { ...next, ...change }).renewal(1)?.supersededBy).toBeNull();
  });

  it('never costs more than the dearer of the two on the day after an end', () => {
    const day = fc.integer({ min: dayOf('2020-01-01'), max: dayOf('2026-06-30') });
    const size = fc.integer({ min: 50, max: 100 });
    fc.assert(
      fc.property(
        day,
        size,
        size,
        fc.boolean(),
        fc.integer({ min: -400, max: 400 }),
        (start, a, b, renews, at) => {
          const end = addMonths(start, 12) - 1;
          const first = { ...old, termStart: start, termEnd: end, annualValue: a, autoRenew: renews };
          const second = { ...next, termStart: end + 1, termEnd: addMonths(end + 1, 12) - 1, annualValue: b };
          const { cost, selfAudit } = judged(isoOf(end + at), first, second);
          expect(cost ?? 0).toBeLessThanOrEqual(Math.max(a, b));
          expect(selfAudit.filter(({ ok }) => !ok)).toEqual([]);
        },
      ),
    );
  });
});

describe('an offer', () => {
  const offer = { ...next, statusClass: 'pipeline' } as const;
  it('changes nothing in money, and the alarm of the old contract says that it is there', () => {
    const { cost, renewal, found } = judged('2026-04-15', old, offer);
    expect(cost).toBe(100_000);
    expect(renewal(1)?.flags).toContain('renewal in preparation: contract 2');
    expect(found('notice-near', 1)[0]?.action).toContain('A renewal is in preparation: contract 2.');
    expect(alarms.flatMap((type) => found(type, 2))).toEqual([]);
  });

  it('keeps an app between contracts at the cost of its licenses', () => {
    const line = lineOf({ purchased: 100, active: 100, inactive: 0, unassigned: 0, annualCost: 96_000 });
    const app = appOf({ id: 1, licenses: licensesOf({ lines: [line] }) });
    const ended = { ...old, autoRenew: false };
    const costs = [[ended, offer], [ended]].map((given) => {
      const contracts = given.map((one) => contractOf({ ...one, appId: 1 }));
      return analyze(portfolioOf({ apps: [app], contracts }), configOf(), '2026-07-10').apps[0]?.costAnnual;
    });
    expect(costs).toEqual([96_000, null]);
  });
});

describe('a contract entered twice', () => {
  const copy = { ...old, id: 5, noticeDays: 300 };
  it('counts once, and the copy sets no date', () => {
    const { cost, renewal, found } = judged('2026-04-15', old, copy);
    expect(cost).toBe(100_000);
    expect(renewal(5)).toMatchObject({ duplicateOf: 1 });
    expect(alarms.flatMap((type) => found(type, 5))).toEqual([]);
  });

  it.each([
    ['the names', { name: 'Atlas EMEA' }, { name: 'Atlas US' }],
    ['the seats', { seats: 40 }, { seats: 25 }],
    ['the owners', { owner: { id: '1', departed: null } }, { owner: { id: '2', departed: null } }],
  ] as [string, Given, Given][])('is two where %s differ: both count, and a person is asked', (_, a, b) => {
    const { cost, found } = judged('2026-04-15', { ...old, ...a }, { ...copy, ...b });
    expect(cost).toBe(200_000);
    expect(found('duplicate-suspect', 5)).toHaveLength(1);
  });

  it('is two where no end is known', () => {
    expect(judged('2026-04-15', { ...old, termEnd: null }, { ...copy, termEnd: null }).cost).toBe(200_000);
  });
});

describe('whether a contract renews by itself', () => {
  const passed = { ...old, noticeDays: 90 };
  it('decides the words: yes can be missed, no ends, unknown is asked', () => {
    const words = [true, false, null].map((autoRenew) => {
      const { renewal, found } = judged('2026-05-15', { ...passed, autoRenew });
      return [renewal(1)?.bucket, found('notice-missed', 1).length, found('notice-near', 1)[0]?.id];
    });
    expect(words).toEqual([
      ['missed', 1, undefined],
      ['ends', 0, undefined],
      ['missed', 0, 'notice-near:contract-1:renewal-unknown'],
    ]);
  });

  it('is said differently where it cannot be read and where nobody recorded it', () => {
    const fields = ['autoRenew', 'noticeDays', 'termEnd'] as const;
    for (const field of fields) {
      const actions = [invalid('see MSA'), missing('absent')].map((value) => {
        const { found } = judged('2026-05-15', { ...passed, [field]: value });
        return alarms.flatMap((type) => found(type, 1).map(({ action }) => action)).join();
      });
      expect(actions[0]).not.toBe(actions[1]);
      expect(actions[0]).toContain('see MSA');
    }
  });

  it('costs another term where the deadline is let pass', () => {
    const { renewal } = judged('2026-04-15', { ...old, renewalTermMonths: 3 });
    expect(renewal(1)?.ifMissed).toMatchObject({ committedUntil: '2026-09-30', committedAmount: 25_000 });
    expect(judged('2026-04-15', { ...old, autoRenew: false }).renewal(1)?.ifMissed).toBeNull();
    expect(judged('2026-06-15', passed).renewal(1)?.ifMissed).toBeNull();
  });
});

describe('terms', () => {
  const terms: fc.Arbitrary<Terms> = fc
    .record({
      start: fc.integer({ min: dayOf('2019-12-20'), max: dayOf('2024-03-10') }),
      length: fc.integer({ min: 1, max: 1500 }),
      amount: fc.integer({ min: 1, max: 40 }),
      unit: fc.constantFrom('days', 'months'),
      hasStart: fc.boolean(),
    })
    .map(({ start, length, amount, unit, hasStart }) => ({
      start: hasStart ? start : null,
      end: start + length,
      renewal: { amount, unit },
    }));

  it('rolled k times by one are rolled once by k', () => {
    fc.assert(
      fc.property(terms, fc.integer({ min: 1, max: 30 }), (one, k) => {
        const { amount, unit } = one.renewal;
        const long = { ...one, renewal: { amount: amount * k, unit } };
        expect(endOfTerm(one, k)).toBe(endOfTerm(long, 1));
      }),
    );
  });

  it('are found by the first end that is not before a day', () => {
    fc.assert(
      fc.property(terms, fc.integer({ min: dayOf('2020-01-01'), max: dayOf('2035-01-01') }), (one, day) => {
        const term = termAt(one, day);
        expect(endOfTerm(one, term)).toBeGreaterThanOrEqual(day);
        expect(term === 0 || endOfTerm(one, term - 1) < day).toBe(true);
      }),
    );
  });

  it('that end with a month keep ending with a month', () => {
    const months = fc.integer({ min: 0, max: 60 }).map((index) => addMonths(dayOf('2020-01-01'), index));
    fc.assert(
      fc.property(months, fc.integer({ min: 1, max: 36 }), fc.integer({ min: 1, max: 12 }), (start, m, n) => {
        const one: Terms = { start, end: addMonths(start, m) - 1, renewal: { amount: n, unit: 'months' } };
        for (const k of [1, 2, 7]) expect(isoOf(endOfTerm(one, k) + 1)).toMatch(/-01$/);
      }),
    );
  });
});

function deadlineAt(given: Given): string | null | undefined {
  const contract = { id: 1, annualValue: 100, ...yearly, noticeDays: null, ...given };
  return judged('2026-06-30', contract).renewal(1)?.deadline;
}

describe('a cancellation deadline', () => {
  it.each([
    ['of an earlier term moves to this one', '2024-01-01', '2024-12-31', '2025-10-31', '2026-10-31'],
    ['of this term stays', '2025-01-01', '2025-12-31', '2026-10-31', '2026-10-31'],
    ['of the recorded term moves with it', '2025-01-01', '2025-12-31', '2025-10-31', '2026-10-31'],
    [
      'from before a record that was moved on moves too',
      '2026-01-01',
      '2026-12-31',
      '2025-10-31',
      '2026-10-31',
    ],
    ['of the next term is no deadline of this one', '2026-01-01', '2026-12-31', '2027-10-31', '2026-10-31'],
  ])('%s', (_, termStart, termEnd, cancelBy, expected) => {
    expect(deadlineAt({ termStart, termEnd, cancelBy })).toBe(expected);
  });

  it('of a long first term is not that of a short renewal', () => {
    const first = { termStart: '2026-01-01', termEnd: '2026-12-31', cancelBy: '2026-10-31' };
    expect(deadlineAt({ ...first, renewalTermMonths: 1 })).toBe('2026-10-31');
  });

  it('in months counts on the calendar', () => {
    const found = ['2026-12-31', '2026-11-30', '2027-05-31'].map((termEnd) => {
      const { renewal } = judged('2026-06-30', {
        id: 1,
        autoRenew: true,
        termEnd,
        noticeDays: { amount: 3, unit: 'months' },
      });
      return [renewal(1)?.deadline, renewal(1)?.noticeDays];
    });
    expect(found).toEqual([
      ['2026-09-30', 92],
      ['2026-08-30', 92],
      ['2027-02-28', 92],
    ]);
  });
});

function contractWith(id: number): fc.Arbitrary<Contract> {
  return fc
    .record({
      termStart: fc.integer({ min: dayOf('2025-01-01'), max: dayOf('2026-12-01') }),
      months: fc.integer({ min: 6, max: 14 }),
      annualValue: fc.integer({ min: 50, max: 140 }),
      statusClass: fc.constantFrom('pipeline', 'active', 'active', 'ending'),
      autoRenew: fc.constantFrom(true, false, null),
    })
    .map(({ months, ...rest }) => {
      const termEnd = addMonths(rest.termStart, months) - 1;
      return contractOf({ id, appId: 1, ...yearly, ...rest, termEnd });
    });
}

it('the order of contracts does not matter', () => {
  const several = fc.tuple(contractWith(1), contractWith(2), contractWith(3), contractWith(4));
  fc.assert(
    fc.property(several, (contracts) => {
      const apps = [appOf({ id: 1 })];
      const [forward, backward] = [contracts, contracts.toReversed()].map((rows) =>
        JSON.stringify(analyze(portfolioOf({ apps, contracts: rows }), configOf(), '2026-06-30')),
      );
      expect(forward).toBe(backward);
    }),
  );
});
