/** How many seats to hold, as a reader tries it: one policy for another without a jump of the saving. */
import type { AnalysisConfig } from '../../../skill/mapping/mapping.ts';

type RightSizing = AnalysisConfig['rightSizing'];
type Policy = RightSizing['policy'];

/** Limits of the percentage, in percent: a utilization ends at all seats in use, a buffer does not. */
export const percentLimits = {
  buffer: { min: 0, max: 500 },
  targetUtilisation: { min: 1, max: 100 },
} as const;

const DEFAULT_UTILIZATION = 90;
const DEFAULT_BUFFER = 10;

/** Assumptions that change; undefined = as mapped again. */
interface Change {
  readonly policy: Policy | undefined;
  readonly percent: number | undefined;
}

/**
 * What another policy asks to assume. Its percentage holds about as many seats as the one before: kept seats
 * plus a buffer of b % are a utilization of 100 ÷ (100 + b).
 */
export function choosePolicy(next: Policy, current: RightSizing, mapped: RightSizing): Change {
  if (next === mapped.policy) return { policy: undefined, percent: undefined };
  return { policy: next, percent: equivalentPercent(next, current) };
}

/** What it asks to assume when seats in use should come to a percentage of the seats that are held. */
export function chooseUtilization(percent: number, mapped: RightSizing): Change {
  const isMapped = mapped.policy === 'targetUtilisation' && mapped.percent === percent;
  return isMapped
    ? { policy: undefined, percent: undefined }
    : {
        policy: mapped.policy === 'targetUtilisation' ? undefined : 'targetUtilisation',
        percent,
      };
}

/** In percent; null where a fixed number of spare seats says nothing about it. */
export function targetUtilizationOf({ policy, percent }: RightSizing): number | null {
  if (policy === 'seats') return null;
  return policy === 'targetUtilisation' ? percent : within('targetUtilisation', 10_000 / (100 + percent));
}

/** The percentage of another policy that holds about as many seats; undefined where it has none. */
export function equivalentPercent(next: Policy, current: RightSizing): number | undefined {
  if (next === 'seats') return undefined;
  const utilization = targetUtilizationOf(current);
  if (next === 'targetUtilisation') return utilization ?? DEFAULT_UTILIZATION;
  return utilization === null ? DEFAULT_BUFFER : within('buffer', 10_000 / utilization - 100);
}

function within(policy: keyof typeof percentLimits, percent: number): number {
  const { min, max } = percentLimits[policy];
  return Math.min(Math.max(Math.round(percent), min), max);
}
