/** Torii's license block of an app: one summary and one line per license type. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../torii/json.ts';
import type { LicenseLine, Licenses, Money, Value } from '../base/portfolio.ts';
import { readCount, saysUnlimited } from './read-count.ts';
import { readMoney, type MoneyForm } from './read-money.ts';
import { SharedValues } from './shared-values.ts';
import { unwrapped } from './unwrapped.ts';
import { invalid, known, missing } from '../base/value.ts';

/** Torii states license money as `{value, currency}` only, so a bare number has no known unit. */
const form: MoneyForm = { unit: null, times: 1, mayBeNegative: false };

export function readLicenses(
  raw: JsonValue | undefined,
  tenantCurrency: string,
  shared: SharedValues = new SharedValues(),
): Value<Licenses> {
  if (raw === undefined || raw === null) return missing('absent');
  if (!isJsonObject(raw)) return invalid(raw);
  const summary = isJsonObject(raw.summary) ? raw.summary : {};
  const types = Array.isArray(raw.types) ? raw.types.filter(isJsonObject) : [];
  if (types.length === 0 && Object.keys(summary).length === 0) return missing('empty');
  return known({
    ...amountsOf(summary, shared),
    annualCost: moneyAt(summary, 'annualCost', tenantCurrency),
    lines: types.map((line, index) => lineOf(line, index, tenantCurrency, shared)),
  });
}

function lineOf(line: JsonObject, index: number, tenantCurrency: string, shared: SharedValues): LicenseLine {
  const name = unwrapped(line.name ?? null);
  return {
    name: typeof name === 'string' && name.trim() !== '' ? name.trim() : `License ${index + 1}`,
    ...amountsOf(line, shared),
    pricePerLicense: moneyAt(line, 'pricePerLicense', tenantCurrency),
    annualCost: moneyAt(line, 'annualCost', tenantCurrency),
  };
}

function amountsOf(
  part: JsonObject,
  shared: SharedValues,
): Pick<LicenseLine, 'purchased' | 'unlimited' | 'active' | 'inactive' | 'unassigned'> {
  const unlimited = saysUnlimited(unwrapped(part.totalAmount ?? null));
  return {
    purchased: unlimited ? missing('absent') : shared.number(countAt(part, 'totalAmount')),
    unlimited,
    active: shared.number(countAt(part, 'activeAmount')),
    inactive: shared.number(countAt(part, 'inactiveAmount')),
    unassigned: shared.number(countAt(part, 'unassignedAmount')),
  };
}

function countAt(part: JsonObject, key: string): Value<number> {
  const raw = unwrapped(part[key] ?? null);
  // What is left of an unlimited number is unlimited too: no count.
  return raw === null || saysUnlimited(raw) ? missing('absent') : readCount(raw);
}

function moneyAt(part: JsonObject, key: string, tenantCurrency: string): Value<Money> {
  const raw = part[key] ?? null;
  if (raw === null) return missing('absent');
  const converted = part[`${key}InOrgCurrency`];
  return readMoney(raw, form, { tenantCurrency, recordCurrency: part.currency, converted });
}
