/** The facts of a record that are worth comparing over time, as plain values. */
import {
  spanText,
  type App,
  type Contract,
  type Day,
  type Money,
  type Value,
} from '../../mapping/portfolio.ts';

/** Null when the fact is unknown; money keeps its own currency and minor units. */
export type Fact = string | number | boolean | Money | null;

export interface FactChange {
  readonly fact: string;
  readonly from: Fact;
  readonly to: Fact;
}

type Facts = Readonly<Record<string, Fact>>;

export function appFacts(app: App): Facts {
  const licenses = app.licenses.kind === 'known' ? app.licenses.value : null;
  return {
    name: app.name,
    state: factOf(app.state),
    isHidden: app.isHidden,
    owner: app.owner.kind === 'known' ? app.owner.value.id : null,
    spend12m: factOf(app.spend12m),
    activeUsers: factOf(app.activeUsers),
    purchased: licenses && factOf(licenses.purchased),
    licenseCost: licenses && factOf(licenses.annualCost),
  };
}

export function contractFacts(contract: Contract): Facts {
  return {
    name: contract.name,
    status: factOf(contract.status),
    appId: contract.appId,
    termStart: dateOf(contract.termStart),
    termEnd: dateOf(contract.termEnd),
    noticeDays: contract.noticeDays.kind === 'known' ? spanText(contract.noticeDays.value) : null,
    cancelBy: dateOf(contract.cancelBy),
    autoRenew: factOf(contract.autoRenew),
    annualValue: factOf(contract.annualValue),
    totalValue: factOf(contract.totalValue),
    seats: factOf(contract.seats),
    commitSeats: factOf(contract.commitSeats),
    unitPrice: factOf(contract.unitPrice),
  };
}

export function changedFacts(before: Facts, after: Facts): FactChange[] {
  return Object.keys(after)
    .map((fact) => ({ fact, from: before[fact] ?? null, to: after[fact] ?? null }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
}

function factOf<T extends Fact>(value: Value<T>): T | null {
  return value.kind === 'known' ? value.value : null;
}

function dateOf(value: Value<Day>): string | null {
  return value.kind === 'known' ? new Date(value.value * 86_400_000).toISOString().slice(0, 10) : null;
}
