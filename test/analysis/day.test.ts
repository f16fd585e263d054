import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  civilOf,
  dayFrom,
  dayOf,
  isoOf,
  wholeMonths,
} from '../../skill/analysis/base/day.ts';

const day = fc.integer({ min: dayOf('1900-01-01'), max: dayOf('2199-12-31') });
const months = fc.integer({ min: 1, max: 240 });

describe('dates', () => {
  it('agree with the platform over three centuries', () => {
    const wrong: string[] = [];
    for (let value = dayOf('1899-12-28'); value < dayOf('2105-01-01'); value += 1) {
      const platform = new Date(value * 86_400_000).toISOString().slice(0, 10);
      if (isoOf(value) !== platform || dayOf(platform) !== value) wrong.push(platform);
    }
    expect(wrong).toEqual([]);
  });

  it('cut an instant to its date', () => {
    expect(isoOf(dayOf('2026-11-22T23:59:59.999Z'))).toBe('2026-11-22');
  });

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '22.11.2026', ''])('refuse %j', (text) => {
    expect(() => dayOf(text)).toThrow(RangeError);
  });

  it('take apart and put together', () => {
    fc.assert(
      fc.property(day, (value) => {
        const { year, month, day: date } = civilOf(value);
        expect(dayFrom(year, month, date)).toBe(value);
      }),
    );
  });
});

describe('months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
  ])('%s + %i is %s', (from, count, to) => {
    expect(isoOf(addMonths(dayOf(from), count))).toBe(to);
  });

  it.each([
    ['2026-01-01', '2026-12-31', 12],
    ['2026-01-01', '2027-01-01', 12],
    ['2024-02-29', '2025-02-28', 12],
    ['2024-02-29', '2025-02-27', 12],
    ['2026-01-31', '2026-02-28', 1],
    ['2026-04-01', '2029-03-31', 36],
    ['2026-01-01', '2026-12-30', null],
    ['2026-01-01', '2027-01-02', null],
    ['2026-01-01', '2026-01-01', null],
    ['2026-01-01', '2025-01-01', null],
  ])('%s to %s are %s whole months', (start, end, expected) => {
    expect(wholeMonths(dayOf(start), dayOf(end))).toBe(expected);
  });

  it('are found again, by the last day and by the day after', () => {
    fc.assert(
      fc.property(day, months, (start, count) => {
        const anniversary = addMonths(start, count);
        expect(wholeMonths(start, addDays(anniversary, -1))).toBe(count);
        expect([count, count + 1]).toContain(wholeMonths(start, anniversary));
      }),
    );
  });

  it('never go backwards', () => {
    fc.assert(
      fc.property(day, day, months, (a, b, count) => {
        const [first, last] = a < b ? [a, b] : [b, a];
        expect(addMonths(first, count)).toBeLessThanOrEqual(addMonths(last, count));
      }),
    );
  });
});
