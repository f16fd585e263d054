/**
 * How far a finding can be trusted: the smallest factor it rests on, times the share of its seats or
 * money that has data. The tables are the documentation's source; change them nowhere else.
 */
import type { AssessedApp } from './assessed.ts';
import type { Confidence, CostBasis, PriceBasis } from './contract.ts';
import type { Day, UsageSource } from '../../mapping/portfolio.ts';
import { knownValue } from './known-value.ts';

export const usageSourceFactors: Readonly<Record<UsageSource, number>> = {
  direct: 1,
  sso: 0.6,
  extension: 0.5,
  expense: 0.3,
  none: 0,
};

/** Age of the newest usage record in days, up to and including; older than the last is `staleFactor`. */
export const freshnessFactors = [
  { days: 7, factor: 1 },
  { days: 30, factor: 0.8 },
  { days: 90, factor: 0.5 },
] as const;
export const staleFactor = 0.2;

export const priceFactors = { contract: 1, license: 0.9, expense: 0.6, benchmark: 0.4, none: 0 } as const;

/** How far the price of a line's seat carries a finding, by where it comes from. */
export const seatPriceFactors: Readonly<Record<PriceBasis, number>> = {
  licence: priceFactors.license,
  free: priceFactors.license,
  contract: priceFactors.contract,
  'contract-seats': priceFactors.contract,
  'contract-single': priceFactors.contract,
  none: priceFactors.none,
};

/** The most that a finding on an assumed price, or against another count, can be trusted: medium. */
export const cappedScore = 0.7;

/** Smallest score of each level; anything below is low. */
export const confidenceLevels = { high: 0.75, medium: 0.5 } as const;

/** More than this share of idle seats, in percent, is not believed of an indirect usage source. */
export const gateIdlePercent = 60;

export function levelOf(score: number): Confidence {
  if (score >= confidenceLevels.high) return 'high';
  return score >= confidenceLevels.medium ? 'medium' : 'low';
}

/** Four decimals, so that a score prints the same everywhere. */
export function scoreOf(factors: readonly number[], coverage = 1): number {
  return Math.round(Math.min(1, ...factors) * coverage * 10_000) / 10_000;
}

export function costFactor(basis: CostBasis): number {
  if (basis === 'contract') return priceFactors.contract;
  if (basis === 'licences') return priceFactors.license;
  return basis === 'expenses' ? priceFactors.expense : priceFactors.none;
}

/** A usage source that Torii does not state counts as none: nothing is built on a guess. */
export function usageFactor(app: AssessedApp): number {
  return usageSourceFactors[knownValue(app.app.usageSource) ?? 'none'];
}

export function freshnessFactor(app: AssessedApp, asOf: Day): number {
  if (app.lastUsedAt === null) return staleFactor;
  const age = asOf - app.lastUsedAt;
  return freshnessFactors.find(({ days }) => age <= days)?.factor ?? staleFactor;
}
