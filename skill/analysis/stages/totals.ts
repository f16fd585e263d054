import type { Assessed } from '../base/assessed.ts';
import { completeness, type Omitted, whole, widened } from '../base/completeness.ts';
import type {
  AnalyzedApp,
  Effect,
  LedgerRow,
  Minor,
  PlanEntry,
  RowTiming,
  Totals,
} from '../base/contract.ts';
import { seatMoney } from '../seats/seat-money.ts';

export function totalsOf(
  assessed: Assessed,
  apps: readonly AnalyzedApp<Minor>[],
  ledger: readonly LedgerRow<Minor>[],
  plan: readonly PlanEntry[],
): Totals<Minor> {
  const priced = apps.filter(({ costAnnual }) => costAnnual !== null);
  const isWhole = priced.filter(({ costComplete }) => costComplete === 'whole').length;
  const seats = seatMoney(assessed.apps);
  const omitted = omittedFrom(assessed);
  const isDecided = plan.some(({ source }) => source === 'person');
  return {
    baselineAnnual: sum(priced, ({ costAnnual }) => costAnnual ?? 0),
    baselineIsFloor: omitted.more,
    baselineComplete: completeness(omitted),
    leftOutContracts: sum(apps, ({ leftOut }) => leftOut.length) + assessed.withoutApp.length,
    projectedAnnual: sum(priced, ({ projectedAnnual }) => projectedAnnual ?? 0),
    hardSavingAnnual: seats === null && !isDecided ? null : sum(ledger, ({ hardAnnual }) => hardAnnual),
    decidableAnnual: hardOf(ledger, 'decidable'),
    lockedAnnual: hardOf(ledger, 'locked'),
    exitUnknownAnnual: hardOf(ledger, 'exit-unknown'),
    byEffect: byEffectOf(ledger),
    avoidanceAnnual: sum(ledger, ({ avoidAnnual }) => avoidAnnual),
    oneTime: sum(ledger, ({ oneTime }) => oneTime),
    liabilityAnnual: seats?.liability ?? 0,
    wasteAnnual: seats?.waste ?? null,
    unknownSeatValueAnnual: seats?.unknown ?? null,
    apps: apps.length,
    pricedApps: isWhole,
    partlyPricedApps: priced.length - isWhole,
    unpricedApps: apps.length - priced.length,
    hiddenApps: assessed.hidden.length,
    partial: assessed.partial,
  };
}

/** Which way the baseline can be wrong; contracts that belong to no app that was read are in no cost. */
export function omittedFrom({ apps, withoutApp }: Pick<Assessed, 'apps' | 'withoutApp'>): Omitted {
  const lost = withoutApp.map(({ annual, without }) => ({
    more: annual === null ? without?.reason !== 'negative' : annual.minor > 0,
    less: annual === null && without?.reason === 'negative',
  }));
  return apps.reduce((all, { cost }) => widened(all, cost.omitted), lost.reduce(widened, whole));
}

function sum<Row>(rows: readonly Row[], amountOf: (row: Row) => Minor): Minor {
  let total = 0;
  for (const row of rows) total += amountOf(row);
  return total;
}

function hardOf(ledger: readonly LedgerRow<Minor>[], timing: RowTiming): Minor {
  return sum(ledger, (row) => (row.timing === timing ? row.hardAnnual : 0));
}

function byEffectOf(ledger: readonly LedgerRow<Minor>[]): Record<Effect, Minor> {
  const sums = { now: 0, within30: 0, within90: 0, within365: 0, later: 0, locked: 0, unknown: 0 };
  for (const { effect, hardAnnual } of ledger) sums[effect] += hardAnnual;
  return sums;
}
