/** Seats add up line by line, and cost no more than their app. */
import type { AssessedApp, Cost, Seats } from '../../base/assessed.ts';
import type { SeatCounts } from '../../base/contract.ts';
import { priceOfLines, priceOfSeats } from '../../base/seat-price.ts';
import { namesOf } from '../../records/field.ts';
import { seatParts } from '../../records/seats.ts';
import { wastedSeats } from '../../seats/right-sizing.ts';

const parts = namesOf(seatParts);

function partsSum(seats: SeatCounts): number {
  return parts.reduce((sum, part) => sum + seats[part], 0);
}

export function unbalancedSeats(apps: readonly AssessedApp[]): string[] {
  const unbalanced = apps.filter(({ seats }) => seats !== null && !isBalanced(seats));
  return unbalanced.map(({ app }) => `The seats of app ${app.id} do not add up.`);
}

/** What one line lacks is not covered by what another has spare. */
function isBalanced({ total, lines }: Seats): boolean {
  const isWhole = ([...parts, 'purchased', 'assigned', 'overAssigned'] as const).every(
    (part) => total[part] === lines.reduce((sum, line) => sum + line[part], 0),
  );
  return isWhole && lines.every(isPartition);
}

function isPartition(line: SeatCounts): boolean {
  return (
    partsSum(line) === Math.max(line.purchased, line.assigned) &&
    line.overAssigned === Math.max(0, line.assigned - line.purchased) &&
    parts.every((part) => line[part] >= 0)
  );
}

/** What seats can cost is part of what their app costs, and what can be given up is part of a line. */
export function overpricedLines(apps: readonly AssessedApp[]): string[] {
  return apps
    .filter(({ seats, cost }) => seats !== null && isOverpriced(seats, cost))
    .map(({ app }) => `App ${app.id}.`);
}

function isOverpriced({ lines }: Seats, { annual }: Cost): boolean {
  const all = priceOfLines(lines, (line) => priceOfSeats(line, line.purchased));
  const wasted = priceOfLines(lines, (line) => priceOfSeats(line, wastedSeats(line)));
  return wasted > all || all > Math.max(0, annual ?? 0);
}
