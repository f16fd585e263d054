import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, dayOf, isoOf } from '../../skill/analysis/base/day.ts';
import { invalid } from '../../skill/mapping/base/value.ts';
import { noticeDeadline } from '../../skill/analysis/contracts/notice.ts';
import type { AssessedContract } from '../../skill/analysis/base/assessed.ts';
import type { AnalysisConfig } from '../../skill/mapping/base/mapping.ts';
import { assessOne, assessSmall, today } from './fixtures/assess-small.ts';
import { appOf, configOf, contractOf, portfolioOf } from './fixtures/portfolio.ts';
import { workedExamples } from './fixtures/worked-examples.ts';

type Given = Omit<Parameters<typeof contractOf>[0], 'appId'>;

function assessed(given: Given, config?: AnalysisConfig): AssessedContract {
  const { contracts } = assessSmall(portfolioOf({ contracts: [contractOf({ ...given, appId: 1 })] }), config);
  if (contracts[0] === undefined) throw new Error('No contract.');
  return contracts[0];
}

const iso = (day: number | null): string | null => (day === null ? null : isoOf(day));
const unreadable = invalid('see MSA');
const running = { termStart: '2026-01-01', termEnd: '2026-12-31' };

describe('in force', () => {
  it.each([
    ['within its term', running, true],
    ['on its last day', { termEnd: today }, true],
    ['the day after', { termEnd: '2026-11-21' }, false],
    ['past its end, auto-renewing', { termEnd: '2025-06-30', autoRenew: true }, true],
    ['past its end, not renewing', { termEnd: '2025-06-30', autoRenew: false }, false],
    ['without an end', { termStart: '2020-01-01' }, true],
    ['without any date', {}, true],
    ['starting today', { termStart: today }, true],
    ['starting tomorrow', { termStart: '2026-11-23' }, false],
    ['not signed', { ...running, statusClass: 'pipeline' }, false],
    ['closed', { ...running, statusClass: 'ended' }, false],
    ['of a status that nobody explained', { ...running, statusUnexplained: true }, true],
    ['cancelled, to its end', { ...running, statusClass: 'ending', autoRenew: true }, true],
    ['cancelled, past its end', { termEnd: '2026-11-21', statusClass: 'ending', autoRenew: true }, false],
    ['cancelled, without an end', { termStart: '2026-01-01', statusClass: 'ending' }, false],
    ['cancelled, with an unreadable end', { termEnd: unreadable, statusClass: 'ending' }, true],
    ['superseded', { ...running, statusClass: 'superseded' }, false],
    ['with an unreadable end', { termEnd: unreadable, autoRenew: false }, true],
    ['with an unreadable start', { ...running, termStart: unreadable }, true],
    ['past its end, renewal unreadable', { termEnd: '2025-06-30', autoRenew: unreadable }, true],
  ] as [string, Given, boolean][])('%s: %o', (_, given, expected) => {
    expect(assessed(given).inForce).toBe(expected);
  });

  it('by an assumed auto-renewal, which is said', () => {
    const config = configOf({ defaults: { autoRenew: true } });
    const contract = assessed({ termEnd: '2025-06-30' }, config);
    expect(contract).toMatchObject({ inForce: true, autoRenew: true, autoRenewAssumed: true });
    expect(contract.flags).toEqual(['record out of date', 'auto-renewal assumed']);
  });
});

describe('rolling forward', () => {
  it.each([
    ['2025-12-31', 12, '2026-12-31'],
    ['2026-08-31', 1, '2026-11-30'],
    ['2026-11-21', 12, '2027-11-21'],
    ['2024-02-29', 12, '2027-02-28'],
    ['2020-11-22', 36, '2026-11-22'],
    ['2020-11-21', 36, '2029-11-21'],
  ])('an end on %s with terms of %i months is %s', (termEnd, renewalTermMonths, expected) => {
    const contract = assessed({ termEnd, autoRenew: true, renewalTermMonths });
    expect(iso(contract.termEnd)).toBe(expected);
    expect(contract.flags).toContain('rolled');
  });

  it('ends in the first whole term that is not past', () => {
    const past = fc.integer({ min: dayOf('1990-01-01'), max: dayOf(today) - 1 });
    fc.assert(
      fc.property(past, fc.integer({ min: 1, max: 60 }), (end, months) => {
        const { termEnd } = assessed({ termEnd: end, autoRenew: true, renewalTermMonths: months });
        const terms = Array.from({ length: 450 }, (_, index) => addMonths(end + 1, (index + 1) * months) - 1);
        expect(termEnd).toBe(terms.find((day) => day >= dayOf(today)));
      }),
    );
  });

  it('needs a term: without one the record is out of date', () => {
    for (const renewalTermMonths of [null, 0, 100_000]) {
      const contract = assessed({ termEnd: '2025-12-31', autoRenew: true, renewalTermMonths });
      expect(contract).toMatchObject({ rolled: false, recordOutOfDate: true, earliestExit: null });
      expect(iso(contract.termEnd)).toBe('2025-12-31');
    }
  });

  it('moves a deadline of the old term, and keeps one of the new', () => {
    const old = { termEnd: '2025-12-31', autoRenew: true, renewalTermMonths: 12 };
    expect(iso(assessed({ ...old, cancelBy: '2025-10-01' }).deadline)).toBe('2026-10-01');
    expect(iso(assessed({ ...old, cancelBy: '2026-12-01' }).deadline)).toBe('2026-12-01');
  });
});

describe('notice deadline', () => {
  it('N1: published', () => {
    const { input, expected } = workedExamples.N1;
    expect(isoOf(noticeDeadline(dayOf(input.renewal), input.notice_days))).toBe(expected.deadline);
    const contract = assessed({ termEnd: input.renewal, noticeDays: input.notice_days });
    expect(iso(contract.deadline)).toBe(expected.deadline);
  });

  it('is the earlier of two that disagree, which is said', () => {
    const both = { ...running, noticeDays: 30 };
    const [earlier, later, same] = ['2026-11-01', '2026-12-15', '2026-12-01'].map((cancelBy) =>
      assessed({ ...both, cancelBy }),
    );
    expect([earlier, later, same].map((contract) => iso(contract?.deadline ?? null))).toEqual([
      '2026-11-01',
      '2026-12-01',
      '2026-12-01',
    ]);
    expect([earlier, later, same].map((contract) => contract?.deadlinesDisagree)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('is assumed only from an explicit default, and only where nothing is recorded', () => {
    const config = configOf({ defaults: { noticeDays: 60 } });
    expect(assessed(running)).toMatchObject({ deadline: null, noticeAssumed: false, bucket: 'no-date' });
    expect(assessed(running, config)).toMatchObject({ noticeDays: 60, noticeAssumed: true });
    expect(assessed({ ...running, noticeDays: 0 }, config)).toMatchObject({
      noticeDays: 0,
      noticeAssumed: false,
    });
    expect(assessed({ ...running, cancelBy: '2026-12-01' }, config)).toMatchObject({
      noticeDays: null,
      noticeAssumed: false,
    });
  });
});

describe('buckets', () => {
  it.each([
    ['2026-11-21', 'missed'],
    ['2026-11-22', '0-30'],
    ['2026-12-22', '0-30'],
    ['2026-12-23', '31-60'],
    ['2027-01-21', '31-60'],
    ['2027-01-22', '61-90'],
    ['2027-02-20', '61-90'],
    ['2027-02-21', '91-120'],
    ['2027-03-22', '91-120'],
    ['2027-03-23', 'later'],
  ])('a deadline on %s is %s', (cancelBy, bucket) => {
    expect(assessed({ termEnd: '2027-12-31', cancelBy }).bucket).toBe(bucket);
  });

  it('tell rolling, undated and ended contracts apart', () => {
    expect(assessed({ autoRenew: true }).bucket).toBe('rolling');
    expect(assessed({}).bucket).toBe('no-date');
    expect(assessed({ termEnd: '2026-12-31' }).bucket).toBe('no-date');
    expect(assessed({ termEnd: '2026-11-21', noticeDays: 30 }).bucket).toBe('ended');
    expect(assessed({ ...running, statusClass: 'ended', noticeDays: 30 }).bucket).toBe('ended');
  });
});

const exitOf = (...ends: (string | null)[]) => {
  const contracts = ends.map((termEnd, id) => contractOf({ id, appId: 1, termEnd, autoRenew: false }));
  const { earliestExit, exitKnown } = assessOne(portfolioOf({ apps: [appOf({ id: 1 })], contracts }));
  return [iso(earliestExit), exitKnown];
};

describe('earliest exit', () => {
  const missed = { ...running, noticeDays: 60 };
  it.each([
    ['in time', { ...running, noticeDays: 30, autoRenew: true }, '2026-12-31'],
    ['in time, renewal unknown', { ...running, noticeDays: 30 }, '2026-12-31'],
    ['missed, renewing', { ...missed, autoRenew: true, renewalTermMonths: 12 }, '2027-12-31'],
    ['missed, renewing for an unknown term', { ...missed, autoRenew: true }, null],
    ['missed, not renewing', { ...missed, autoRenew: false }, '2026-12-31'],
    ['missed, renewal unknown', missed, null],
    ['no deadline, not renewing', { ...running, autoRenew: false }, '2026-12-31'],
    ['no deadline, renewing', { ...running, autoRenew: true, renewalTermMonths: 12 }, null],
    ['no end', { noticeDays: 30 }, null],
    ['ended', { termEnd: '2026-01-01', autoRenew: false }, null],
    ['not signed', { ...running, autoRenew: false, statusClass: 'pipeline' }, null],
  ] as [string, Given, string | null][])('%s: %o → %s', (_, given, expected) => {
    expect(iso(assessed(given).earliestExit)).toBe(expected);
  });

  it('says both cases where the renewal is unknown', () => {
    expect(assessed(missed).flags).toEqual([
      'auto-renewal unknown: ends Dec 31, 2026 if it does not renew, one renewal term later if it does',
    ]);
  });

  it('needs the lead time that the mapping asks for', () => {
    const contract = { ...running, noticeDays: 30, autoRenew: true, renewalTermMonths: 12 };
    const leading = (leadDays: number) => assessed(contract, configOf({ defaults: { leadDays } }));
    expect(iso(leading(9).earliestExit)).toBe('2026-12-31');
    expect(iso(leading(10).earliestExit)).toBe('2027-12-31');
    expect(leading(10).bucket).toBe('0-30');
  });

  it('of an app is the latest of its contracts, and unknown as soon as one is', () => {
    expect(exitOf('2027-03-31', '2027-06-30')).toEqual(['2027-06-30', true]);
    expect(exitOf('2027-03-31', null)).toEqual([null, false]);
    expect(exitOf('2025-01-01', '2027-03-31')).toEqual(['2027-03-31', true]);
    expect(exitOf()).toEqual([today, true]);
  });
});
