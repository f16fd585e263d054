/**
 * Exact amounts: integers while nothing was divided, rationals afterwards, rounded once at the end.
 * Integers beyond 2^53 go through rationals too, so no sum or product loses a cent.
 */
export type Exact = number | Ratio;

export interface Ratio {
  readonly numerator: bigint;
  /** Above 0. */
  readonly denominator: bigint;
}

export function ratio(numerator: bigint, denominator: bigint): Ratio {
  return denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator };
}

/** "1.08" or 12.5 as written in decimal, not as the nearest binary fraction. */
export function ratioOf(decimal: string | number): Ratio {
  const [mantissa = '0', power = '0'] = String(decimal).toLowerCase().split('e');
  const [whole = '0', fraction = ''] = mantissa.split('.');
  const shift = Number(power) - fraction.length;
  const digits = BigInt(whole + fraction);
  return shift >= 0 ? ratio(digits * 10n ** BigInt(shift), 1n) : ratio(digits, 10n ** BigInt(-shift));
}

export function isZero(amount: Exact): boolean {
  return typeof amount === 'number' ? amount === 0 : amount.numerator === 0n;
}

export function plus(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a + b)) return a + b;
  const [x, y] = [asRatio(a), asRatio(b)];
  if (x.denominator === y.denominator) return ratio(x.numerator + y.numerator, x.denominator);
  return ratio(x.numerator * y.denominator + y.numerator * x.denominator, x.denominator * y.denominator);
}

export function times(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a * b)) return a * b;
  const [x, y] = [asRatio(a), asRatio(b)];
  return ratio(x.numerator * y.numerator, x.denominator * y.denominator);
}

/** @param b other than 0 */
export function divide(a: Exact, b: Exact): Exact {
  const [x, y] = [asRatio(a), asRatio(b)];
  return ratio(x.numerator * y.denominator, x.denominator * y.numerator);
}

/** The nearest integer, half away from zero. */
export function rounded(value: Exact): number {
  if (typeof value === 'number') return value;
  const { numerator, denominator } = value;
  const half = numerator < 0n ? -denominator : denominator;
  return Number((2n * numerator + half) / (2n * denominator));
}

/** The next integer that is not below. */
export function ceil(value: Exact): number {
  if (typeof value === 'number') return value;
  const { numerator, denominator } = value;
  const down = numerator / denominator;
  return Number(numerator > down * denominator ? down + 1n : down);
}

/** Below 0, 0 or above 0, as a is below, equal to or above b. */
export function compareExact(a: Exact, b: Exact): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [x, y] = [asRatio(a), asRatio(b)];
  const [left, right] = [x.numerator * y.denominator, y.numerator * x.denominator];
  return left < right ? -1 : left > right ? 1 : 0;
}

function asRatio(value: Exact): Ratio {
  return typeof value === 'number' ? { numerator: BigInt(value), denominator: 1n } : value;
}
