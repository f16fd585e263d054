import type { Minor } from '../base/contract.ts';
import { costFactor } from '../base/confidence.ts';
import type { LinePlan } from '../plan/right-sizing.ts';
import type { AppPlan } from '../plan/plan.ts';
import { hostLine } from '../plan/right-sizing.ts';
import { rounded } from '../base/exact.ts';
import { isPriced, priceOfLines, priceOfMoreSeats, priceOfSeats } from '../base/seat-price.ts';
import type { SavingPart } from './part.ts';

const levers = ['departed', 'unassigned', 'inactive'] as const;

/** One part for each reason for which seats go; running sums keep their total exact. */
export function splitSeatSavings(plan: AppPlan): SavingPart[] {
  const parts: SavingPart[] = [];
  let before = 0;
  for (const lever of levers) {
    const seats = plan.lines.reduce((sum, line) => sum + seatsOf(line, lever), 0);
    if (seats === 0) continue;
    const gone = priceOfLines(plan.lines, (line) => priceOfSeats(line.line, seatsUntil(line, lever)));
    parts.push(seatPart(plan, lever, seats, gone - before));
    before = gone;
  }
  return parts;
}

/** Seats in use go with the inactive ones, and the row says so. */
function seatsOf(line: LinePlan, lever: (typeof levers)[number]): number {
  return lever === 'inactive' ? line.inactive + line.inUse : line[lever];
}

/** Seats that are gone after this lever, in the order of attribution (rule R3). */
function seatsUntil(line: LinePlan, lever: (typeof levers)[number]): number {
  if (lever === 'departed') return line.departed;
  const certain = line.departed + line.unassigned;
  return lever === 'unassigned' ? certain : certain + seatsOf(line, 'inactive');
}

function seatPart(plan: AppPlan, lever: (typeof levers)[number], seats: number, hard: Minor): SavingPart {
  const finding = plan.findings[lever];
  const inUse = plan.lines.reduce((sum, line) => sum + line.inUse, 0);
  return {
    lever,
    seats,
    hard: plan.app.cost.annual === null ? 0 : hard,
    avoid: 0,
    score: finding?.score ?? costFactor(plan.app.cost.basis),
    findingIds: finding === null ? [] : [finding.id],
    assumptions:
      lever === 'inactive' && inUse > 0
        ? [`${inUse} of these seats are in use: the target set is below them.`]
        : [],
  };
}

/** Seats to buy for those who come, and what the free seats save them from buying. */
export function addedPart(plan: AppPlan): SavingPart | null {
  const host = plan.lines.find(({ line }) => line === hostLine(plan.lines.map((one) => one.line)));
  const added = plan.lines.reduce((sum, line) => sum + line.added, 0);
  if (added === 0 && plan.migration === null) return null;
  const price = host !== undefined && isPriced(host.line) && plan.app.cost.annual !== null;
  const absorbed = Math.max(0, (plan.migration?.people ?? 0) - added);
  return {
    lever: 'added-seats',
    seats: host === undefined ? (plan.migration?.people ?? null) : added,
    hard: price ? 0 - costOfMore(host, added, plan) : 0,
    avoid: price ? rounded(priceOfSeats(host.line, absorbed)) : 0,
    score: price ? costFactor(plan.app.cost.basis) : 0,
    findingIds: [],
    assumptions: [
      ...(plan.migration?.assumptions ?? []),
      ...(price ? [] : ['Unpriced: what these seats cost is unknown; a quote is needed.']),
    ],
  };
}

/** Seats are bought at the price that the plan sets for the tier, else at today's. */
export function costOfMore({ line }: LinePlan, seats: number, { edit }: AppPlan): Minor {
  return edit?.tierPrice === undefined
    ? rounded(priceOfMoreSeats(line, seats))
    : Math.max(0, edit.tierPrice) * seats;
}
