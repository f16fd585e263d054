import type { Minor } from '../base/contract.ts';
import { costOfMore } from '../ledger/seat-parts.ts';
import { isPriced } from '../base/seat-price.ts';
import { removedCost, removedSeats, type AppPlan } from '../plan/plan.ts';
import { afterLevers } from '../base/savings.ts';

/**
 * What an app will cost a year under the plan; null where its cost is unknown. Reckoned from what
 * remains, while the ledger books what goes: the two must meet, and the self-audit checks that they do.
 */
export function projectedCost(plan: AppPlan): Minor | null {
  const { app, action, edit, lines } = plan;
  const { annual } = app.cost;
  if (annual === null) return null;
  if (action !== 'keep') return app.isBundled ? annual : 0;
  if (edit?.projectedAnnual !== undefined) return Math.max(0, edit.projectedAnnual);
  let remaining = annual;
  let added = 0;
  for (const line of lines) {
    remaining -= removedCost(line);
    if (edit?.tierPrice !== undefined && isPriced(line.line)) {
      const stay = line.line.purchased - removedSeats(line);
      remaining += stay * Math.max(0, edit.tierPrice) - (line.line.annual - removedCost(line));
    }
    if (line.added > 0 && isPriced(line.line)) added += costOfMore(line, line.added, plan);
  }
  const percent = Math.min(100, Math.max(0, edit?.pricePercent ?? 0));
  return (percent === 0 ? remaining : afterLevers(remaining, [percent])) + added;
}
