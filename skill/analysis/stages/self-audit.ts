/**
 * The invariants of an analysis, recomputed on every result independently of how the figures were
 * made: from the parts shown, not from the totals. A check that fails is shown, and exports stop.
 */
import type { Assessed, AssessedApp, AssessedContract, Cost, Seats } from '../base/assessed.ts';
import type { Analysis, Minor, SeatCounts } from '../base/contract.ts';
import { decimal } from '../base/money.ts';
import { priceOfLines, priceOfSeats } from '../base/seat-price.ts';
import { namesOf } from '../records/field.ts';
import { seatParts } from '../records/seats.ts';
import { wastedSeats } from '../seats/right-sizing.ts';
import { isViewRead } from './slices.ts';

type Result = Omit<Analysis, 'selfAudit'>;
type Check = Analysis['selfAudit'][number];

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
    check('Decidable, locked and unknown sum to the hard saving', timingSums(result)),
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

/** What one line lacks is not covered by what another has spare. */
function isBalanced({ total, lines }: Seats): boolean {
  const isWhole = ([...parts, 'purchased', 'assigned', 'overAssigned'] as const).every(
    (part) => total[part] === lines.reduce((sum, line) => sum + line[part], 0),
  );
  return isWhole && lines.every(isPartition);
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

/**
 * From the list of contracts, not from the apps: a contract that no app holds would otherwise be missed.
 * Its money must be found once: in the sums of the apps, as a copy of another, or among those without an app.
 */
function contractSums({ apps, totals, currency }: Result, assessed: Assessed): string[] {
  const counted = countedIds(assessed.apps);
  const left = leftOutIds(apps, assessed.withoutApp);
  const inForce = assessed.contracts.filter((contract) => contract.inForce);
  const lost = inForce.filter((one) => {
    const { id } = one.contract;
    const apart = one.duplicateOf !== null || one.superseded;
    return Number(counted.has(id)) + Number(left.has(id)) + Number(apart) !== 1;
  });
  return [
    ...lost.map(({ contract, annual }) => {
      const value = annual === null ? '' : `, ${decimal(annual.minor, currency)} a year,`;
      return `Contract ${contract.id}${value} is in no sum, or in two.`;
    }),
    ...(left.size === totals.leftOutContracts ? [] : ['The contracts left out are miscounted.']),
    ...assessed.apps.flatMap((app) => unlikeItsContracts(app, currency)),
  ];
}

function countedIds(apps: readonly AssessedApp[]): ReadonlySet<number> {
  const ids = new Set<number>();
  for (const { inForce } of apps) {
    for (const one of inForce) if (isCounted(one)) ids.add(one.contract.id);
  }
  return ids;
}

function leftOutIds(apps: Result['apps'], withoutApp: readonly AssessedContract[]): ReadonlySet<number> {
  const ids = new Set(withoutApp.map(({ contract }) => contract.id));
  for (const { leftOut } of apps) for (const { contractId } of leftOut) ids.add(contractId);
  return ids;
}

function isCounted({ annual, duplicateOf }: AssessedContract): boolean {
  return annual !== null && duplicateOf === null;
}

/** The cost is rounded once, its contracts each: they may differ by less than a cent a contract. */
function unlikeItsContracts({ app, cost, inForce }: AssessedApp, currency: string): string[] {
  if (cost.basis !== 'contract') return [];
  const counted = inForce.filter(isCounted);
  const sum = counted.reduce((all, { annual }) => all + (annual?.minor ?? 0), 0);
  if (Math.abs(sum - (cost.annual ?? 0)) <= counted.length) return [];
  return unequal(`App ${app.id}`, cost.annual ?? 0, sum, currency);
}

/** What seats can cost is part of what their app costs, and what can be given up is part of a line. */
function overpricedLines(apps: readonly AssessedApp[]): string[] {
  return apps
    .filter(({ seats, cost }) => seats !== null && isOverpriced(seats, cost))
    .map(({ app }) => `App ${app.id}.`);
}

function isOverpriced({ lines }: Seats, { annual }: Cost): boolean {
  const all = priceOfLines(lines, (line) => priceOfSeats(line, line.purchased));
  const wasted = priceOfLines(lines, (line) => priceOfSeats(line, wastedSeats(line)));
  return wasted > all || all > Math.max(0, annual ?? 0);
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
