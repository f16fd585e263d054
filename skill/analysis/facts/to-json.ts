import type {
  Analysis,
  AnalysisJson,
  Decimal,
  Minor,
  PlanEdit,
  PlanEditOf,
  Totals,
} from '../base/contract.ts';
import { decimal } from '../base/money.ts';

/** The analysis as outsiders see it: every amount a decimal text in major units of its currency. */
export function toJson(analysis: Analysis): AnalysisJson {
  const { currency } = analysis;
  const text = (minor: Minor): Decimal => decimal(minor, currency);
  const textOrNull = (minor: Minor | null): Decimal | null => (minor === null ? null : text(minor));
  return {
    ...analysis,
    inputs: { ...analysis.inputs, edits: analysis.inputs.edits.map((edit) => editToJson(edit, text)) },
    totals: totalsToJson(analysis.totals, text),
    apps: analysis.apps.map((app) => ({
      ...app,
      costAnnual: textOrNull(app.costAnnual),
      native: app.native && { ...app.native, amount: decimal(app.native.amount, app.native.currency) },
      expenses12m: textOrNull(app.expenses12m),
      costPerActiveUser: textOrNull(app.costPerActiveUser),
      projectedAnnual: textOrNull(app.projectedAnnual),
      hardSavingAnnual: textOrNull(app.hardSavingAnnual),
    })),
    renewals: analysis.renewals.map((renewal) => ({
      ...renewal,
      annualValue: textOrNull(renewal.annualValue),
      savingAnnual: textOrNull(renewal.savingAnnual),
      ifMissed: renewal.ifMissed && {
        ...renewal.ifMissed,
        committedAmount: textOrNull(renewal.ifMissed.committedAmount),
        wasteAnnual: textOrNull(renewal.ifMissed.wasteAnnual),
      },
    })),
    findings: analysis.findings.map((finding) => ({
      ...finding,
      amount: textOrNull(finding.amount),
      low: textOrNull(finding.low),
      high: textOrNull(finding.high),
    })),
    ledger: analysis.ledger.map((row) => ({
      ...row,
      hardAnnual: text(row.hardAnnual),
      avoidAnnual: text(row.avoidAnnual),
      oneTime: text(row.oneTime),
      next12: text(row.next12),
      inYear: text(row.inYear),
    })),
    slices: analysis.slices.map((slice) => ({ ...slice, baselineAnnual: text(slice.baselineAnnual) })),
  };
}

function editToJson(edit: PlanEdit, text: (minor: Minor) => Decimal): PlanEditOf<Decimal> {
  const { tierPrice, projectedAnnual, oneTime, ...rest } = edit;
  return {
    ...rest,
    ...(tierPrice !== undefined && { tierPrice: text(tierPrice) }),
    ...(projectedAnnual !== undefined && { projectedAnnual: text(projectedAnnual) }),
    ...(oneTime !== undefined && { oneTime: text(oneTime) }),
  };
}

function byEffectToJson(
  sums: Totals<Minor>['byEffect'],
  text: (minor: Minor) => Decimal,
): Totals<Decimal>['byEffect'] {
  return {
    now: text(sums.now),
    within30: text(sums.within30),
    within90: text(sums.within90),
    within365: text(sums.within365),
    later: text(sums.later),
    locked: text(sums.locked),
    unknown: text(sums.unknown),
  };
}

function totalsToJson(totals: Totals<Minor>, text: (minor: Minor) => Decimal): Totals<Decimal> {
  return {
    ...totals,
    baselineAnnual: text(totals.baselineAnnual),
    projectedAnnual: text(totals.projectedAnnual),
    hardSavingAnnual: text(totals.hardSavingAnnual),
    decidableAnnual: text(totals.decidableAnnual),
    lockedAnnual: text(totals.lockedAnnual),
    exitUnknownAnnual: text(totals.exitUnknownAnnual),
    byEffect: byEffectToJson(totals.byEffect, text),
    avoidanceAnnual: text(totals.avoidanceAnnual),
    oneTime: text(totals.oneTime),
    liabilityAnnual: text(totals.liabilityAnnual),
    wasteAnnual: text(totals.wasteAnnual),
    unknownSeatValueAnnual: text(totals.unknownSeatValueAnnual),
  };
}
