/**
 * Money into the tenant currency, exactly: Torii's own conversion first, then the mapping's dated rate.
 * Money that has neither is null: it is listed as excluded, never guessed.
 */
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { Money } from '../../mapping/portfolio.ts';
import type { ConversionSource } from './assessed.ts';
import { ratio, ratioOf, times, type Exact, type Ratio } from './exact.ts';
import { exponentOf } from './money.ts';

export interface ExactMoney {
  /** Minor units of the tenant currency. */
  readonly amount: Exact;
  readonly source: ConversionSource;
}

export type Converter = (money: Money) => ExactMoney | null;

export function converterOf({ tenant, rates }: Pick<AnalysisConfig, 'tenant' | 'rates'>): Converter {
  const byCurrency = new Map<string, Ratio | null>();
  const rateOf = (currency: string): Ratio | null => {
    const met = byCurrency.get(currency);
    if (met !== undefined) return met;
    const stated = rates !== null && Object.hasOwn(rates.perUnit, currency) ? rates.perUnit[currency] : null;
    const rate =
      stated === null || stated === undefined ? null : minorRate(stated, currency, tenant.currency);
    byCurrency.set(currency, rate);
    return rate;
  };
  return ({ minor, currency, converted }) => {
    if (currency === tenant.currency) return { amount: minor, source: 'same' };
    if (converted !== undefined) return { amount: converted, source: 'torii' };
    const rate = rateOf(currency);
    return rate === null ? null : { amount: times(minor, rate), source: 'rate' };
  };
}

/** A rate between minor units: 1 EUR = 1.08 USD, but 1 yen has no hundredths. Null for a rate of 0. */
function minorRate(perUnit: string, from: string, to: string): Ratio | null {
  const { numerator, denominator } = ratioOf(perUnit);
  return numerator === 0n ? null : ratio(numerator * minorUnits(to), denominator * minorUnits(from));
}

function minorUnits(currency: string): bigint {
  return 10n ** BigInt(exponentOf(currency));
}

const weight: Readonly<Record<ConversionSource, number>> = { same: 0, torii: 1, rate: 2 };

/** The less direct of two sources: what a sum of both must be labeled with. */
export function weakerSource(a: ConversionSource | null, b: ConversionSource): ConversionSource {
  return a !== null && weight[a] >= weight[b] ? a : b;
}
