/** How many seats to hold: the right-sizing policy of the mapping, printed beside every number it makes. */
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { SeatPartition } from '../base/contract.ts';
import { ceil, divide, plus, ratioOf, times, type Exact } from '../base/exact.ts';

export type Policy = Pick<AnalysisConfig['rightSizing'], 'policy' | 'percent' | 'seats' | 'hires'>;

/** The app's own policy where the mapping has one; what it leaves out is the tenant's. */
export function policyOf(config: AnalysisConfig, appId: number): Policy {
  const { policy, percent, seats, hires, perApp } = config.rightSizing;
  const own = Object.hasOwn(perApp, appId) ? perApp[appId] : undefined;
  return {
    policy: own?.policy ?? policy,
    percent: own?.percent ?? percent,
    seats: own?.seats ?? seats,
    hires: own?.hires ?? hires,
  };
}

/**
 * Q, the seats to hold, never fewer than are kept.
 * buffer: kept + percent, rounded up, + hires · seats: kept + n · targetUtilisation: kept ÷ percent.
 * A target utilization of 0 % sets no bound: all that is purchased stays.
 */
export function seatTarget(kept: number, purchased: number, policy: Policy): number {
  const { percent } = policy;
  if (policy.policy === 'seats') return kept + policy.seats;
  if (policy.policy === 'buffer') return scaledUp(kept, percentPlus(percent), 100) + policy.hires;
  return percent <= 0 ? Math.max(kept, purchased) : Math.max(kept, scaledUp(kept, 100, percent));
}

function percentPlus(percent: number): Exact {
  return Number.isInteger(percent) ? 100 + percent : plus(100, ratioOf(percent));
}

/** seats × by ÷ of, rounded up; integers, the usual case, take the short way. */
function scaledUp(seats: number, by: Exact, of: number): number {
  if (typeof by === 'number' && Number.isInteger(of) && Number.isSafeInteger(seats * by)) {
    return Math.ceil((seats * by) / of);
  }
  return ceil(divide(times(seats, by), ratioOf(of)));
}

export function recoverableSeats(purchased: number, target: number): number {
  return Math.max(0, purchased - target);
}

/** Paid seats that no one here uses; how many can be recovered is a matter of policy. */
export function wastedSeats(seats: Pick<SeatPartition, 'unassigned' | 'departed' | 'inactive'>): number {
  return seats.unassigned + seats.departed + seats.inactive;
}

export function keptSeats(
  seats: Pick<SeatPartition, 'active' | 'exempt' | 'grace' | 'unknown' | 'lowerTier'>,
): number {
  return seats.active + seats.exempt + seats.grace + seats.unknown + seats.lowerTier;
}
