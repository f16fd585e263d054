/**
 * Money of the oracle: an exact amount in major units with its currency. Which spellings have one
 * meaning is decided here; "1.000" and "1,200" have two and are unreadable.
 */
import { type Fraction, fraction, fromDecimal, rounded, times } from './exact.ts';
import { isRow, type Json, textOf } from './json.ts';
import { folded, invalid, known, missing, type Read, unwrapped } from './read.ts';

export interface Money {
  readonly amount: Fraction;
  readonly currency: string;
  /** Torii's own conversion to the tenant's currency. */
  readonly converted: Fraction | null;
}

const words: Readonly<Record<string, string>> = {
  '€': 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  us$: 'USD',
  'us dollar': 'USD',
};
const signs: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', US$: 'USD' };

export function decimalsOf(currency: string): number {
  return currency === 'JPY' ? 0 : currency === 'KWD' ? 3 : 2;
}

export function readCurrency(raw: Json): Read<string> {
  const inner = unwrapped(raw);
  if (inner === null) return missing;
  const word = folded(textOf(inner));
  const code = words[word] ?? (/^[a-z]{3}$/.test(word) ? word.toUpperCase() : null);
  return code === null ? invalid(inner) : known(code);
}

/** The plain decimal that an amount with one meaning says, or null. */
export function plainDecimal(text: string): string | null {
  if (/^-?\d+(\.\d+)?$/.test(text) && !/^-?\d{1,3}\.\d{3}$/.test(text)) return text;
  if (/^-?\d+,\d{1,2}$/.test(text)) return text.replace(',', '.');
  for (const [group, point] of [
    [',', '.'],
    ['.', ','],
    ["'", '.'],
    ["'", ','],
  ] as const) {
    const parted = parts(text, group, point);
    if (parted !== null) return parted;
  }
  return null;
}

/** With both signs, or with a grouping sign that comes twice, there is one way to read an amount. */
function parts(text: string, group: string, point: string): string | null {
  const [whole = '', part, more] = text.split(point);
  const groups = whole.replace('-', '').split(group);
  const [first = '', ...rest] = groups;
  const grouped = /^\d{1,3}$/.test(first) && rest.length > 0 && rest.every((three) => /^\d{3}$/.test(three));
  if (!grouped || more !== undefined || (part !== undefined && !/^\d+$/.test(part))) return null;
  if (part === undefined && rest.length === 1 && group !== "'") return null;
  return `${whole.replaceAll(group, '')}${part === undefined ? '' : `.${part}`}`;
}

function withoutSign(text: string, currency: string): string {
  const sign = Object.keys(signs).find((one) => text.startsWith(one) || text.endsWith(one));
  if (sign === undefined || signs[sign] !== currency) return text;
  return text.replace(sign, '').trim();
}

/** Beyond this a number cannot be told from its neighbors, so that no cent of it is known. */
const most = BigInt(Number.MAX_SAFE_INTEGER);

function inCents(money: Money, raw: Json): Read<Money> {
  const cents = rounded(times(money.amount, fraction(10 ** decimalsOf(money.currency))));
  return cents > most || cents < -most ? invalid(raw) : known(money);
}

/** Null for a number that JSON writes with an exponent. */
function numeral(value: number): string | null {
  return /e/.test(String(value)) ? null : String(value);
}

/** `{value,currency}` "carries its own [currency]" and "objects are minor units". */
function fromObject(value: Json, currency: Read<string>, converted: Json, tenant: string): Read<Money> {
  if (currency.is !== 'known') return invalid(value);
  if (typeof value !== 'number' || !Number.isInteger(value)) return value === null ? missing : invalid(value);
  const own = fraction(value, 10 ** decimalsOf(currency.value));
  const theirs = typeof converted === 'number' ? fraction(converted, 10 ** decimalsOf(tenant)) : null;
  return inCents({ amount: own, currency: currency.value, converted: theirs }, value);
}

export interface MoneyContext {
  readonly unit: Json;
  readonly currency: Json | undefined;
  readonly tenant: string;
}

/** "bare money takes the record's `currency`, else the tenant's" */
export function readMoney(raw: Json | undefined, { unit, currency, tenant }: MoneyContext): Read<Money> {
  if (isRow(raw) && raw['currency'] !== undefined)
    return fromObject(
      raw['value'] ?? null,
      readCurrency(raw['currency']),
      raw['convertedValue'] ?? null,
      tenant,
    );
  const inner = unwrapped(raw);
  if (inner === null) return missing;
  const recorded = readCurrency(currency ?? null);
  if (recorded.is === 'invalid') return invalid(recorded.raw);
  const code = recorded.is === 'known' ? recorded.value : tenant;
  const text =
    typeof inner === 'number' ? numeral(inner) : plainDecimal(withoutSign(textOf(inner).trim(), code));
  if (text === null) return invalid(inner);
  const scale = unit === 'minor' ? fraction(1, 10 ** decimalsOf(code)) : fraction(1);
  return inCents({ amount: times(fromDecimal(text), scale), currency: code, converted: null }, inner);
}
