import type { AssessedApp, LineSeats } from '../base/assessed.ts';
import type { Minor } from '../base/contract.ts';
import { priceOfLines, priceOfMoreSeats, priceOfSeats } from '../base/seat-price.ts';
import { wastedSeats } from './right-sizing.ts';

interface SeatMoney {
  readonly waste: Minor;
  readonly unknown: Minor;
  readonly liability: Minor;
}

/**
 * Waste is what idle seats cost, whatever can be recovered of it; with the value of seats of unknown
 * usage on top it is the most that waste can turn out to be. What is owed is not netted (rule R12).
 * Null where no app carries seat counts: then none of it is known.
 */
export function seatMoney(apps: readonly AssessedApp[]): SeatMoney | null {
  if (!apps.some(({ seats }) => seats !== null && seats.lines.length > 0)) return null;
  const money = { waste: 0, unknown: 0, liability: 0 };
  for (const { seats } of apps) {
    if (seats === null) continue;
    const { lines } = seats;
    money.waste += priceOfLines(lines, (line) => priceOfSeats(line, wastedSeats(line)));
    money.unknown += priceOfLines(lines, (line) => priceOfMoreSeats(line, unknownBesides(line)));
    money.liability += priceOfLines(lines, (line) => priceOfMoreSeats(line, line.overAssigned));
  }
  return money;
}

/** Seats of unknown use among those purchased, beside the idle ones. */
function unknownBesides(line: LineSeats): number {
  const idle = wastedSeats(line);
  return Math.min(idle + line.unknown, line.purchased) - Math.min(idle, line.purchased);
}
