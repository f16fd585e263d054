/** The numbers that an analysis takes for granted, by names that prose can cite. */
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { FieldTable, RecordOf } from '../records/field.ts';

export const assumptionFields = {
  inactiveDays: { kind: 'count' },
  graceDays: { kind: 'count' },
  noticeNearDays: { kind: 'count' },
  staleUsageDays: { kind: 'count' },
  smallGroup: { kind: 'count' },
  spareSeats: { kind: 'count' },
  hires: { kind: 'count' },
  /** Assumed where a contract states none; null = nothing is assumed. */
  noticeDays: { kind: 'count', nullable: true },
  leadDays: { kind: 'count' },
  /** Null where another right-sizing policy holds. */
  bufferShare: { kind: 'share', nullable: true },
  targetUtilisation: { kind: 'share', nullable: true },
  ratesAsOf: { kind: 'date', nullable: true },
  ratesSource: { kind: 'text', nullable: true },
} as const satisfies FieldTable;

export interface Assumptions extends RecordOf<typeof assumptionFields, never> {}

export const rateFields = { perUnit: { kind: 'text' } } as const satisfies FieldTable;

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
): RecordOf<typeof rateFields, never> | undefined {
  const perUnit =
    rates !== null && Object.hasOwn(rates.perUnit, currency) ? rates.perUnit[currency] : undefined;
  return perUnit === undefined ? undefined : { perUnit };
}
