import { appColumns, letterOf, planColumns, totalRow } from './layout.ts';

function onApps(key: (typeof appColumns)[number]): string {
  return `Apps!$${letterOf(appColumns.indexOf(key))}$${totalRow}`;
}

function onPlan(key: (typeof planColumns)[number]): string {
  return `Plan!$${letterOf(planColumns.indexOf(key))}$${totalRow}`;
}

/** The cell in which a total of the analysis is the sum of rows. */
export const totalCellOf = {
  baselineAnnual: onApps('costAnnual'),
  projectedAnnual: onApps('projectedAnnual'),
  hardSavingAnnual: onPlan('hardAnnual'),
  avoidanceAnnual: onPlan('avoidAnnual'),
  oneTime: onPlan('oneTime'),
} as const;
