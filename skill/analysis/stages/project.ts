import type { Minor } from '../base/contract.ts';
import { retainedOf } from '../ledger/parts.ts';
import { costOfMore } from '../ledger/seat-parts.ts';
import { isPriced } from '../base/seat-price.ts';
import { removedCost, type AppPlan } from '../plan/plan.ts';
import { afterLevers } from '../base/savings.ts';

/**
 * What an app will cost a year under the plan; null where its cost is unknown. Computed from what
 * remains, while the ledger books what goes: the two must meet, and the self-audit checks that they do.
 */
export function projectedCost(plan: AppPlan): Minor | null {
  const { app, action, edit, lines } = plan;
  const { annual } = app.cost;
  if (annual === null) return null;
  if (action !== 'keep') return app.isBundled ? annual : 0;
  if (edit?.projectedAnnual !== undefined) return Math.max(0, edit.projectedAnnual);
  let remaining = annual - removedCost(lines);
  let added = 0;
  if (edit?.tierPrice !== undefined) {
    const { seats, cost } = retainedOf(plan);
    remaining += seats * Math.max(0, edit.tierPrice) - cost;
  }
  for (const line of lines) {
    if (line.added > 0 && isPriced(line.line)) added += costOfMore(line, line.added, plan);
  }
  const percent = Math.min(100, Math.max(0, edit?.pricePercent ?? 0));
  return (percent === 0 ? remaining : afterLevers(remaining, [percent])) + added;
}
