/**
 * The totals once more, in plain loops and from the written rules alone: nothing of the engine is used,
 * so that an error would have to be made twice to go unseen. For tenants in one currency, at aggregate
 * depth, with the default plan.
 */
import type { App, Contract, LicenseLine, Portfolio, Value } from '../../skill/mapping/base/portfolio.ts';

export interface PlainTotals {
  baselineAnnual: number;
  projectedAnnual: number;
  /** Null = unknown: no app carries seat counts. */
  hardSavingAnnual: number | null;
  wasteAnnual: number | null;
  unknownSeatValueAnnual: number | null;
  liabilityAnnual: number;
  decidableAnnual: number;
  lockedAnnual: number;
  exitUnknownAnnual: number;
  apps: number;
  baselineIsFloor: boolean;
  leftOutContracts: number;
  pricedApps: number;
  partlyPricedApps: number;
  unpricedApps: number;
  hiddenApps: number;
}

export interface PlainRules {
  readonly bufferPercent: number;
  readonly staleUsageDays: number;
}

function get<T>(value: Value<T>): T | undefined {
  return value.kind === 'known' ? value.value : undefined;
}

/** Half away from zero, exact. */
function share(amount: number, part: number, whole: number): number {
  const doubled = BigInt(amount) * BigInt(part) * 2n + BigInt(whole);
  return Number(doubled / (2n * BigInt(whole)));
}

interface Term {
  readonly inForce: boolean;
  readonly end: number | undefined;
  readonly exit: number | undefined;
}

/** A date some months later; the generated dates never fall on days that a month may lack. */
function monthsLater(day: number, months: number): number {
  const date = new Date(day * 86_400_000);
  date.setUTCMonth(date.getUTCMonth() + months);
  return Math.round(date.getTime() / 86_400_000);
}

function rolled(recorded: number, months: number, asOf: number): number {
  let end = recorded;
  for (let term = 1; end < asOf; term += 1) end = monthsLater(recorded, months * term);
  return end;
}

function termOf(contract: Contract, asOf: number): Term {
  const start = get(contract.termStart);
  const renews = get(contract.autoRenew);
  const months = get(contract.renewalTermMonths)?.amount;
  let end = get(contract.termEnd);
  const signed = contract.statusClass !== 'pipeline' && contract.statusClass !== 'ended';
  const started = start === undefined || start <= asOf;
  const running = end === undefined || end >= asOf || renews === true;
  const inForce = signed && started && running;
  if (!signed || !running) return { inForce, end, exit: undefined };
  if (renews === true && months !== undefined && end !== undefined) end = rolled(end, months, asOf);
  const notice = get(contract.noticeDays)?.amount;
  const deadline = end === undefined || notice === undefined ? undefined : end - notice;
  let exit: number | undefined;
  if (end === undefined || end < asOf) exit = undefined;
  else if (renews === false || (deadline !== undefined && deadline >= asOf)) exit = end;
  else if (renews === true && deadline !== undefined && months !== undefined) exit = monthsLater(end, months);
  return { inForce, end, exit };
}

function hasEnded(contract: Contract, asOf: number): boolean {
  if (contract.statusClass === 'ended') return true;
  return (get(contract.termEnd) ?? asOf) < asOf && get(contract.autoRenew) !== true;
}

/** A contract that is not signed would follow one of the app's. */
function isOffered(app: App, contracts: readonly Contract[]): boolean {
  for (const old of contracts) {
    if (old.appId !== app.id || old.statusClass !== 'active') continue;
    const end = get(old.termEnd);
    for (const offer of contracts) {
      if (offer.appId !== app.id || offer.statusClass !== 'pipeline') continue;
      const start = get(offer.termStart);
      if (end === undefined || start === undefined || Math.abs(start - end) > 45) continue;
      const later = (get(old.termStart) ?? -Infinity) < start && (get(offer.termEnd) ?? Infinity) > end;
      if (later) return true;
    }
  }
  return false;
}

interface PlainCost {
  readonly annual: number | undefined;
  readonly factor: number;
  /** Contracts in force without an amount. */
  readonly blank: number;
  /** The cost is the sum of the contracts that have one. */
  readonly isSum: boolean;
  readonly bound: readonly Term[];
}

function costOf(app: App, contracts: readonly Contract[], asOf: number): PlainCost {
  // Contracts that are signed to come bind as those in force do.
  const bound: Term[] = [];
  let terms = 0;
  let agreed: number | undefined;
  let over = 0;
  let blank = 0;
  let coming = 0;
  for (const contract of contracts) {
    if (contract.appId !== app.id) continue;
    const term = termOf(contract, asOf);
    if (contract.statusClass === 'pipeline') continue;
    if (!term.inForce) {
      // Over before its first day it never ran, so nothing has ended with it.
      if (hasEnded(contract, asOf)) over += (get(contract.termStart) ?? asOf) > asOf ? 0 : 1;
      else if ((get(contract.termStart) ?? asOf) > asOf) {
        coming += 1;
        bound.push(term);
      }
      continue;
    }
    terms += 1;
    bound.push(term);
    const annual = get(contract.annualValue);
    if (annual === undefined) blank += 1;
    else agreed = (agreed ?? 0) + annual.minor;
  }
  if (agreed !== undefined) return { annual: agreed, factor: 1, bound, blank, isSum: true };
  if (terms === 0 && coming === 0 && over > 0 && !isOffered(app, contracts))
    return { annual: undefined, factor: 0, bound, blank, isSum: false };
  let licensed: number | undefined;
  for (const line of get(app.licenses)?.lines ?? []) {
    const cost = get(line.annualCost);
    if (cost !== undefined) licensed = (licensed ?? 0) + cost.minor;
  }
  if (licensed !== undefined) return { annual: licensed, factor: 0.9, bound, blank, isSum: false };
  const spent = get(app.spend12m)?.minor;
  return { annual: spent, factor: 0.6, bound, blank, isSum: false };
}

/** One license line that states its four counts and, when priced, its cost. */
function lineCounts(line: LicenseLine) {
  const purchased = get(line.purchased) ?? 0;
  const active = get(line.active) ?? 0;
  const idle = get(line.inactive);
  const assigned = Math.max(active + (idle ?? 0), purchased - (get(line.unassigned) ?? 0));
  return {
    purchased,
    inactive: idle ?? 0,
    unknown: assigned - active - (idle ?? 0),
    unassigned: Math.max(0, purchased - assigned),
    over: Math.max(0, assigned - purchased),
    assigned,
  };
}

const usageFactor = { direct: 1, sso: 0.6, extension: 0.5, expense: 0.3, none: 0 } as const;

function usageScore(app: App, asOf: number, stale: number): number {
  const last = get(app.lastUsedAt);
  if (last === undefined || asOf - last > stale) return 0;
  const age = asOf - last;
  const fresh = age <= 7 ? 1 : age <= 30 ? 0.8 : age <= 90 ? 0.5 : 0.2;
  return Math.min(fresh, usageFactor[get(app.usageSource) ?? 'none']);
}

/** Every app of these tenants has at most one license line, priced by itself or by the contracts. */
export function plainTotals(portfolio: Portfolio, asOf: number, rules: PlainRules): PlainTotals {
  const totals = sums(portfolio, asOf, rules);
  const seated = portfolio.apps.some((app) => !app.isHidden && get(app.licenses) !== undefined);
  return seated
    ? totals
    : { ...totals, hardSavingAnnual: null, wasteAnnual: null, unknownSeatValueAnnual: null };
}

type Sums = { [Total in keyof PlainTotals]: NonNullable<PlainTotals[Total]> };

function sums(portfolio: Portfolio, asOf: number, rules: PlainRules): Sums {
  const totals: Sums = {
    baselineAnnual: 0,
    projectedAnnual: 0,
    hardSavingAnnual: 0,
    wasteAnnual: 0,
    unknownSeatValueAnnual: 0,
    liabilityAnnual: 0,
    decidableAnnual: 0,
    lockedAnnual: 0,
    exitUnknownAnnual: 0,
    apps: 0,
    baselineIsFloor: false,
    leftOutContracts: 0,
    pricedApps: 0,
    partlyPricedApps: 0,
    unpricedApps: 0,
    hiddenApps: 0,
  };
  for (const app of portfolio.apps) {
    if (app.isHidden) {
      totals.hiddenApps += 1;
      continue;
    }
    totals.apps += 1;
    const { annual, factor, bound, blank, isSum } = costOf(app, portfolio.contracts, asOf);
    if (annual === undefined) totals.unpricedApps += 1;
    else if (isSum && blank > 0) totals.partlyPricedApps += 1;
    else totals.pricedApps += 1;
    totals.leftOutContracts += blank;
    if (blank > 0 && (isSum || annual === undefined)) totals.baselineIsFloor = true;
    totals.baselineAnnual += annual ?? 0;
    totals.projectedAnnual += annual ?? 0;
    const line = get(app.licenses)?.lines[0];
    if (annual === undefined || line === undefined) continue;
    const seats = lineCounts(line);
    const price = get(line.annualCost)?.minor;
    // Without a price of its own a line costs what the contracts do; expenses price no seat.
    if (seats.purchased === 0 || (price === undefined && factor < 1)) continue;
    const lineCost = price === undefined ? annual : Math.min(price, annual);
    const priceFactor = price === undefined ? factor : 0.9;
    const cost = (count: number): number =>
      share(lineCost, Math.min(count, seats.purchased), seats.purchased);
    const idle = seats.unassigned + seats.inactive;
    totals.wasteAnnual += cost(idle);
    // The most that waste can be, less what it is: a count that becomes known only narrows the interval.
    totals.unknownSeatValueAnnual += cost(idle + seats.unknown) - cost(idle);
    totals.liabilityAnnual += share(lineCost, seats.over, seats.purchased);

    const kept = seats.assigned - seats.inactive;
    const held = Math.ceil((kept * (100 + rules.bufferPercent)) / 100);
    const usage = Math.min(usageScore(app, asOf, rules.staleUsageDays), priceFactor);
    const coverage = seats.assigned === 0 ? 1 : (seats.assigned - seats.unknown) / seats.assigned;
    const indirect = get(app.usageSource) !== 'direct' && seats.inactive * 100 > seats.assigned * 60;
    const believed = !indirect && Math.round(usage * coverage * 10_000) / 10_000 >= 0.5;
    const stay = believed ? kept : kept + seats.inactive;
    let left = Math.max(0, seats.purchased - Math.max(held, stay));
    const free = priceFactor >= 0.5 ? Math.min(left, seats.unassigned) : 0;
    left -= free;
    const gone = free + (believed ? Math.min(left, seats.inactive) : 0);
    const saving = cost(gone);
    totals.hardSavingAnnual += saving;
    totals.projectedAnnual -= saving;
    if (bound.some(({ exit }) => exit === undefined)) totals.exitUnknownAnnual += saving;
    else if (bound.some(({ exit, end }) => (exit ?? 0) > (end ?? 0))) totals.lockedAnnual += saving;
    else totals.decidableAnnual += saving;
  }
  return totals;
}
