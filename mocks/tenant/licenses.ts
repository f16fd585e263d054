/** The license part of an app as Torii shows it: minor units, price and cost of a year. */
import type { JsonObject } from '../../skill/torii/json.ts';
import { countLines, reportsLicenses } from './accounts.ts';
import type { LineCounts } from './accounts.ts';
import { toCents } from './currency.ts';
import type { PlannedApp } from './plan.ts';

/** Counts of activity; an integration that reports no usage leaves them out, it does not say zero. */
function activity(plan: PlannedApp, active: number, inactive: number): JsonObject {
  return plan.source === 'L' ? {} : { activeAmount: active, inactiveAmount: inactive };
}

function typeRow(plan: PlannedApp, { line, assigned, active, inactive }: LineCounts): JsonObject {
  const unassigned = Math.max(0, line.purchased - assigned);
  const idle = (unassigned + (plan.source === 'L' ? 0 : inactive)) * line.price;
  const native = (value: number) => ({ value, currency: line.currency });
  const converted = (value: number) => ({ value: toCents(value, line.currency), currency: 'USD' });
  return {
    name: line.name,
    totalAmount: line.purchased,
    ...activity(plan, active, inactive),
    unassignedAmount: unassigned,
    pricePerLicense: native(line.price),
    annualCost: native(line.price * line.purchased),
    potentialSavings: native(idle),
    pricePerLicenseInOrgCurrency: converted(line.price),
    annualCostInOrgCurrency: converted(line.price * line.purchased),
    potentialSavingsInOrgCurrency: converted(idle),
  };
}

/** License summary and lines, or null where no integration reports them. */
export function licensesOf(plan: PlannedApp): JsonObject | null {
  if (!reportsLicenses(plan)) return null;
  const counts = countLines(plan);
  const sum = (of: (count: LineCounts) => number) => counts.reduce((total, count) => total + of(count), 0);
  const unassigned = sum(({ line, assigned }) => Math.max(0, line.purchased - assigned));
  const cost = sum(({ line }) => toCents(line.price * line.purchased, line.currency));
  const saving = sum(({ line, assigned, inactive }) =>
    toCents(
      (Math.max(0, line.purchased - assigned) + (plan.source === 'L' ? 0 : inactive)) * line.price,
      line.currency,
    ),
  );
  return {
    summary: {
      totalAmount: sum(({ line }) => line.purchased),
      ...activity(
        plan,
        sum(({ active }) => active),
        sum(({ inactive }) => inactive),
      ),
      unassignedAmount: unassigned,
      pricePerLicense: null,
      annualCost: { value: cost, currency: 'USD' },
      potentialSavings: { value: saving, currency: 'USD' },
    },
    types: counts.map((count) => typeRow(plan, count)),
  };
}
