/**
 * Money as Torii and its tenants write it, as integer minor units of its own currency.
 *
 * `{value, currency, convertedValue?}` is minor units, always. A bare number, or a number as text, is
 * in the unit that the mapping states, and in the currency of its record. "USD 1,200.50" carries its
 * own currency; "$1,200" does not say which dollar and is Invalid.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../torii/json.ts';
import { currencyCode, minorPerMajor } from '../base/currency.ts';
import { decimalOf } from '../base/decimal-text.ts';
import type { Money, Value } from '../base/portfolio.ts';
import { invalid, known, missing } from '../base/value.ts';

export interface MoneyForm {
  /** Unit of bare numbers; null where nobody has stated one, which makes them Invalid. */
  readonly unit: 'minor' | 'major' | null;
  /** 12 turns a monthly price into a yearly one, before anything is rounded. */
  readonly times: 1 | 12;
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

export function readMoney(raw: JsonValue, form: MoneyForm, context: MoneyContext): Value<Money> {
  if (isJsonObject(raw)) return readObject(raw, form, context);
  const { amount, code } = bareAmount(raw);
  const currency = code ?? recordCurrency(context);
  if (amount === null || currency === null || form.unit === null) return invalid(raw);
  const minor = minorOf(amount, form, currency);
  return moneyOf(raw, minor, currency, context, minorOfConverted(context, form));
}

function readObject(raw: JsonObject, form: MoneyForm, context: MoneyContext): Value<Money> {
  if (raw.value === null || raw.value === undefined) return missing('absent');
  const own = raw.currency ?? null;
  const currency = own === null ? recordCurrency(context) : currencyCode(own);
  if (currency === null) return invalid(raw);
  const minorForm = { ...form, unit: 'minor' } as const;
  const minor = minorOf(bareAmount(raw.value).amount, minorForm, currency);
  const stated = bareAmount(raw.convertedValue ?? null).amount;
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
  return raw === null || raw === undefined || raw === '' ? tenantCurrency : currencyCode(raw);
}

const coded = /^(?:([A-Za-z]{3})\s*)?(-?[\d.,\s'’]*\d)(?:\s*([A-Za-z]{3}))?$/;

function bareAmount(raw: JsonValue): { amount: number | null; code: string | null } {
  if (typeof raw === 'number') return { amount: raw, code: null };
  const parts = typeof raw === 'string' ? coded.exec(raw.trim()) : null;
  if (parts === null) return { amount: null, code: null };
  const letters = parts[1] ?? parts[3];
  const code = currencyCode(letters);
  if (letters !== undefined && code === null) return { amount: null, code: null };
  return { amount: decimalOf(parts[2] ?? ''), code };
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
  const { amount } = bareAmount(object ? (converted['value'] ?? null) : converted);
  return minorOf(amount, object ? { ...form, unit: 'minor' } : form, tenantCurrency);
}
