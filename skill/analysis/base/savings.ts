/**
 * The arithmetic of savings, each rule once: what the ledger books and what the published worked
 * examples are checked against. Amounts are integer minor units; percents may have decimals.
 *
 * What is marked public is a published definition that no rule of the ledger books yet: Torii's records
 * hold no escalation clause and no commitment. A rule that needs one finds it here, right already.
 */
import type { Minor } from './contract.ts';
import { divide, plus, ratioOf, rounded, times, type Exact } from './exact.ts';
import { mulDiv } from './money.ts';

/**
 * What is left of a base after price levers, each of which sees only the residual of the one before;
 * rounded once. Percents above 100 leave nothing.
 */
export function afterLevers(base: Minor, percents: readonly number[]): Minor {
  let residual: Exact = base;
  for (const percent of percents) residual = times(residual, percentOf(Math.max(0, 100 - percent)));
  return rounded(residual);
}

/**
 * The part of a saving that falls into a year: S ÷ min(D, 365) × min(overlap, 365).
 * @param saving as booked over `days`; an annual amount has 365
 * @param overlap days of the year in which it is effective
 */
export function inYear(saving: Minor, days: number, overlap: number): Minor {
  return days <= 0 ? 0 : mulDiv(saving, Math.min(Math.max(overlap, 0), 365), Math.min(days, 365));
}

/**
 * Replacing several tools: what they cost before less what remains, and the first year net of migration.
 * @public
 */
export function consolidationNet(
  before: readonly Minor[],
  after: readonly Minor[],
  oneTime: Minor,
): { readonly gross: Minor; readonly netFirstYear: Minor } {
  const gross = sum(before) - sum(after);
  return { gross, netFirstYear: gross - oneTime };
}

/**
 * What a lower price has saved after some months of a year.
 * @public
 */
export function realized(oldAnnual: Minor, newAnnual: Minor, months: number): Minor {
  return mulDiv(oldAnnual - newAnnual, months, 12);
}

/** What a price costs over some years when it rises by a percentage each year; rounded once. */
export function escalatedCost(annual: Minor, years: number, percent: number): Minor {
  const growth = plus(1, percentOf(percent));
  let price: Exact = annual;
  let total: Exact = 0;
  for (let year = 0; year < years; year += 1) {
    total = plus(total, price);
    price = times(price, growth);
  }
  return rounded(total);
}

/**
 * Cost avoidance of a lower escalation: never a hard saving, since today's bill stays.
 * @public
 */
export function escalationAvoidance(annual: Minor, years: number, from: number, to: number): Minor {
  return escalatedCost(annual, years, from) - escalatedCost(annual, years, to);
}

/**
 * A spend commitment against what was used: the unused part is billed as a fee.
 * @public
 */
export function commitmentUse(
  commitment: Minor,
  usage: readonly Minor[],
): { readonly unused: Minor; readonly total: Minor } {
  const used = sum(usage);
  return { unused: Math.max(0, commitment - used), total: Math.max(commitment, used) };
}

/** Contracted seats, and what one of them costs a year; null = not stated. */
export interface SeatTerms {
  readonly seats: number | null;
  readonly price: Minor | null;
}

/**
 * What fewer seats and a lower price of a seat have saved a year, apart: the seats that went at the old
 * price, the lower price for the seats that stay. Null where the records do not state what it takes.
 */
export function verifiedSaving(
  before: SeatTerms,
  after: SeatTerms,
): { readonly seats: Minor | null; readonly price: Minor | null } {
  const gone = before.seats === null || after.seats === null ? null : before.seats - after.seats;
  const cheaper = before.price === null || after.price === null ? null : before.price - after.price;
  return {
    seats: gone === null || before.price === null ? null : gone * before.price,
    price: cheaper === null || after.seats === null ? null : cheaper * after.seats,
  };
}

/** Null without known active users: a price divided by zero users is not a number. */
export function costPerActiveUser(annual: Minor | null, activeUsers: number | null): Minor | null {
  return annual === null || activeUsers === null || activeUsers <= 0 ? null : mulDiv(annual, 1, activeUsers);
}

/**
 * A cheaper tier for the seats that stay; 0 when it is not cheaper.
 * @public
 */
export function tierSaving(seats: number, annualPrice: Minor, tierPrice: Minor): Minor {
  return Math.max(0, annualPrice - tierPrice) * seats;
}

function percentOf(percent: number): Exact {
  return divide(ratioOf(percent), 100);
}

function sum(amounts: readonly Minor[]): Minor {
  return amounts.reduce((total, amount) => total + amount, 0);
}
