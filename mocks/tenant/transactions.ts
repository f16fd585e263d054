/** Payments as Torii lists them: minor units, converted into the tenant's currency, refunds negative. */
import type { JsonObject } from '../../skill/torii/json.ts';
import { byAppId } from './contracts.ts';
import type { Agreement } from './contracts.ts';
import { toCents } from './currency.ts';
import type { Currency } from './currency.ts';
import { shiftDays, shiftMonths, toInstant } from './dates.ts';
import type { PlannedApp } from './plan.ts';

interface Payment {
  readonly date: string;
  readonly minor: number;
  readonly currency: Currency;
  readonly source: string;
}

/** One invoice at the start of each contract year that has begun; a renewed contract continues past its end. */
function invoices({ plan, terms, start, end, currency, yearly, status }: Agreement, asOf: string): Payment[] {
  const payments: Payment[] = [];
  if (status === 'pipeline' || terms.copy === true) return payments;
  const last = end === null || terms.auto === 'Yes' || end > asOf ? asOf : end;
  const minor = Math.round(yearly * (plan.story.paid ?? 1));
  for (let date = start; date <= last; date = shiftMonths(date, 12)) {
    payments.push({ date, minor, currency, source: 'NetSuite' });
  }
  if (plan.story.lingers === true && status === 'active') {
    for (let date = shiftDays(last, 15); date <= asOf; date = shiftDays(date, 30)) {
      payments.push({ date, minor: Math.round(minor / 12), currency, source: 'Expensify' });
    }
  }
  return payments;
}

/** A card pays seats by the month; small subscriptions of the long tail once a year. */
function cardPayments(plan: PlannedApp, asOf: string): Payment[] {
  const [line] = plan.lines;
  const currency = line?.currency ?? plan.currency;
  const paidSeats =
    plan.source === 'D' || plan.source === 'L' ? (line?.purchased ?? 0) : Math.max(1, plan.seats.assigned);
  const yearly = plan.flat ?? (line?.price ?? 0) * paidSeats;
  const step = yearly < 300_000 ? 12 : 1;
  const payments: Payment[] = [];
  for (let month = 0; month < 25; month += step) {
    const date = shiftMonths(`${asOf.slice(0, 8)}${String(1 + (plan.id % 20)).padStart(2, '0')}`, -month);
    payments.push({ date, minor: Math.round((yearly * step) / 12), currency, source: 'Expensify' });
  }
  if (plan.story.refund === true) {
    payments.push({
      date: shiftDays(asOf, -50),
      minor: -Math.round(yearly / 20),
      currency,
      source: 'Expensify',
    });
  }
  return payments;
}

function paymentsOf(plan: PlannedApp, agreements: readonly Agreement[], asOf: string): Payment[] {
  if (plan.pay === 'none') return [];
  return plan.pay === 'card' ? cardPayments(plan, asOf) : agreements.flatMap((one) => invoices(one, asOf));
}

const TRANSACTION_BASE = 900_001;

/** All payments of the tenant, two years back from the as-of date, newest first. */
export function transactionRows(
  plans: readonly PlannedApp[],
  agreements: readonly Agreement[],
  asOf: string,
): JsonObject[] {
  const byApp = byAppId(agreements);
  const paid = plans.flatMap((plan) =>
    paymentsOf(plan, byApp.get(plan.id) ?? [], asOf).map((payment) => ({ plan, payment })),
  );
  const recent = paid.filter(({ payment }) => payment.date > shiftDays(asOf, -730) && payment.date <= asOf);
  recent.sort((a, b) => b.payment.date.localeCompare(a.payment.date) || a.plan.id - b.plan.id);
  return recent.map(({ plan, payment }, index) => ({
    id: TRANSACTION_BASE + index,
    idApp: plan.id,
    transactionDate: toInstant(payment.date, 0),
    amount: {
      value: payment.minor,
      currency: payment.currency,
      convertedValue: toCents(payment.minor, payment.currency),
    },
    source: payment.source,
    department: plan.home === 'S' ? 'Sales' : plan.home.startsWith('E') ? 'Engineering' : null,
    mappingStatus: 'mapped',
    description: plan.vendor.toUpperCase(),
  }));
}

/** Cents paid for each app in the 365 days up to the as-of date. */
export function sumTrailingSpend(transactions: readonly JsonObject[], asOf: string): Map<number, number> {
  const since = toInstant(shiftDays(asOf, -364), 0);
  const spend = new Map<number, number>();
  for (const { idApp, transactionDate, amount } of transactions) {
    if (typeof idApp !== 'number' || typeof transactionDate !== 'string' || transactionDate < since) continue;
    const cents = (amount as { convertedValue: number }).convertedValue;
    spend.set(idApp, (spend.get(idApp) ?? 0) + cents);
  }
  return spend;
}
