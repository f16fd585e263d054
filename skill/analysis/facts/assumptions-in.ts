/** The numbers that an analysis takes for granted, by names that prose can cite. */
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import { gateIdlePercent } from '../base/confidence.ts';
import type { FieldTable, RecordOf } from '../records/field.ts';
import { text, count, maybeText, maybeDate, maybeCount, maybeShare, share } from '../records/rows.ts';

export const assumptionFields = {
  inactiveDays: count,
  graceDays: count,
  noticeNearDays: count,
  staleUsageDays: count,
  smallGroup: count,
  spareSeats: { ...count, label: 'spare seats held by policy' },
  hires: { ...count, label: 'seats held for hires' },
  /** Assumed where a contract states none; null = nothing is assumed. */
  noticeDays: maybeCount,
  leadDays: count,
  /** Null where another right-sizing policy holds. */
  bufferShare: { ...maybeShare, label: 'buffer of spare seats held by policy' },
  targetUtilisation: { ...maybeShare, label: 'target utilization' },
  /** More idle seats than this are not believed where usage is not read from the app itself. */
  gateIdleShare: { ...share, label: 'share of idle seats that is not believed' },
  ratesAsOf: maybeDate,
  ratesSource: maybeText,
} as const satisfies FieldTable;

export interface Assumptions extends RecordOf<typeof assumptionFields, never> {}

export const rateFields = { perUnit: text } as const satisfies FieldTable;

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
    gateIdleShare: gateIdlePercent / 100,
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
