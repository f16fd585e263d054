/** Net spend of each app over the 365 days up to a day, from transactions: refunds count against it. */
import type { Day, Transaction } from '../../mapping/portfolio.ts';
import { type Omitted, whole, widened } from '../base/completeness.ts';
import { weakerSource, type Converter, type ExactMoney } from '../base/conversion.ts';
import { plus } from '../base/exact.ts';
import { knownValue } from '../base/known-value.ts';

export interface Spend {
  /** Null where no transaction of the app has an amount that can be used. */
  readonly net: ExactMoney | null;
  /** Which way the amounts that cannot be used would move it. */
  readonly omitted: Omitted;
}

/**
 * Transactions without an app are left out; an app without any is absent. One whose amount or date
 * cannot be used makes the sum of its app one of what is known.
 */
export function trailingSpend(
  transactions: readonly Transaction[],
  asOf: Day,
  convert: Converter,
): Map<number, Spend> {
  const byApp = new Map<number, Spend>();
  for (const { appId, date, amount } of transactions) {
    const day = knownValue(date);
    if (appId === null || (day !== null && (day > asOf || day <= asOf - 365))) continue;
    const money = knownValue(amount);
    const value = day === null ? null : money && convert(money);
    const { net = null, omitted = whole } = byApp.get(appId) ?? {};
    byApp.set(
      appId,
      value === null
        ? { net, omitted: widened(omitted, sideOf(money?.minor ?? null)) }
        : { net: added(net, value), omitted },
    );
  }
  return byApp;
}

/** An amount that cannot be read may be a payment or a refund. */
function sideOf(minor: number | null): Omitted {
  return { more: minor === null || minor > 0, less: minor === null || minor < 0 };
}

function added(sum: ExactMoney | null, value: ExactMoney): ExactMoney {
  if (sum === null) return value;
  return { amount: plus(sum.amount, value.amount), source: weakerSource(sum.source, value.source) };
}
