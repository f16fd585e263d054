/** Which seats of a line go, and how many come: each seat at most once (rules R3, R4, R8). */
import type { LineSeats } from '../base/assessed.ts';
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import { isPriced } from '../base/seat-price.ts';
import { policyOf, seatTarget, type Policy } from '../seats/right-sizing.ts';
import type { Eligible } from './eligible.ts';

export interface LinePlan {
  readonly line: LineSeats;
  readonly departed: number;
  readonly unassigned: number;
  readonly inactive: number;
  /** Seats in use that go because a person's target is below them. */
  readonly inUse: number;
  readonly added: number;
}

const order = ['departed', 'unassigned', 'inactive'] as const;

/** Departed, then unassigned, then inactive, as far as the findings carry and the target allows. */
export function rightSize(line: LineSeats, eligible: Eligible): LinePlan {
  return without(line, eligible, line.target, 0);
}

function without(line: LineSeats, eligible: Eligible, target: number, added: number): LinePlan {
  const gone = { departed: 0, unassigned: 0, inactive: 0 };
  let left = Math.max(0, line.purchased - Math.max(target, seatsToLeave(line, eligible)));
  for (const part of order) {
    if (eligible[part] === null) continue;
    gone[part] = Math.min(line[part], left);
    left -= gone[part];
  }
  return { line, ...gone, inUse: 0, added };
}

/** Kept seats and those of people whom the rules leave alone: where too many seats are assigned already, giving up more would deepen the debt. */
function seatsToLeave(line: LineSeats, eligible: Eligible): number {
  const departed = eligible.departed === null ? line.departed : 0;
  const inactive = eligible.inactive === null ? line.inactive : 0;
  return line.kept + departed + inactive;
}

/**
 * The seats of an app that replaces others. Its own inactive seats stay, since those who come may hold
 * them; departed and unassigned ones are used before any is bought and what is used is not claimed
 * (rule R5). The buffer is taken once, over all who are then there (rule R8). People come to the
 * largest priced line.
 */
export function makeRoom(
  lines: readonly LineSeats[],
  eligible: Eligible,
  people: number,
  config: AnalysisConfig,
  appId: number,
): LinePlan[] {
  const host = hostLine(lines);
  const certain = { ...eligible, inactive: null };
  return lines.map((line) => {
    if (line !== host) return without(line, certain, line.target, 0);
    const needed = targetFor(line, seatsToLeave(line, certain) + people, policyOf(config, appId));
    return without(line, certain, needed, Math.max(0, needed - line.purchased));
  });
}

/** The line's own part of spare seats and hires is what its target holds beyond the percentage. */
function targetFor(line: LineSeats, kept: number, policy: Policy): number {
  const bare = { ...policy, seats: 0, hires: 0 };
  const spare = line.target - seatTarget(line.kept, line.purchased, bare);
  return seatTarget(kept, line.purchased, bare) + spare;
}

/** The line that people come to: the largest with a price, else the largest. */
export function hostLine(lines: readonly LineSeats[]): LineSeats | null {
  const priced = lines.filter(isPriced);
  const candidates = priced.length > 0 ? priced : lines;
  return candidates.reduce<LineSeats | null>(
    (best, line) => (best === null || line.purchased > best.purchased ? line : best),
    null,
  );
}

/** A person's target for the whole app: idle seats of every line go first, then seats in use. */
export function towardsTarget(lines: readonly LineSeats[], target: number): LinePlan[] {
  const purchased = lines.reduce((sum, line) => sum + line.purchased, 0);
  const plans = lines.map((line) => ({ line, departed: 0, unassigned: 0, inactive: 0, inUse: 0, added: 0 }));
  let left = Math.max(0, purchased - Math.max(0, target));
  for (const part of [...order, 'inUse'] as const) {
    for (const plan of plans) {
      const held = plan.line.purchased - plan.departed - plan.unassigned - plan.inactive;
      plan[part] = Math.min(left, part === 'inUse' ? held : Math.min(held, plan.line[part]));
      left -= plan[part];
    }
  }
  const host = plans.find(({ line }) => line === hostLine(lines));
  if (host !== undefined) host.added = Math.max(0, target - purchased);
  return plans;
}
