/** Net spend of each app over the 365 days up to a day, from transactions: refunds count against it. */
import type { Day, Transaction } from '../../mapping/portfolio.ts';
import { weakerSource, type Converter, type ExactMoney } from '../base/conversion.ts';
import { plus } from '../base/exact.ts';
import { knownValue } from '../base/known-value.ts';

/** Transactions without an app, a date or a convertible amount are left out; an app without any is absent. */
export function trailingSpend(
  transactions: readonly Transaction[],
  asOf: Day,
  convert: Converter,
): Map<number, ExactMoney> {
  const byApp = new Map<number, ExactMoney>();
  for (const { appId, date, amount } of transactions) {
    const day = knownValue(date);
    const money = knownValue(amount);
    if (appId === null || money === null || day === null || day > asOf || day <= asOf - 365) continue;
    const value = convert(money);
    if (value !== null) byApp.set(appId, added(byApp.get(appId), value));
  }
  return byApp;
}

function added(sum: ExactMoney | undefined, value: ExactMoney): ExactMoney {
  if (sum === undefined) return value;
  return { amount: plus(sum.amount, value.amount), source: weakerSource(sum.source, value.source) };
}
