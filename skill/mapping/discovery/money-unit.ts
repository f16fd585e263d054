/**
 * Decides whether a money field holds minor or major units, and says why. Only evidence confirms a
 * unit; without it the field is read as minor units, which can understate a saving a hundredfold but
 * never overstate it, and a person is asked.
 */
import { isJsonObject, type JsonObject } from '../../torii/json.ts';
import { currencyCode, minorPerMajor } from '../base/currency.ts';
import { decimalOf } from '../base/decimal-text.ts';

export interface UnitVerdict {
  readonly unit: 'minor' | 'major';
  readonly confirmed: boolean;
  readonly evidence: string;
}

/** What a record's money should roughly be, in minor units of a currency, from another source. */
export interface Reference {
  readonly minor: number;
  readonly currency: string;
  /** Where the figure comes from, in words. */
  readonly from: string;
}

/** Fewer comparisons prove nothing: one app in ten may well differ from its license cost. */
const ENOUGH = 3;
const AGREEMENT = 0.6;

/**
 * @param referenceOf the independent figure for a record, or null where there is none
 * @param perYear 12 when the field holds a monthly amount and the reference a yearly one
 */
export function moneyUnit(
  rows: readonly JsonObject[],
  key: string,
  tenantCurrency: string,
  referenceOf: (row: JsonObject) => Reference | null,
  perYear: 1 | 12 = 1,
): UnitVerdict {
  const filled = rows.filter((row) => (row[key] ?? '') !== '');
  const bare = filled.flatMap((row) => bareOf(row, key, tenantCurrency) ?? []);
  if (filled.length > 0 && filled.every((row) => isJsonObject(row[key]))) {
    return sure('minor', 'Each value names its currency; Torii states such money in minor units.');
  }
  if (bare.length > 0 && bare.every(({ scale }) => scale === 1)) {
    return sure('minor', `${bare[0]?.currency} has no minor unit, so both readings are the same.`);
  }
  const fractions = bare.filter(({ amount }) => !Number.isInteger(amount)).length;
  if (fractions > 0) return sure('major', `${fractions} of ${bare.length} values have decimals.`);
  return compared(bare, referenceOf, perYear);
}

interface BareAmount {
  readonly row: JsonObject;
  readonly amount: number;
  readonly currency: string;
  readonly scale: number;
}

function bareOf(row: JsonObject, key: string, tenantCurrency: string): BareAmount | null {
  const raw = row[key];
  const amount = typeof raw === 'string' ? decimalOf(raw) : typeof raw === 'number' ? raw : null;
  const currency = currencyCode(row.currency) ?? tenantCurrency;
  return amount === null ? null : { row, amount, currency, scale: minorPerMajor(currency) };
}

function compared(
  bare: readonly BareAmount[],
  referenceOf: (row: JsonObject) => Reference | null,
  perYear: 1 | 12,
): UnitVerdict {
  const ratios = bare.flatMap(({ row, amount, currency, scale }) => {
    const reference = amount > 0 && scale > 1 ? referenceOf(row) : null;
    if (reference === null || reference.minor <= 0 || reference.currency !== currency) return [];
    return [{ ratio: (amount * perYear) / reference.minor, scale, from: reference.from }];
  });
  const equal = ratios.filter(({ ratio }) => isNear(ratio)).length;
  const scaled = ratios.filter(({ ratio, scale }) => isNear(ratio * scale)).length;
  const [unit, agreeing] = equal >= scaled ? (['minor', equal] as const) : (['major', scaled] as const);
  if (ratios.length < ENOUGH || agreeing / ratios.length < AGREEMENT) return unsure(ratios.length);
  const relation = unit === 'minor' ? 'the same number as' : 'about a hundredth of';
  const where = `${agreeing} of ${ratios.length} comparable records`;
  return sure(unit, `In ${where} it is ${relation} the ${ratios[0]?.from} in minor units.`);
}

/** Within a factor of two: costs drift, but units differ a hundredfold. */
function isNear(ratio: number): boolean {
  return ratio >= 0.5 && ratio <= 2;
}

function sure(unit: UnitVerdict['unit'], evidence: string): UnitVerdict {
  return { unit, confirmed: true, evidence };
}

function unsure(comparisons: number): UnitVerdict {
  const why = comparisons < ENOUGH ? 'too few comparable figures' : 'the figures do not agree';
  return { unit: 'minor', confirmed: false, evidence: `Nothing settles its unit: ${why}.` };
}
