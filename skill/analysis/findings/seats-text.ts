/** Counts are written as their facts are: "1,234 seats". */
import { renderCounted } from '../facts/render.ts';

export function seatsText(seats: number): string {
  return renderCounted(seats, 'seat');
}
