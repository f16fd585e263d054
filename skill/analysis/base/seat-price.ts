/**
 * What seats cost a year, exact until an app's lines have been summed: money is rounded once per app, so
 * that splitting a line in two changes no cent.
 */
import type { LineSeats } from './assessed.ts';
import type { Minor } from './contract.ts';
import { plus, rounded, times, type Exact } from './exact.ts';

type Priced = LineSeats & { readonly unitPrice: Exact };

export function isPriced(line: LineSeats): line is Priced {
  return line.unitPrice !== null;
}

/** Known to cost nothing: such seats are counted and carry no money. */
export function isFree({ priceBasis }: Pick<LineSeats, 'priceBasis'>): boolean {
  return priceBasis === 'free';
}

/** Priced, and not free. */
export function carriesMoney(line: LineSeats): line is Priced {
  return isPriced(line) && !isFree(line);
}

/** 0 for an unpriced line. Seats beyond those purchased cost nothing. */
export function priceOfSeats(line: LineSeats, seats: number): Exact {
  return priceOfMoreSeats(line, Math.min(seats, line.purchased));
}

/** The price of n more seats, which may exceed those purchased. */
export function priceOfMoreSeats(line: LineSeats, seats: number): Exact {
  return seats <= 0 || !isPriced(line) ? 0 : times(line.unitPrice, seats);
}

/** The lines of one app together, rounded once. */
export function priceOfLines<Line>(lines: readonly Line[], priceOf: (line: Line) => Exact): Minor {
  let sum: Exact = 0;
  for (const line of lines) sum = plus(sum, priceOf(line));
  return rounded(sum);
}
