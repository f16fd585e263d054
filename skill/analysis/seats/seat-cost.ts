/** What seats of a line cost. */
import type { LineSeats } from '../assessed.ts';
import type { Minor } from '../contract.ts';
import { mulDiv } from '../money.ts';

/** A year's cost of n seats of a line, rounded once; null = unpriced. */
export function seatCost(line: Pick<LineSeats, 'annual' | 'purchased'>, seats: number): Minor | null {
  if (seats === 0) return line.annual === null ? null : 0;
  return line.annual === null || line.purchased <= 0 ? null : mulDiv(line.annual, seats, line.purchased);
}
