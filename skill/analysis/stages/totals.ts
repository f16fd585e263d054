import type { Assessed, AssessedApp } from '../base/assessed.ts';
import type { AnalyzedApp, Effect, LedgerRow, Minor, RowTiming, Totals } from '../base/contract.ts';
import { isPriced, priceOfMoreSeats, priceOfNext, priceOfSeats } from '../base/seat-price.ts';
import { wastedSeats } from '../seats/right-sizing.ts';

export function totalsOf(
  assessed: Assessed,
  apps: readonly AnalyzedApp<Minor>[],
  ledger: readonly LedgerRow<Minor>[],
): Totals<Minor> {
  const priced = apps.filter(({ costAnnual }) => costAnnual !== null);
  const seats = seatMoney(assessed.apps);
  return {
    baselineAnnual: sum(priced, ({ costAnnual }) => costAnnual ?? 0),
    projectedAnnual: sum(priced, ({ projectedAnnual }) => projectedAnnual ?? 0),
    hardSavingAnnual: sum(ledger, ({ hardAnnual }) => hardAnnual),
    decidableAnnual: hardOf(ledger, 'decidable'),
    lockedAnnual: hardOf(ledger, 'locked'),
    exitUnknownAnnual: hardOf(ledger, 'exit-unknown'),
    byEffect: byEffectOf(ledger),
    avoidanceAnnual: sum(ledger, ({ avoidAnnual }) => avoidAnnual),
    oneTime: sum(ledger, ({ oneTime }) => oneTime),
    liabilityAnnual: seats.liability,
    wasteAnnual: seats.waste,
    unknownSeatValueAnnual: seats.unknown,
    apps: apps.length,
    pricedApps: priced.length,
    unpricedApps: apps.length - priced.length,
    hiddenApps: assessed.hidden.length,
    partial: assessed.partial,
  };
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

/**
 * Waste is what idle seats cost, whatever can be recovered of it; with the value of seats of unknown
 * usage on top it is the most that waste can turn out to be. What is owed is not netted (rule R12).
 */
function seatMoney(apps: readonly AssessedApp[]): { waste: Minor; unknown: Minor; liability: Minor } {
  const money = { waste: 0, unknown: 0, liability: 0 };
  for (const { seats } of apps) {
    for (const line of seats?.lines ?? []) {
      if (!isPriced(line)) continue;
      const wasted = wastedSeats(line);
      money.waste += priceOfSeats(line, wasted);
      money.unknown += priceOfNext(line, wasted, line.unknown);
      money.liability += priceOfMoreSeats(line, line.overAssigned);
    }
  }
  return money;
}
