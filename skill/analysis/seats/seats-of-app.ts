/** Seats in the form in which an analysis shows them: every line of the record, unlimited ones in their place. */
import type { LineSeats, Seats, UnlimitedLine } from '../base/assessed.ts';
import type { AppSeats, Minor, SeatLine } from '../base/contract.ts';
import { rounded } from '../base/exact.ts';

export function seatsOfApp(seats: Seats): AppSeats<Minor> {
  return { ...seats.total, contracted: seats.contracted, lines: linesOf(seats) };
}

function linesOf({ lines, unlimited }: Seats): SeatLine<Minor>[] {
  const shown = lines.map(limitedLine);
  for (const line of unlimited) shown.splice(line.place, 0, unlimitedLine(line));
  return shown;
}

function limitedLine(line: LineSeats): SeatLine<Minor> {
  return {
    name: line.name,
    purchased: line.purchased,
    assigned: line.assigned,
    unassigned: line.unassigned,
    departed: line.departed,
    inactive: line.inactive,
    unknown: line.unknown,
    active: line.active,
    overAssigned: line.overAssigned,
    unitPrice: line.unitPrice === null ? null : rounded(line.unitPrice),
    priceBasis: line.priceBasis,
    unlimited: false,
  };
}

function unlimitedLine({ name, purchased, active, inactive, unassigned }: UnlimitedLine): SeatLine<Minor> {
  return {
    name,
    purchased,
    assigned: active === null || inactive === null ? null : active + inactive,
    unassigned,
    departed: 0,
    inactive,
    unknown: 0,
    active,
    overAssigned: 0,
    unitPrice: null,
    priceBasis: 'none',
    unlimited: true,
  };
}
