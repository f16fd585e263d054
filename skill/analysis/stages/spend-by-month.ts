/** What was paid in each of the last twelve calendar months, from transactions: refunds count against it. */
import type { AnalysisConfig } from '../../mapping/mapping.ts';
import type { Day, Transaction } from '../../mapping/portfolio.ts';
import type { Minor } from '../base/contract.ts';
import { converterOf } from '../base/conversion.ts';
import { civilOf } from '../base/day.ts';
import { plus, rounded, type Exact } from '../base/exact.ts';
import { knownValue } from '../base/known-value.ts';

export interface MonthSpend {
  /** "2026-11". */
  readonly month: string;
  /** Null before the first payment of all: nobody knows what was paid then. */
  readonly net: Minor | null;
}

export interface SpendByMonth {
  /** Oldest first; the last is the month of the day asked for, which is not over. */
  readonly months: readonly MonthSpend[];
  /** The same for each app that has a payment in these months. */
  readonly byApp: ReadonlyMap<number, readonly MonthSpend[]>;
  /** Payments of these months whose amount cannot be used. */
  readonly unusable: number;
  /** Payments that do not say when they were made. */
  readonly undated: number;
}

const MONTHS = 12;

type Sums = Exact[];

/** @param asOf the last day that counts */
export function spendByMonth(
  transactions: readonly Transaction[],
  asOf: Day,
  config: Pick<AnalysisConfig, 'tenant' | 'rates'>,
): SpendByMonth {
  const convert = converterOf(config);
  const last = monthOf(asOf);
  const first = last - MONTHS + 1;
  const all: Sums = none();
  const byApp = new Map<number, Sums>();
  let [unusable, undated, earliest] = [0, 0, Infinity];
  for (const { appId, date, amount } of transactions) {
    const day = knownValue(date);
    if (day === null) undated += 1;
    if (day === null || day > asOf) continue;
    const month = monthOf(day);
    earliest = Math.min(earliest, month);
    if (month < first) continue;
    const money = knownValue(amount);
    const paid = money && convert(money);
    if (paid === null) {
      unusable += 1;
      continue;
    }
    add(all, month - first, paid.amount);
    if (appId !== null) add(sumsOf(byApp, appId), month - first, paid.amount);
  }
  const listed = (sums: Sums): readonly MonthSpend[] =>
    sums.map((sum, place) => ({
      month: nameOf(first + place),
      net: first + place < earliest ? null : rounded(sum),
    }));
  return {
    months: listed(all),
    byApp: new Map([...byApp].map(([appId, sums]) => [appId, listed(sums)])),
    unusable,
    undated,
  };
}

function none(): Sums {
  return Array.from({ length: MONTHS }, () => 0);
}

function sumsOf(byApp: Map<number, Sums>, appId: number): Sums {
  const sums = byApp.get(appId) ?? none();
  byApp.set(appId, sums);
  return sums;
}

function add(sums: Sums, place: number, amount: Exact): void {
  sums[place] = plus(sums[place] ?? 0, amount);
}

/** Months since the year 0. */
function monthOf(day: Day): number {
  const { year, month } = civilOf(day);
  return year * 12 + month - 1;
}

function nameOf(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}
