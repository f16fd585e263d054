/**
 * Money as Torii and its tenants write it, as integer minor units of its own currency.
 *
 * `{value, currency, convertedValue?}` is minor units, always. A bare number, or a number as text, is
 * in the unit that the mapping states, and in the currency of its record. "USD 1,200.50" carries its
 * own currency; "$1,200.50" says dollars, and which of them is what the record says.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../torii/json.ts';
import { writtenAmount, type WrittenAmount } from '../base/amount-text.ts';
import { minorPerMajor } from '../base/currency.ts';
import { currencyNamed } from '../base/currency-words.ts';
import type { Invalid, Money, Value } from '../base/portfolio.ts';
import { invalid, known, missing } from '../base/value.ts';
import { statedUnit, unwrapped } from './unwrapped.ts';

export interface MoneyForm {
  /** Unit of bare numbers; null if none is stated, which makes them Invalid. */
  readonly unit: 'minor' | 'major' | null;
  /** 12 turns a monthly price into a yearly one and 4 a quarterly one, before anything is rounded. */
  readonly times: 1 | 4 | 12;
  /** Refunds are negative; a negative price or contract value is an error of the record. */
  readonly mayBeNegative: boolean;
}

export interface MoneyContext {
  readonly tenantCurrency: string;
  /** What the record's own `currency` says. */
  readonly recordCurrency: JsonValue | undefined;
  /** The sibling `…InOrgCurrency`: Torii's own conversion. */
  readonly converted: JsonValue | undefined;
}

export function readMoney(wrapped: JsonValue, form: MoneyForm, context: MoneyContext): Value<Money> {
  const raw = isJsonObject(wrapped) && isAmount(wrapped, form) ? wrapped : moneyInside(wrapped, form);
  if (isJsonObject(raw)) return isAmount(raw, form) ? readObject(raw, form, context) : invalid(raw);
  if (raw === null || (typeof raw === 'string' && raw.trim() === '')) return missing('empty');
  const expected = recordCurrency(context);
  const { amount, currency } = bareAmount(raw, expected);
  const code = currency ?? expected;
  if (code === null) return inNoCurrency(raw, context.recordCurrency);
  if (amount === null || form.unit === null) return invalid(raw);
  const minor = minorOf(amount, form, code);
  return moneyOf(raw, minor, code, context, minorOfConverted(context, form));
}

/** Torii's own money, which names its currency; where no unit is stated, a value alone is taken for it. */
function isAmount(raw: JsonObject, { unit }: MoneyForm): boolean {
  return raw.value !== undefined && !isJsonObject(raw.value) && (raw.currency !== undefined || unit === null);
}

/** Money in a list of one is money still. */
function moneyInside(wrapped: JsonValue, form: MoneyForm): JsonValue {
  const [only] = Array.isArray(wrapped) && wrapped.length === 1 ? wrapped : [];
  return isJsonObject(only) && isAmount(only, form) ? only : unwrapped(wrapped);
}

/** The amount reads, its currency does not: both are shown. A dash in place of a currency is no sign. */
function inNoCurrency(raw: JsonValue, currency: JsonValue | undefined): Invalid {
  const [amount, code = ''] = [raw, unwrapped(currency ?? null)].map((part) => invalid(part).raw);
  return invalid(`${amount} ${/[\p{L}\p{N}\p{Sc}]/u.test(code) ? code : `“${code}”`}`);
}

function readObject(raw: JsonObject, form: MoneyForm, context: MoneyContext): Value<Money> {
  const value = unwrapped(raw.value ?? null);
  if (value === null || value === '') return missing('absent');
  // "A month" beside an amount is not the period that the mapping states, nor is it nothing.
  if (statedUnit(raw) !== null) return invalid(raw);
  const own = unwrapped(raw.currency ?? null);
  const expected = recordCurrency(context);
  const currency = own === null ? expected : currencyNamed(own, expected);
  if (currency === null) return invalid(raw);
  const minorForm = { ...form, unit: 'minor' } as const;
  const minor = minorOf(bareAmount(value, currency).amount, minorForm, currency);
  const stated = bareAmount(unwrapped(raw.convertedValue ?? null), context.tenantCurrency).amount;
  const converted =
    stated === null
      ? minorOfConverted(context, minorForm)
      : minorOf(stated, minorForm, context.tenantCurrency);
  return moneyOf(raw, minor, currency, context, converted);
}

function moneyOf(
  raw: JsonValue,
  minor: number | null,
  currency: string,
  { tenantCurrency }: MoneyContext,
  converted: number | null,
): Value<Money> {
  if (minor === null) return invalid(raw);
  if (converted === null || currency === tenantCurrency) return known({ minor, currency });
  return known({ minor, currency, converted });
}

function recordCurrency({ recordCurrency: raw, tenantCurrency }: MoneyContext): string | null {
  const own = unwrapped(raw ?? null);
  return own === null || own === '' ? tenantCurrency : currencyNamed(own, tenantCurrency);
}

type BareAmount = { readonly [Part in keyof WrittenAmount]: WrittenAmount[Part] | null };

function bareAmount(raw: JsonValue, expected: string | null): BareAmount {
  if (typeof raw === 'number') return { amount: raw, currency: null };
  const written = typeof raw === 'string' ? writtenAmount(raw, expected) : null;
  return written ?? { amount: null, currency: null };
}

/** Null for what no money can be: a fraction of a minor unit, a forbidden sign, more than integers hold. */
function minorOf(amount: number | null, form: MoneyForm, currency: string): number | null {
  if (amount === null || !Number.isFinite(amount)) return null;
  if (form.unit === 'minor' && !Number.isInteger(amount)) return null;
  if (amount < 0 && !form.mayBeNegative) return null;
  const scale = form.unit === 'minor' ? form.times : form.times * minorPerMajor(currency);
  const minor = rounded(amount * scale);
  return Number.isSafeInteger(minor) ? minor : null;
}

/** Half away from zero, after removing the noise of binary fractions: 1.005 × 100 is 100.5. */
function rounded(amount: number): number {
  if (Number.isInteger(amount)) return amount + 0;
  const clean = Number(amount.toPrecision(15));
  return Math.sign(clean) * Math.round(Math.abs(clean)) + 0;
}

function minorOfConverted({ converted, tenantCurrency }: MoneyContext, form: MoneyForm): number | null {
  if (converted === undefined || converted === null) return null;
  const object = isJsonObject(converted);
  const { amount } = bareAmount(object ? (converted['value'] ?? null) : converted, tenantCurrency);
  return minorOf(amount, object ? { ...form, unit: 'minor' } : form, tenantCurrency);
}
