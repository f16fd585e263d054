import type { LineSeats } from './assessed.ts';
import type { Minor } from './contract.ts';
import { mulDiv } from './money.ts';

export function isPriced(line: LineSeats): line is LineSeats & { readonly annual: Minor } {
  return line.annual !== null && line.purchased > 0;
}

/**
 * What n seats of a line cost a year; 0 for an unpriced line. Seats beyond those purchased cost
 * nothing: nobody pays for them. Rounded once, so parts are taken as differences of running counts.
 */
export function priceOfSeats(line: LineSeats, seats: number): Minor {
  if (seats <= 0 || !isPriced(line)) return 0;
  return mulDiv(line.annual, Math.min(seats, line.purchased), line.purchased);
}

/** The price of n more seats, which may exceed those purchased. */
export function priceOfMoreSeats(line: LineSeats, seats: number): Minor {
  return seats <= 0 || !isPriced(line) ? 0 : mulDiv(line.annual, seats, line.purchased);
}

/** The price of the seats that follow the first `before` ones: the sum of such parts rounds once. */
export function priceOfNext(line: LineSeats, before: number, seats: number): Minor {
  return priceOfSeats(line, before + seats) - priceOfSeats(line, before);
}
