/**
 * What each app costs a year, on one basis: "contracts in force → license lines (annualCost) → trailing
 * spend (mapped spend12m, else 365 days of transactions) → none".
 */
import { compare, decimal, type Fraction, fraction, rounded, times, total, zero } from './exact.ts';
import { at, isRow, type Json, type JsonRow, rowsIn, textOf } from './json.ts';
import { inTenantCurrency, isNegative, type Rules } from './mapping.ts';
import { decimalsOf, readMoney } from './read-money.ts';
import { readMoment } from './read-date.ts';
import type { Judged, OracleApp, Portfolio } from './portfolio.ts';
import { unwrapped } from './read.ts';

export interface AppCost {
  readonly id: number;
  readonly basis: 'contract' | 'licences' | 'expenses' | 'none';
  /** Rounded once, in the smallest unit of the tenant's currency. */
  readonly annual: bigint | null;
  /** Money is recorded that cannot be used, and nothing else says what the app costs. */
  readonly unusable: boolean;
  /** Before it was rounded, in major units. */
  readonly exact: Fraction | null;
  readonly complete: 'whole' | 'at-least' | 'at-most' | 'uncertain' | 'unknown';
  readonly leftOut: readonly Judged[];
}

export function minor(amount: Fraction, { currency }: Rules): bigint {
  return rounded(times(amount, fraction(10 ** decimalsOf(currency))));
}

export function moneyText(amount: bigint | null, { currency }: Rules): string | null {
  return amount === null ? null : decimal(amount, decimalsOf(currency));
}

/** Money of the app's own record, in the tenant's currency; null where it cannot be used. */
function appMoney(raw: Json | undefined, unit: Json, rules: Rules): Fraction | null {
  const read = readMoney(raw, { unit, currency: null, tenant: rules.currency });
  return read.is === 'known' ? inTenantCurrency(read.value, rules) : null;
}

/** "Torii's own conversion (`…InOrgCurrency`)" comes first, and negative license money is Invalid. */
export function licenseMoney(line: JsonRow, key: string, rules: Rules): Fraction | null {
  const own = appMoney(line[`${key}InOrgCurrency`], 'minor', rules);
  const amount = own ?? appMoney(line[key], 'minor', rules);
  return amount === null || isNegative(amount) ? null : amount;
}

/** The summary speaks for all lines; without one, the lines that say what they cost. */
function licenseCost(app: JsonRow, rules: Rules): Fraction | null {
  const licenses = app['licenses'];
  if (!isRow(licenses)) return null;
  const summary = isRow(licenses['summary']) ? licenseMoney(licenses['summary'], 'annualCost', rules) : null;
  if (summary !== null) return summary;
  const lines = rowsIn(licenses['types']).map((line) => licenseMoney(line, 'annualCost', rules));
  const known = lines.filter((cost) => cost !== null);
  // Free lines alone do not say what the others cost: "a sum of what is known is not the sum".
  const free = compare(total(known), zero) === 0;
  return known.length === 0 || (free && known.length < lines.length) ? null : total(known);
}

/** "negative transactions are refunds" */
function spentIn365Days(id: number, { transactions, rules, asOf }: Portfolio): Fraction | null {
  const own = transactions.filter((row) => Number(row['idApp']) === id);
  const amounts = own.flatMap((row) => {
    const read = readMoment(row['transactionDate'] ?? null, null);
    const amount = appMoney(row['amount'], 'minor', rules);
    if (read.is !== 'known' || amount === null) return [];
    return read.value.day > asOf - 365 && read.value.day <= asOf ? [amount] : [];
  });
  return amounts.length === 0 ? null : total(amounts);
}

function spend({ row, id }: OracleApp, portfolio: Portfolio): Fraction | null {
  const field = portfolio.rules.fields.app['spend12m'];
  const mapped = isRow(field) ? row[textOf(field['key'])] : undefined;
  const recorded = isRow(field) ? appMoney(mapped, field['unit'] ?? null, portfolio.rules) : null;
  return recorded ?? spentIn365Days(id, portfolio);
}

/** Spend or license cost is recorded, usable or not. */
function recordsMoney(row: JsonRow, { fields }: Rules): boolean {
  const field = fields.app['spend12m'];
  const spend = isRow(field) ? row[textOf(field['key'])] : null;
  return [spend, at(row, 'licenses.summary.annualCost')].some((raw) => unwrapped(raw) !== null);
}

/** "(a credit left out makes it *at most*, both together *uncertain*)" */
function completeness(leftOut: readonly Judged[]): AppCost['complete'] {
  const credits = leftOut.filter(
    ({ value }) => value.is === 'left-out' && value.reason === 'negative',
  ).length;
  if (leftOut.length === 0) return 'whole';
  return credits === 0 ? 'at-least' : credits === leftOut.length ? 'at-most' : 'uncertain';
}

/** In force no more, and nothing signed to come. What is only a quote does not keep an app alive. */
function isOver({ contract, inForce }: Judged, asOf: number): boolean {
  const { status, start } = contract;
  const signed = status === 'active' || status === 'ending';
  const toCome = signed && start.is === 'known' && start.value > asOf;
  return !inForce && !toCome;
}

/** Over before its first day: "have all ended" is said of contracts that have run. */
function neverBegan({ contract, inForce }: Judged, asOf: number): boolean {
  const { status, start, end, renewsItself } = contract;
  if (inForce || start.is !== 'known' || start.value <= asOf) return false;
  if (status === 'ended' || status === 'superseded') return true;
  if (status === 'ending' && end.is === 'missing') return true;
  const mayRenew = renewsItself.is === 'invalid' || (renewsItself.is === 'known' && renewsItself.value);
  return end.is === 'known' && end.value < asOf && !mayRenew;
}

/** "An app whose contracts have all ended without renewing has basis *none*" */
function allEnded({ contracts, between }: OracleApp, asOf: number): boolean {
  const real = contracts.filter((one) => one.contract.status !== 'pipeline' && !neverBegan(one, asOf));
  return real.length > 0 && !between && real.every((one) => isOver(one, asOf));
}

export function costOf(app: OracleApp, portfolio: Portfolio): AppCost {
  const { rules, asOf } = portfolio;
  const counted = app.contracts.filter(({ counts }) => counts);
  const usable = counted.flatMap(({ value }) => (value.is === 'usable' ? [value.amount] : []));
  const leftOut = counted.filter(({ value }) => value.is === 'left-out');
  const cost = (basis: AppCost['basis'], exact: Fraction, complete: AppCost['complete']): AppCost => {
    return { id: app.id, basis, annual: minor(exact, rules), exact, complete, leftOut, unusable: false };
  };
  if (usable.length > 0) return cost('contract', total(usable), completeness(leftOut));
  if (!allEnded(app, asOf)) {
    const licenses = licenseCost(app.row, rules);
    if (licenses !== null) return cost('licences', licenses, 'whole');
    const spent = spend(app, portfolio);
    // More refunds than payments are no cost: "nothing negative projected".
    if (spent !== null && !isNegative(spent)) return cost('expenses', spent, 'whole');
  }
  const unusable = !allEnded(app, asOf) && recordsMoney(app.row, rules);
  return { id: app.id, basis: 'none', annual: null, exact: null, complete: 'unknown', leftOut, unusable };
}

export interface CostTotals {
  readonly baseline: bigint;
  /** Null where credits and gaps meet, and analysis.md does not say. */
  readonly isFloor: boolean | null;
  readonly leftOut: number;
  readonly priced: number;
  readonly partlyPriced: number;
  readonly unpriced: number;
}

/**
 * Reading: an app without any usable cost makes the total a floor too, because "making one amount
 * unreadable never leaves the total unlabelled"; where the next basis carries the cost it does not.
 */
function floor(costs: readonly AppCost[], strays: readonly Judged[], rules: Rules): boolean | null {
  const gaps = costs.filter(({ complete, leftOut }) => complete !== 'whole' && leftOut.length > 0);
  const kinds = new Set(gaps.map(({ leftOut }) => completeness(leftOut)));
  if (costs.some(({ unusable }) => unusable)) kinds.add('at-least');
  // "Known zero ≠ missing": the sum is the same with it, though it is listed.
  const stray = strays.filter(({ value }) => value.is !== 'usable' || minor(value.amount, rules) !== 0n);
  // A credit that belongs to no app is a credit left out.
  if (stray.length > 0) kinds.add(completeness(stray));
  if (kinds.has('uncertain') || kinds.size > 1) return null;
  return kinds.has('at-least');
}

export function costTotals(costs: readonly AppCost[], { stray, rules }: Portfolio): CostTotals {
  const strays = stray.filter(({ counts }) => counts);
  const whole = costs.filter(({ complete }) => complete === 'whole').length;
  const unknown = costs.filter(({ annual }) => annual === null).length;
  return {
    baseline: costs.reduce((sum, { annual }) => sum + (annual ?? 0n), 0n),
    isFloor: floor(costs, strays, rules),
    leftOut: costs.reduce((sum, { leftOut }) => sum + leftOut.length, 0) + strays.length,
    priced: whole,
    partlyPriced: costs.length - whole - unknown,
    unpriced: unknown,
  };
}
