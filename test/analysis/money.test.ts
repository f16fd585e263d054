import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ceil, divide, plus, ratioOf, rounded, times } from '../../skill/analysis/base/exact.ts';
import { allocate, decimal, exponentOf, mulDiv } from '../../skill/analysis/base/money.ts';
import { renderCount, renderDate, renderMoney, renderPercent } from '../../skill/analysis/facts/render.ts';
import { dayOf } from '../../skill/analysis/base/day.ts';
import { decimalPlacesOf as mappedExponent } from '../../skill/mapping/base/currency.ts';

const amount = fc.oneof(fc.integer(), fc.maxSafeInteger());
const divisor = amount.filter((value) => value !== 0);

/** Half away from zero, in whole numbers of any size. */
function bigMulDiv(a: number, b: number, c: number): number {
  const product = BigInt(a) * BigInt(b) * (c < 0 ? -1n : 1n);
  const size = product < 0n ? -product : product;
  const by = BigInt(Math.abs(c));
  const quotient = size / by + ((size % by) * 2n >= by ? 1n : 0n);
  return Number(product < 0n ? -quotient : quotient);
}

describe('mulDiv', () => {
  it('equals whole-number arithmetic of any size', () => {
    fc.assert(
      fc.property(amount, amount, divisor, (a, b, c) => {
        expect(mulDiv(a, b, c)).toBe(bigMulDiv(a, b, c));
      }),
    );
  });

  it.each([
    [1, 1, 2, 1],
    [-1, 1, 2, -1],
    [5, 1, 2, 3],
    [-5, 1, -2, 3],
    [0, -7, 3, 0],
    [1, 1, 3, 0],
    [9_007_199_254_740_991, 3, 4, 6_755_399_441_055_743],
  ])('%i × %i ÷ %i is %i', (a, b, c, expected) => {
    expect(mulDiv(a, b, c)).toBe(expected);
  });
});

describe('allocation', () => {
  const weights = fc.array(fc.nat(), { minLength: 1, maxLength: 20 });

  it('keeps the total', () => {
    fc.assert(
      fc.property(fc.integer(), weights, (total, shares) => {
        const sum = allocate(total, shares).reduce((all, share) => all + share, 0);
        expect(sum).toBe(total);
      }),
    );
  });

  it('is never a whole unit from the exact share', () => {
    fc.assert(
      fc.property(fc.nat(), weights, (total, shares) => {
        const sum = shares.reduce((all, weight) => all + weight, 0);
        fc.pre(sum > 0);
        allocate(total, shares).forEach((share, index) => {
          const exact = (total * (shares[index] ?? 0)) / sum;
          expect(Math.abs(share - exact)).toBeLessThan(1.000_001);
        });
      }),
    );
  });

  it('gives the odd unit to the largest remainder, then to the earlier share', () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(10, [1, 2, 4])).toEqual([1, 3, 6]);
    expect(allocate(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
  });

  it('counts all alike where nothing weighs', () => {
    expect(allocate(5, [0, 0])).toEqual([3, 2]);
    expect(allocate(5, [])).toEqual([]);
  });
});

describe('exact amounts', () => {
  it('read decimals as they are written', () => {
    expect(ratioOf('1.08')).toEqual({ numerator: 108n, denominator: 100n });
    expect(ratioOf(7.5)).toEqual({ numerator: 75n, denominator: 10n });
    expect(rounded(times(1e15, ratioOf(1e-7)))).toBe(1e8);
    expect(rounded(times(3, ratioOf(1e21)))).toBe(3e21);
  });

  it('round once: three thirds are one', () => {
    const third = divide(1, 3);
    expect(rounded(plus(third, plus(third, third)))).toBe(1);
  });

  it('round up only what is above', () => {
    expect(ceil(divide(6, 3))).toBe(2);
    expect(ceil(divide(7, 3))).toBe(3);
    expect(ceil(divide(-7, 3))).toBe(-2);
  });
});

describe('text', () => {
  it('knows the same decimals as the reader of money', () => {
    const codes = ['USD', 'JPY', 'KWD', 'CLF', 'EUR', 'ISK', 'TND', 'UYW', 'XXQ', 'constructor'];
    expect(codes.map(exponentOf)).toEqual(codes.map(mappedExponent));
  });

  it.each([
    [36_000_000, 'USD', '360000.00', '$360,000'],
    [36_000_050, 'USD', '360000.50', '$360,000.50'],
    [-120_000, 'USD', '-1200.00', '\u2212$1,200'],
    [5, 'USD', '0.05', '$0.05'],
    [0, 'EUR', '0.00', '€0'],
    [1_234_567, 'JPY', '1234567', '¥1,234,567'],
    [1_234_567, 'KWD', '1234.567', 'KWD 1,234.567'],
    [120_000, 'CHF', '1200.00', 'CHF 1,200'],
    [-99, 'GBP', '-0.99', '\u2212£0.99'],
    [9_007_199_254_740_991, 'USD', '90071992547409.91', '$90,071,992,547,409.91'],
  ])('%i minor units of %s are %s, read %s', (minor, currency, text, read) => {
    expect(decimal(minor, currency)).toBe(text);
    expect(renderMoney(minor, currency)).toBe(read);
  });

  it('renders counts, shares and dates', () => {
    expect([0, 999, 1000, 1_234_567, -1000].map(renderCount)).toEqual([
      '0',
      '999',
      '1,000',
      '1,234,567',
      '\u22121,000',
    ]);
    expect([0.653, 0.65, 1, 0, 0.0004, -0.125].map(renderPercent)).toEqual([
      '65.3%',
      '65%',
      '100%',
      '0%',
      '0%',
      '\u221212.5%',
    ]);
    expect(renderDate(dayOf('2026-12-03'))).toBe('Dec 3, 2026');
  });
});
