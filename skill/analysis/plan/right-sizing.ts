/** Which seats of an app go, and how many come: each seat at most once (rules R3, R4, R8). */
import type { LineSeats, SeatPool } from '../base/assessed.ts';
import { carriesMoney, isFree } from '../base/seat-price.ts';
import { percentTarget } from '../seats/pools.ts';
import type { Policy } from '../seats/right-sizing.ts';
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

type OpenPlan = { -readonly [Key in keyof LinePlan]: LinePlan[Key] };

const order = ['departed', 'unassigned', 'inactive'] as const;

/**
 * Departed, then unassigned, then inactive, as far as the findings carry and the target of each pool
 * allows. Free seats stay: giving them up saves nothing.
 */
export function rightSize(
  lines: readonly LineSeats[],
  pools: readonly SeatPool[],
  eligible: Eligible,
): LinePlan[] {
  return planned(lines, (plans) => {
    for (const pool of pools) giveUp(plansOf(pool, plans), eligible, pool, pool.target);
  });
}

function planned(lines: readonly LineSeats[], plan: (plans: readonly OpenPlan[]) => void): LinePlan[] {
  const plans = lines.map((line) => ({ line, departed: 0, unassigned: 0, inactive: 0, inUse: 0, added: 0 }));
  plan(plans);
  return plans;
}

function plansOf(pool: SeatPool, plans: readonly OpenPlan[]): readonly OpenPlan[] {
  return plans.filter(({ line }) => pool.lines.includes(line));
}

function giveUp(plans: readonly OpenPlan[], eligible: Eligible, pool: SeatPool, target: number): void {
  if (plans.every(({ line }) => isFree(line))) return;
  const stay = plans.reduce((sum, { line }) => sum + seatsToLeave(line, eligible), 0);
  let left = Math.max(0, pool.purchased - Math.max(target, stay));
  for (const part of order) {
    if (eligible[part] === null) continue;
    for (const plan of plans) {
      plan[part] = Math.min(plan.line[part], left, room(plan, eligible));
      left -= plan[part];
    }
  }
}

/** What a line can still give up: where too many seats are assigned already, more would deepen the debt. */
function room({ line, departed, unassigned, inactive }: LinePlan, eligible: Eligible): number {
  return Math.max(0, line.purchased - seatsToLeave(line, eligible) - departed - unassigned - inactive);
}

/** Kept seats, and those of people whom the rules leave alone. */
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
  pools: readonly SeatPool[],
  eligible: Eligible,
  people: number,
  policy: Policy,
): LinePlan[] {
  const host = hostLine(lines);
  const certain = { ...eligible, inactive: null };
  return planned(lines, (plans) => {
    for (const pool of pools) {
      const own = plansOf(pool, plans);
      const hosting = own.find(({ line }) => line === host);
      if (hosting === undefined) {
        giveUp(own, certain, pool, pool.target);
        continue;
      }
      const stay = own.reduce((sum, { line }) => sum + seatsToLeave(line, certain), 0);
      const needed = percentTarget(stay + people, pool.purchased, policy) + pool.held;
      giveUp(own, certain, pool, needed);
      hosting.added = Math.max(0, needed - pool.purchased);
    }
  });
}

/** The line that people come to: the largest that carries money, else the largest. */
export function hostLine(lines: readonly LineSeats[]): LineSeats | null {
  const priced = lines.filter(carriesMoney);
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
