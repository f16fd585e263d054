/**
 * The invariants of an analysis, recomputed on every result independently of how the figures were
 * made: from the parts shown, not from the totals. A check that fails is shown, and exports stop.
 */
import type { Assessed } from '../base/assessed.ts';
import type { Minor } from '../base/contract.ts';
import {
  auditCheck as check,
  unequal,
  type AuditCheck as Check,
  type AuditedResult as Result,
} from './audit/audit-check.ts';
import { contractSums } from './audit/audit-contracts.ts';
import { overpricedLines, unbalancedSeats } from './audit/audit-seats.ts';
import { isViewRead } from './slices.ts';

export function selfAudit(result: Result, assessed: Assessed, problems: readonly string[]): Check[] {
  const booked = bookedByApp(result);
  return [
    check('Amounts are exact', inexact(result)),
    check('Seat parts sum to the seats of every line', unbalancedSeats(assessed.apps)),
    check('Apps sum to the portfolio', appSums(result)),
    check(
      'Every contract in force is counted, a copy, superseded, or listed as left out',
      contractSums(result, assessed),
    ),
    check('No seats cost more than their app', overpricedLines(assessed.apps)),
    check('Ledger rows sum to baseline − projected', ledgerSums(result, booked)),
    check('Nothing negative is projected', negatives(result)),
    check('No app saves more than it costs', overSaved(result)),
    check('Superseded rows carry nothing', loadedSuperseded(result)),
    check('Decidable, locked and unknown sum to what leaves the bill', timingSums(result)),
    check('Windows hold no more than a full year', windows(result)),
    check('Slices sum to the baseline', sliceSums(result, assessed)),
    check('Every record is listed once', repeated(result)),
    check('Incomplete sources label their totals', unlabeled(result)),
    controlCheck(result),
    check('Every plan edit is followed', problems),
  ];
}

/** The one check that Torii's own counts decide. */
export function controlCheck(result: Pick<Result, 'completeness'>): Check {
  return check('Control totals agree', controls(result));
}

/** Beyond 2^53 an integer cannot be told from its neighbor. */
function inexact({ apps, ledger, totals }: Result): string[] {
  const whole = [totals.baselineAnnual, totals.projectedAnnual, totals.hardSavingAnnual ?? 0];
  return [
    ...(whole.every(Number.isSafeInteger) ? [] : ['A total is too large.']),
    ...apps
      .filter(
        ({ costAnnual, projectedAnnual }) =>
          !Number.isSafeInteger(costAnnual ?? 0) || !Number.isSafeInteger(projectedAnnual ?? 0),
      )
      .map(({ id }) => `App ${id}.`),
    ...ledger.filter(({ hardAnnual }) => !Number.isSafeInteger(hardAnnual)).map(({ id }) => `Row ${id}.`),
  ];
}

function appSums({ apps, totals, currency }: Result): string[] {
  let baseline = 0;
  let projected = 0;
  let priced = 0;
  let partly = 0;
  for (const { costAnnual, projectedAnnual, costComplete } of apps) {
    if ((costAnnual === null) !== (costComplete === 'unknown')) partly = NaN;
    if (costAnnual === null) continue;
    if (costComplete === 'whole') priced += 1;
    else partly += 1;
    baseline += costAnnual;
    projected += projectedAnnual ?? 0;
  }
  const counts =
    priced === totals.pricedApps &&
    partly === totals.partlyPricedApps &&
    apps.length === priced + partly + totals.unpricedApps;
  return [
    ...unequal('Baseline', totals.baselineAnnual, baseline, currency),
    ...unequal('Projected', totals.projectedAnnual, projected, currency),
    ...(counts ? [] : ['Priced, partly priced and unpriced apps do not make up all apps.']),
  ];
}

function bookedByApp({ ledger }: Result): ReadonlyMap<number, Minor> {
  const booked = new Map<number, Minor>();
  for (const { appId, hardAnnual } of ledger) booked.set(appId, (booked.get(appId) ?? 0) + hardAnnual);
  return booked;
}

/** Rule R1, app by app: what goes (the ledger) and what remains (the projection) are computed separately. */
function ledgerSums({ apps, totals, currency }: Result, booked: ReadonlyMap<number, Minor>): string[] {
  const failures: string[] = [];
  for (const { id, costAnnual, projectedAnnual } of apps) {
    const gone = (costAnnual ?? 0) - (projectedAnnual ?? 0);
    const rows = booked.get(id) ?? 0;
    if (rows !== gone) failures.push(...unequal(`App ${id}`, rows, gone, currency));
  }
  const { baselineAnnual, projectedAnnual, hardSavingAnnual } = totals;
  const saved = hardSavingAnnual ?? 0; // unknown: then the plan changes nothing
  const whole = unequal('Whole', saved, baselineAnnual - projectedAnnual, currency);
  return [...whole, ...failures];
}

function negatives({ apps }: Result): string[] {
  return apps
    .filter(({ costAnnual, projectedAnnual }) => (projectedAnnual ?? 0) < Math.min(0, costAnnual ?? 0))
    .map(({ id }) => `App ${id}.`);
}

/** Seats that are added are no part of what an app costs today. */
function overSaved({ apps, ledger }: Result): string[] {
  const saved = new Map<number, Minor>();
  for (const { appId, hardAnnual, lever } of ledger) {
    if (lever !== 'added-seats') saved.set(appId, (saved.get(appId) ?? 0) + hardAnnual);
  }
  return apps
    .filter(({ id, costAnnual }) => (saved.get(id) ?? 0) > Math.max(0, costAnnual ?? 0))
    .map(({ id }) => `App ${id}.`);
}

function loadedSuperseded({ ledger }: Result): string[] {
  const ids = new Set(ledger.map(({ id }) => id));
  return ledger
    .filter(({ supersededBy }) => supersededBy !== null)
    .filter(
      ({ supersededBy, hardAnnual, avoidAnnual, oneTime, next12, inYear }) =>
        !ids.has(supersededBy ?? '') ||
        [hardAnnual, avoidAnnual, oneTime, next12, inYear].some((amount) => amount !== 0),
    )
    .map(({ id }) => `Row ${id}.`);
}

function timingSums({ totals, ledger, currency }: Result): string[] {
  const { decidableAnnual, lockedAnnual, exitUnknownAnnual } = totals;
  let booked = 0;
  for (const { hardAnnual } of ledger) booked += hardAnnual;
  return unequal('Headline', decidableAnnual + lockedAnnual + exitUnknownAnnual, booked, currency);
}

function windows({ ledger }: Result): string[] {
  return ledger
    .filter(
      ({ hardAnnual, next12, inYear, effectiveFrom }) =>
        Math.abs(next12) > Math.abs(hardAnnual) ||
        Math.abs(inYear) > Math.abs(next12) ||
        (effectiveFrom === null && next12 !== 0),
    )
    .map(({ id }) => `Row ${id}.`);
}

/** Where there is no view, or what it cuts by was not read, nothing is cut. */
function sliceSums({ slices, apps, currency }: Result, assessed: Assessed): string[] {
  if (!isViewRead(assessed)) return slices.length === 0 ? [] : ['Slices of what was not read.'];
  let cut = 0;
  let whole = 0;
  for (const { baselineAnnual } of slices) cut += baselineAnnual;
  for (const { costAnnual } of apps) whole += costAnnual ?? 0;
  return unequal('Slices', cut, whole, currency);
}

function repeated({ apps, renewals, findings, ledger }: Result): string[] {
  return [
    ...(isAscending(apps, ({ id }) => id) ? [] : ['Apps are not listed once each, by id.']),
    ...(isAscending(renewals, ({ contractId }) => contractId)
      ? []
      : ['Contracts are not listed once each, by id.']),
    ...(new Set(findings.map(({ id }) => id)).size === findings.length ? [] : ['A finding is repeated.']),
    ...(new Set(ledger.map(({ id }) => id)).size === ledger.length ? [] : ['A ledger row is repeated.']),
  ];
}

function isAscending<Row>(rows: readonly Row[], idOf: (row: Row) => number): boolean {
  let last = -Infinity;
  for (const row of rows) {
    if (idOf(row) <= last) return false;
    last = idOf(row);
  }
  return true;
}

/** Sources whose rows are behind the totals; users and transactions are, where they were asked for. */
function unlabeled({ completeness, totals }: Result): string[] {
  if (totals.partial) return [];
  return completeness
    .filter(({ source, status }) => (source === 'apps' || source === 'contracts') && status !== 'complete')
    .map(({ source, status }) => `${source}: ${status}.`);
}

function controls({ completeness }: Pick<Result, 'completeness'>): string[] {
  return completeness
    .filter(({ control }) => control !== null && !isSame(control.theirs, control.ours))
    .map(({ source, control }) => {
      const { theirs = {}, ours = {} } = control ?? {};
      const keys = Object.keys(theirs).filter((key) => theirs[key] !== ours[key]);
      return `${source}: ${keys.map((key) => `${key} ${ours[key] ?? 'unknown'} of ${theirs[key]}`).join(', ')}.`;
    });
}

function isSame(theirs: Readonly<Record<string, number>>, ours: Readonly<Record<string, number>>): boolean {
  return Object.keys(theirs).every((key) => theirs[key] === ours[key]);
}
