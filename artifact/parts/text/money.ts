/** Money for the eye: integer minor units in, text out. Formats are built once per currency. */
const locale = 'en-US';

interface Formats {
  readonly exponent: number;
  readonly whole: Intl.NumberFormat;
  readonly exact: Intl.NumberFormat;
  readonly tens: Intl.NumberFormat;
  readonly hundreds: Intl.NumberFormat;
  readonly millions: Intl.NumberFormat;
}

const cache = new Map<string, Formats>();

function build(currency: string): Formats {
  const base = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  const exact = new Intl.NumberFormat(locale, base);
  return {
    exponent: exact.resolvedOptions().maximumFractionDigits ?? 2,
    exact,
    whole: new Intl.NumberFormat(locale, { ...base, maximumFractionDigits: 0 }),
    tens: compactFormat(base, 1),
    hundreds: compactFormat(base, 0),
    millions: compactFormat(base, 2),
  };
}

function compactFormat(base: Intl.NumberFormatOptions, maximumFractionDigits: number): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { ...base, notation: 'compact', maximumFractionDigits });
}

function formatsOf(currency: string): Formats {
  const kept = cache.get(currency);
  if (kept) return kept;
  const formats = build(currency);
  cache.set(currency, formats);
  return formats;
}

/** "$12,346": whole units, for tables. */
export function formatWholeMoney(minor: number, currency: string): string {
  const { whole, exponent } = formatsOf(currency);
  return written(whole, minor / 10 ** exponent);
}

/** "$12,345.67": to the last minor unit. */
export function formatExactMoney(minor: number, currency: string): string {
  const { exact, exponent } = formatsOf(currency);
  return written(exact, minor / 10 ** exponent);
}

/** "$8.1k", "$412k", "$1.24M": for sentences. Whole units below a thousand, unless that would be nothing. */
export function formatCompactMoney(minor: number, currency: string): string {
  const formats = formatsOf(currency);
  const major = minor / 10 ** formats.exponent;
  const size = Math.abs(major);
  if (size < 1000) return written(size > 0 && size < 0.5 ? formats.exact : formats.whole, major);
  const format = size < 99_950 ? formats.tens : size < 1_000_000 ? formats.hundreds : formats.millions;
  return written(format, major).replace('K', 'k');
}

/** "+$945", "−$5,713", "$0": a change, in whole units. */
export function formatMoneyChange(minor: number, currency: string): string {
  const text = formatWholeMoney(minor, currency);
  return minor > 0 ? `+${text}` : text;
}

/** With a minus for what is below zero, as texts of the engine have it, and not a hyphen. */
function written(format: Intl.NumberFormat, amount: number): string {
  return format.format(amount).replace('-', '\u2212');
}
