/**
 * What the plan does to one app, lever by lever, each on what the one before left (rules R2, R3, R4):
 * retire or consolidate is applied alone; a quote replaces seats, tier and price; else departed →
 * unassigned → inactive → tier → price, and the seats that are added.
 */
import type { Lever, Minor } from '../base/contract.ts';
import { costFactor } from '../base/confidence.ts';
import { removedCost, removedSeats, type AppPlan } from '../plan/plan.ts';
import { afterLevers } from '../base/savings.ts';
import { carriesMoney, priceOfLines, priceOfSeats } from '../base/seat-price.ts';
import type { SavingPart, Parts } from './part.ts';
import { addedPart, splitSeatSavings } from './seat-parts.ts';

const nothing: Parts = { applied: [], superseded: [] };

export function partsOf(plan: AppPlan): Parts {
  const { edit, action } = plan;
  const seats = plan.lines.length === 0 ? [] : splitSeatSavings(plan);
  if (edit === null && plan.migration === null) {
    return seats.length === 0 ? nothing : { applied: seats, superseded: [] };
  }
  const base = plan.app.cost.annual ?? 0;
  if (action !== 'keep') {
    const gone = part(plan, leverOf(plan), plan.app.isBundled ? 0 : base, null);
    return { applied: [gone], superseded: [...seats, ...personParts(plan, seats)] };
  }
  if (edit?.projectedAnnual !== undefined) return quoted(plan, base, edit.projectedAnnual, seats);
  const added = addedPart(plan);
  return {
    applied: [...seats, ...personParts(plan, seats), ...(added === null ? [] : [added])],
    superseded: [],
  };
}

/** An app that a suite includes is not consolidated with the suite: it comes with it. */
function leverOf({ action, survivorId, app }: AppPlan): Lever {
  if (action === 'retire') return 'retire';
  return survivorId !== null && app.includedIn.includes(survivorId) ? 'bundle' : 'consolidate';
}

/** A quote is the whole of what the app will cost; below an unknown cost it saves nothing that is known. */
function quoted(plan: AppPlan, base: Minor, quote: Minor, seats: readonly SavingPart[]): Parts {
  const saving = plan.app.cost.annual === null ? 0 : base - Math.max(0, quote);
  const dearer = saving < 0 && plan.migration !== null;
  const { people = null, assumptions = [] } = plan.migration ?? {};
  return {
    applied: [
      {
        ...part(plan, dearer ? 'added-seats' : 'price', saving, dearer ? people : null),
        assumptions: [
          'The cost is a quote.',
          ...assumptions,
          ...(plan.app.cost.annual === null ? [unpriced] : []),
        ],
      },
    ],
    superseded: [...seats, ...personParts(plan, seats)],
  };
}

const unpriced = 'Unpriced: the present cost is unknown, so no saving is claimed.';

function part(plan: AppPlan, lever: Lever, hard: Minor, seats: number | null): SavingPart {
  return {
    lever,
    seats,
    hard,
    avoid: 0,
    score: costFactor(plan.app.cost.basis),
    findingIds: [],
    assumptions: [
      ...(plan.app.cost.annual === null ? [unpriced] : []),
      ...(plan.app.isBundled ? [bundled] : []),
    ],
  };
}

const bundled = 'Comes with a suite and has no price of its own: what it costs leaves with the suite alone.';

/** Tier and price as a person asks: the tier for the seats that stay, the price on what then remains. */
function personParts(plan: AppPlan, seats: readonly SavingPart[]): SavingPart[] {
  const { edit } = plan;
  const parts: SavingPart[] = [];
  let residual = (plan.app.cost.annual ?? 0) - seats.reduce((sum, { hard }) => sum + hard, 0);
  if (edit?.tierPrice !== undefined) {
    const { seats: retained, cost } = retainedOf(plan);
    const saving = cost - Math.max(0, edit.tierPrice) * retained;
    parts.push(part(plan, 'tier', saving, retained));
    residual -= saving;
  }
  if (edit?.pricePercent !== undefined) {
    const percent = Math.min(100, Math.max(0, edit.pricePercent));
    const saving = residual - afterLevers(residual, [percent]);
    parts.push({
      ...part(plan, 'price', saving, null),
      assumptions: [`A price that is ${percent} % lower.`],
    });
  }
  return parts;
}

/** Seats that stay on lines that carry money, and what they cost today. */
export function retainedOf(plan: AppPlan): { readonly seats: number; readonly cost: Minor } {
  if (plan.app.cost.annual === null) return { seats: 0, cost: 0 };
  const lines = plan.lines.filter(({ line }) => carriesMoney(line));
  return {
    seats: lines.reduce((sum, line) => sum + line.line.purchased - removedSeats(line), 0),
    cost: priceOfLines(lines, ({ line }) => priceOfSeats(line, line.purchased)) - removedCost(lines),
  };
}
