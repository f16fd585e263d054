/**
 * The ledger: every change of cost that the plan makes, once. Baseline − projected is the sum of
 * `hardAnnual` over its rows (rule R1); superseded rows carry nothing; avoidance and one-time cost have
 * columns of their own (rule R10).
 */
import type { Assessed } from '../base/assessed.ts';
import type { LedgerRow, Minor } from '../base/contract.ts';
import { levelOf } from '../base/confidence.ts';
import { isoOf } from '../base/day.ts';
import type { AppPlan, Plan } from '../plan/plan.ts';
import {
  firstTiming,
  timingOf,
  windowsOf,
  savingInWindow,
  type Timing,
  type Windows,
} from '../base/timing.ts';
import { listAssumptions } from './assumptions.ts';
import type { SavingPart } from './part.ts';
import { partsOf } from './parts.ts';

export function ledgerOf(plan: Plan, assessed: Assessed): LedgerRow<Minor>[] {
  const rows: LedgerRow<Minor>[] = [];
  const windows = windowsOf(assessed);
  for (const app of plan.apps) {
    if (app.edit === null && app.migration === null && app.lines.length === 0) continue;
    addRows(app, assessed, windows, rows);
  }
  return rows;
}

function addRows(plan: AppPlan, assessed: Assessed, windows: Windows, rows: LedgerRow<Minor>[]): void {
  const { applied, superseded } = partsOf(plan);
  const oneTime = Math.max(0, plan.edit?.oneTime ?? 0);
  const counted = applied.length > 0 || oneTime === 0 ? applied : [onlyOneTime];
  if (counted.length === 0) return;
  const own = timingOf(plan.app, windows.asOf);
  counted.forEach((part, index) => {
    const timing = isDearer(part, plan) ? timingOfArrival(plan, windows.asOf) : own;
    rows.push(rowOf(part, plan, timing, index === 0 ? oneTime : 0, assessed, windows));
  });
  const by = idOf(counted[0]?.lever ?? 'price', plan);
  for (const part of superseded) {
    const row = rowOf({ ...part, hard: 0, avoid: 0 }, plan, own, 0, assessed, windows);
    rows.push({ ...row, id: `${row.id}:superseded`, supersededBy: by });
  }
}

/** A one-time cost that changes no annual cost still has to be paid. */
const onlyOneTime: SavingPart = {
  lever: 'price',
  seats: null,
  hard: 0,
  avoid: 0,
  score: 1,
  findingIds: [],
  assumptions: [],
};

/** Seats are bought when the first people come, not when the survivor's own contract ends. */
function isDearer(part: SavingPart, plan: AppPlan): boolean {
  return part.lever === 'added-seats' && plan.migration !== null;
}

function timingOfArrival({ migration }: AppPlan, asOf: number): Timing {
  return firstTiming((migration?.from ?? []).map((app) => timingOf(app, asOf)));
}

function idOf(lever: string, plan: AppPlan): string {
  return `${lever}:app-${plan.app.app.id}`;
}

function rowOf(
  part: SavingPart,
  plan: AppPlan,
  timing: Timing,
  oneTime: Minor,
  assessed: Assessed,
  { asOf, next12End, yearEnd }: Windows,
): LedgerRow<Minor> {
  const { effectiveFrom, decideBy } = timing;
  return {
    id: idOf(part.lever, plan),
    appId: plan.app.app.id,
    lever: part.lever,
    seats: part.seats,
    hardAnnual: part.hard,
    avoidAnnual: part.avoid,
    oneTime,
    effectiveFrom: effectiveFrom === null ? null : isoOf(effectiveFrom),
    timing: timing.timing,
    effect: timing.effect,
    decideBy: decideBy === null ? null : isoOf(decideBy),
    next12: savingInWindow(part.hard, effectiveFrom, asOf, next12End),
    inYear: savingInWindow(part.hard, effectiveFrom, asOf, yearEnd),
    confidence: levelOf(part.score),
    supersededBy: null,
    findingIds: part.findingIds,
    assumptions: listAssumptions(part, plan, timing, assessed),
  };
}
