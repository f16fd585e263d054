/**
 * The invariants of an analysis, reckoned again on every result by another way than the figures were
 * made: from the parts shown, not from the totals. A check that fails is shown, and exports stop.
 */
import type { Assessed, AssessedApp, Seats } from '../base/assessed.ts';
import type { Analysis, Minor, SeatCounts } from '../base/contract.ts';
import { decimal } from '../base/money.ts';
import { namesOf } from '../records/field.ts';
import { seatParts } from '../records/seats.ts';

type Result = Omit<Analysis, 'selfAudit'>;
type Check = Analysis['selfAudit'][number];

export function selfAudit(result: Result, assessed: Assessed, problems: readonly string[]): Check[] {
  const booked = bookedByApp(result);
  return [
    check('Amounts are exact', inexact(result)),
    check('Seat parts sum to the seats of every line', unbalancedSeats(assessed.apps)),
    check('Apps sum to the portfolio', appSums(result)),
    check('Ledger rows sum to baseline − projected', ledgerSums(result, booked)),
    check('Nothing negative is projected', negatives(result)),
    check('No app saves more than it costs', overSaved(result)),
    check('Superseded rows carry nothing', loadedSuperseded(result)),
    check('Decidable, locked and unknown sum to the hard saving', timingSums(result)),
    check('Windows hold no more than the run-rate', windows(result)),
    check('Slices sum to the baseline', sliceSums(result)),
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

/** Failures named in one check; one is enough to fail it. */
const shown = 3;

function check(name: string, failures: readonly string[]): Check {
  const more = failures.length > shown ? ` and ${failures.length - shown} more` : '';
  const detail = failures.length === 0 ? 'Holds.' : `${failures.slice(0, shown).join(' ')}${more}`;
  return { check: name, ok: failures.length === 0, detail };
}

function unequal(what: string, left: Minor, right: Minor, currency: string): string[] {
  if (left === right) return [];
  return [`${what}: ${decimal(left, currency)} against ${decimal(right, currency)}.`];
}

const parts = namesOf(seatParts);

function partsSum(seats: SeatCounts): number {
  return parts.reduce((sum, part) => sum + seats[part], 0);
}

function unbalancedSeats(apps: readonly AssessedApp[]): string[] {
  const unbalanced = apps.filter(({ seats }) => seats !== null && !isBalanced(seats));
  return unbalanced.map(({ app }) => `The seats of app ${app.id} do not add up.`);
}

function isBalanced({ total, lines }: Seats): boolean {
  const purchased = lines.reduce((sum, line) => sum + line.purchased, 0);
  const assigned = lines.reduce((sum, line) => sum + line.assigned, 0);
  const isWhole = total.purchased === purchased && total.assigned === assigned;
  return isWhole && isPartition(total) && lines.every(isPartition);
}

function isPartition(line: SeatCounts): boolean {
  return (
    partsSum(line) === Math.max(line.purchased, line.assigned) &&
    line.overAssigned === Math.max(0, line.assigned - line.purchased) &&
    parts.every((part) => line[part] >= 0)
  );
}

/** Beyond 2^53 an integer cannot be told from its neighbor. */
function inexact({ apps, ledger, totals }: Result): string[] {
  const whole = [totals.baselineAnnual, totals.projectedAnnual, totals.hardSavingAnnual];
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
  for (const { costAnnual, projectedAnnual } of apps) {
    if (costAnnual === null) continue;
    priced += 1;
    baseline += costAnnual;
    projected += projectedAnnual ?? 0;
  }
  const counts = priced === totals.pricedApps && apps.length === priced + totals.unpricedApps;
  return [
    ...unequal('Baseline', totals.baselineAnnual, baseline, currency),
    ...unequal('Projected', totals.projectedAnnual, projected, currency),
    ...(counts ? [] : ['Priced and unpriced apps do not make up all apps.']),
  ];
}

function bookedByApp({ ledger }: Result): ReadonlyMap<number, Minor> {
  const booked = new Map<number, Minor>();
  for (const { appId, hardAnnual } of ledger) booked.set(appId, (booked.get(appId) ?? 0) + hardAnnual);
  return booked;
}

/** Rule R1, app by app: what goes (the ledger) and what remains (the projection) are reckoned apart. */
function ledgerSums({ apps, totals, currency }: Result, booked: ReadonlyMap<number, Minor>): string[] {
  const failures: string[] = [];
  for (const { id, costAnnual, projectedAnnual } of apps) {
    const gone = (costAnnual ?? 0) - (projectedAnnual ?? 0);
    const rows = booked.get(id) ?? 0;
    if (rows !== gone) failures.push(...unequal(`App ${id}`, rows, gone, currency));
  }
  const { baselineAnnual, projectedAnnual, hardSavingAnnual } = totals;
  const whole = unequal('Whole', hardSavingAnnual, baselineAnnual - projectedAnnual, currency);
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

function sliceSums({ slices, apps, inputs, currency }: Result): string[] {
  if (inputs.config.organizationalView === null) return [];
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
