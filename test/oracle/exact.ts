/** Exact arithmetic of the oracle: a fraction of two whole numbers, rounded only where a rule says so. */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

export const zero: Fraction = { top: 0n, bottom: 1n };

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b);
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

export function fraction(top: bigint | number, bottom: bigint | number = 1n): Fraction {
  const [n, d] = [BigInt(top), BigInt(bottom)];
  if (d === 0n) throw new RangeError('A fraction needs a bottom.');
  const common = absolute(divisor(n, d));
  const sign = d < 0n ? -1n : 1n;
  return { top: (sign * n) / common, bottom: (sign * d) / common };
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.top, a.bottom * b.bottom);
}

export function over(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom, a.bottom * b.top);
}

export function compare(a: Fraction, b: Fraction): number {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function total(values: readonly Fraction[]): Fraction {
  return values.reduce(add, zero);
}

/** The nearest whole number, half away from zero. */
export function rounded(value: Fraction): bigint {
  const doubled = 2n * absolute(value.top) + value.bottom;
  const size = doubled / (2n * value.bottom);
  return value.top < 0n ? -size : size;
}

/** The next whole number that is not smaller. */
export function ceiling(value: Fraction): bigint {
  const floor = value.top / value.bottom;
  return value.top > 0n && value.top % value.bottom !== 0n ? floor + 1n : floor;
}

/** A plain decimal such as "-1200.5", exactly. */
export function fromDecimal(text: string): Fraction {
  const [whole = '0', part = ''] = text.split('.');
  return fraction(BigInt(whole + part), 10n ** BigInt(part.length));
}

/** Whole cents as the JSON writes them: "-1200.50". */
export function decimal(cents: bigint, digits = 2): string {
  const size = absolute(cents)
    .toString()
    .padStart(digits + 1, '0');
  const sign = cents < 0n ? '-' : '';
  if (digits === 0) return `${sign}${size}`;
  return `${sign}${size.slice(0, -digits)}.${size.slice(-digits)}`;
}
