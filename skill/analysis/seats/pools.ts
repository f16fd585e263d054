/**
 * Lines of one price together: a percentage acts on the whole pool, so that splitting a line in two
 * changes nothing. Hires and spare seats are an amount of the app and are held once, by the pools with
 * seats to give up, the highest price first: what is planned on is never more than what can be saved.
 */
import type { LineSeats, SeatPool } from '../base/assessed.ts';
import { compareExact } from '../base/exact.ts';
import { carriesMoney, isFree } from '../base/seat-price.ts';
import { recoverableSeats, seatTarget, type Policy } from './right-sizing.ts';

export function poolsOf(lines: readonly LineSeats[], policy: Policy): readonly SeatPool[] {
  const groups: LineSeats[][] = [];
  for (const line of lines) {
    const group = groups.find(([first]) => first !== undefined && isSamePrice(first, line));
    if (group === undefined) groups.push([line]);
    else group.push(line);
  }
  return poolsWithHolders(groups.toSorted(byPrice), policy);
}

function poolsWithHolders(groups: readonly (readonly LineSeats[])[], policy: Policy): SeatPool[] {
  const pools = groups.map((lines) => {
    const purchased = sumOf(lines, (line) => line.purchased);
    const kept = sumOf(lines, (line) => line.kept);
    const target = percentTarget(kept, purchased, policy);
    return { lines, unitPrice: lines[0]?.unitPrice ?? null, purchased, kept, held: 0, target };
  });
  let open = heldByApp(policy);
  for (const pool of pools) {
    pool.held = Math.min(open, recoverableSeats(pool.purchased, pool.target));
    open -= pool.held;
  }
  const [first] = pools;
  // Where nothing is spare, seats that are planned on still have to be bought somewhere.
  if (first !== undefined) first.held += open;
  return pools.map((pool) => ({ ...pool, target: pool.target + pool.held }));
}

function heldByApp({ policy, seats, hires }: Policy): number {
  if (policy === 'seats') return seats;
  return policy === 'buffer' ? hires : 0;
}

/** Q without the seats that are an amount of the app. */
export function percentTarget(kept: number, purchased: number, policy: Policy): number {
  return seatTarget(kept, purchased, { ...policy, seats: 0, hires: 0 });
}

function isSamePrice(a: LineSeats, b: LineSeats): boolean {
  if (a.unitPrice === null || b.unitPrice === null) return a.unitPrice === b.unitPrice;
  return compareExact(a.unitPrice, b.unitPrice) === 0;
}

/** Unpriced lines come after those that carry money and before the free ones. */
function byPrice([a]: readonly LineSeats[], [b]: readonly LineSeats[]): number {
  if (a === undefined || b === undefined) return 0;
  if (carriesMoney(a) && carriesMoney(b)) return compareExact(b.unitPrice, a.unitPrice);
  return rank(a) - rank(b);
}

function rank(line: LineSeats): number {
  if (carriesMoney(line)) return 0;
  return isFree(line) ? 2 : 1;
}

function sumOf(lines: readonly LineSeats[], countOf: (line: LineSeats) => number): number {
  return lines.reduce((sum, line) => sum + countOf(line), 0);
}
