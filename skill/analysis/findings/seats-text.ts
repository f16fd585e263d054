/** Counts are written as their facts are: "1,234 seats". */
import { renderCount } from '../facts/render.ts';

export function seatsText(seats: number): string {
  return seats === 1 ? '1 seat' : `${renderCount(seats)} seats`;
}
