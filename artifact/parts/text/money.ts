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
export function wholeMoney(minor: number, currency: string): string {
  const { whole, exponent } = formatsOf(currency);
  return withMinus(whole.format(minor / 10 ** exponent));
}

/** "$12,345.67": to the last minor unit. */
export function exactMoney(minor: number, currency: string): string {
  const { exact, exponent } = formatsOf(currency);
  return withMinus(exact.format(minor / 10 ** exponent));
}

/** "$8.1k", "$412k", "$1.24M": for sentences. */
export function compactMoney(minor: number, currency: string): string {
  const formats = formatsOf(currency);
  const major = minor / 10 ** formats.exponent;
  const size = Math.abs(major);
  const format = size < 99_950 ? formats.tens : size < 1_000_000 ? formats.hundreds : formats.millions;
  return withMinus(format.format(major).replace('K', 'k'));
}

/** "+$945", "−$5,713", "$0": a change, in whole units. */
export function moneyChange(minor: number, currency: string): string {
  const text = wholeMoney(minor, currency);
  return minor > 0 ? `+${text}` : text;
}

/** A minus sign, not a hyphen: a line may break after a hyphen, and some voices leave it out. */
function withMinus(text: string): string {
  return text.replace('-', '−');
}
