import type { AssessedApp } from '../base/assessed.ts';
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
    const waste = priceOfLines(lines, (line) => priceOfSeats(line, wastedSeats(line)));
    const most = priceOfLines(lines, (line) => priceOfSeats(line, wastedSeats(line) + line.unknown));
    money.waste += waste;
    money.unknown += most - waste;
    money.liability += priceOfLines(lines, (line) => priceOfMoreSeats(line, line.overAssigned));
  }
  return money;
}
