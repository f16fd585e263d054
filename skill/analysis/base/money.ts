/**
 * Money as integer minor units: exact scaling, allocation that keeps the total, decimal text.
 * Division rounds half away from zero.
 */
import { rounded, ratio } from './exact.ts';

/** Currencies that do not have two decimals (ISO 4217). */
const exponents: ReadonlyMap<string, number> = new Map([
  ...parseCodes('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF', 0),
  ...parseCodes('BHD IQD JOD KWD LYD OMR TND', 3),
  ...parseCodes('CLF UYW', 4),
]);

function parseCodes(codes: string, exponent: number): [string, number][] {
  return codes.split(' ').map((code) => [code, exponent]);
}

/** Decimals of a currency: 2 for USD, 0 for JPY, 3 for KWD. */
export function exponentOf(currency: string): number {
  return exponents.get(currency) ?? 2;
}

/**
 * a × b ÷ c for integers, exact before it is rounded.
 * @param c other than 0
 */
export function mulDiv(a: number, b: number, c: number): number {
  const product = a * b;
  if (!Number.isSafeInteger(product)) return rounded(ratio(BigInt(a) * BigInt(b), BigInt(c)));
  const remainder = product % c;
  const quotient = (product - remainder) / c;
  const away = Math.abs(remainder) * 2 >= Math.abs(c) ? Math.sign(product) * Math.sign(c) : 0;
  return quotient + away + 0;
}

/**
 * Splits a total in proportion to integer weights of 0 or more, by largest remainder; on equal
 * remainders the earlier share gets the unit. The shares sum to the total. Where no weight is above 0,
 * all count alike.
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  if (total < 0) return allocate(-total, weights).map((share) => 0 - share);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0)
    return weights.length === 0
      ? []
      : allocate(
          total,
          weights.map(() => 1),
        );
  const parts = weights.map((weight, index) => ({ index, ...divided(total, weight, sum) }));
  const shares = parts.map(({ quotient }) => quotient);
  const left = total - shares.reduce((all, share) => all + share, 0);
  const byRemainder = parts.toSorted((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}

function divided(a: number, b: number, c: number): { quotient: number; remainder: number } {
  const product = a * b;
  if (Number.isSafeInteger(product)) {
    const remainder = product % c;
    return { quotient: (product - remainder) / c, remainder };
  }
  const [big, divisor] = [BigInt(a) * BigInt(b), BigInt(c)];
  return { quotient: Number(big / divisor), remainder: Number(big % divisor) };
}

/** Minor units as text in major units with all decimals of the currency: "-1200.50". */
export function decimal(minor: number, currency: string): string {
  const { sign, whole, fraction } = digitsOf(minor, currency);
  return fraction === '' ? sign + whole : `${sign}${whole}.${fraction}`;
}

/** Sign, whole units and decimals of an amount, as texts. */
export function digitsOf(
  minor: number,
  currency: string,
): { readonly sign: string; readonly whole: string; readonly fraction: string } {
  const exponent = exponentOf(currency);
  const digits = BigInt(Math.abs(minor))
    .toString()
    .padStart(exponent + 1, '0');
  const point = digits.length - exponent;
  return { sign: minor < 0 ? '-' : '', whole: digits.slice(0, point), fraction: digits.slice(point) };
}

/** Integer minor units of a decimal text in major units; null when it has more decimals than the currency. */
export function minorOf(text: string, currency: string): number | null {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  const exponent = exponentOf(currency);
  const fraction = (parts?.[3] ?? '').replace(/0+$/, '');
  if (parts === null || fraction.length > exponent) return null;
  const minor = Number(`${parts[2]}${fraction.padEnd(exponent, '0')}`);
  return Number.isSafeInteger(minor) ? (parts[1] === '-' ? 0 - minor : minor) : null;
}
