/** The numbers that an analysis takes for granted, by names that prose can cite. */
import type { AnalysisConfig } from '../../mapping/mapping.ts';

export const assumptionCounts = [
  'inactiveDays',
  'graceDays',
  'noticeNearDays',
  'staleUsageDays',
  'smallGroup',
  'spareSeats',
  'hires',
  'noticeDays',
  'leadDays',
] as const;

export interface Assumptions extends Readonly<
  Record<Exclude<(typeof assumptionCounts)[number], 'noticeDays'>, number>
> {
  /** Assumed where a contract states none; null = nothing is assumed. */
  readonly noticeDays: number | null;
  /** Of 1; null where another right-sizing policy holds. */
  readonly bufferShare: number | null;
  readonly targetUtilisation: number | null;
  readonly ratesAsOf: string | null;
  readonly ratesSource: string | null;
}

export function assumptionsIn({ thresholds, rightSizing, defaults, rates }: AnalysisConfig): Assumptions {
  const { policy, percent, seats, hires } = rightSizing;
  const { inactiveDays, graceDays, noticeNearDays, staleUsageDays, smallGroup } = thresholds;
  return {
    inactiveDays,
    graceDays,
    noticeNearDays,
    staleUsageDays,
    smallGroup,
    spareSeats: seats,
    hires,
    noticeDays: defaults.noticeDays,
    leadDays: defaults.leadDays,
    bufferShare: policy === 'buffer' ? percent / 100 : null,
    targetUtilisation: policy === 'targetUtilisation' ? percent / 100 : null,
    ratesAsOf: rates?.asOf ?? null,
    ratesSource: rates?.source ?? null,
  };
}

/** What one unit of a currency is worth in the tenant's, as the mapping states it. */
export function rateOf(
  { rates }: AnalysisConfig,
  currency: string,
): { readonly perUnit: string } | undefined {
  const perUnit =
    rates !== null && Object.hasOwn(rates.perUnit, currency) ? rates.perUnit[currency] : undefined;
  return perUnit === undefined ? undefined : { perUnit };
}
