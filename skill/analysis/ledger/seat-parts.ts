import type { Minor } from '../base/contract.ts';
import { costFactor } from '../base/confidence.ts';
import type { LinePlan } from '../plan/right-sizing.ts';
import type { AppPlan } from '../plan/plan.ts';
import { hostLine } from '../plan/right-sizing.ts';
import { isPriced, priceOfMoreSeats, priceOfNext, priceOfSeats } from '../base/seat-price.ts';
import type { Part } from './part.ts';

const levers = ['departed', 'unassigned', 'inactive'] as const;

/** One part for each reason for which seats go; running counts keep their sum exact. */
export function seatParts(plan: AppPlan): Part[] {
  const parts: Part[] = [];
  for (const lever of levers) {
    let seats = 0;
    let hard = 0;
    for (const line of plan.lines) {
      const own = seatsOf(line, lever);
      if (own === 0) continue;
      seats += own;
      hard += priceOfNext(line.line, before(line, lever), own);
    }
    if (seats > 0) parts.push(seatPart(plan, lever, seats, hard));
  }
  return parts;
}

/** Seats in use go with the inactive ones, and the row says so. */
function seatsOf(line: LinePlan, lever: (typeof levers)[number]): number {
  return lever === 'inactive' ? line.inactive + line.inUse : line[lever];
}

function before(line: LinePlan, lever: (typeof levers)[number]): number {
  if (lever === 'departed') return 0;
  return lever === 'unassigned' ? line.departed : line.departed + line.unassigned;
}

function seatPart(plan: AppPlan, lever: (typeof levers)[number], seats: number, hard: Minor): Part {
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
export function addedPart(plan: AppPlan): Part | null {
  const host = plan.lines.find(({ line }) => line === hostLine(plan.lines.map((one) => one.line)));
  const added = plan.lines.reduce((sum, line) => sum + line.added, 0);
  if (added === 0 && plan.migration === null) return null;
  const price = host !== undefined && isPriced(host.line) && plan.app.cost.annual !== null;
  const absorbed = Math.max(0, (plan.migration?.people ?? 0) - added);
  return {
    lever: 'added-seats',
    seats: host === undefined ? (plan.migration?.people ?? null) : added,
    hard: price ? 0 - costOfMore(host, added, plan) : 0,
    avoid: price ? priceOfSeats(host.line, absorbed) : 0,
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
  return edit?.tierPrice === undefined ? priceOfMoreSeats(line, seats) : Math.max(0, edit.tierPrice) * seats;
}
