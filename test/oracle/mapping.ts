/** What the oracle takes from a tenant's mapping, with the defaults that contracts.md states. */
import { dayFrom, type Day, partsOf } from './calendar.ts';
import { compare, type Fraction, fromDecimal, times, zero } from './exact.ts';
import { at, isRow, type Json, type JsonRow, textOf } from './json.ts';
import type { Money } from './read-money.ts';

export interface Rules {
  readonly currency: string;
  readonly fields: { readonly app: JsonRow; readonly contract: JsonRow };
  readonly rates: JsonRow;
  readonly statuses: JsonRow;
  readonly noticeDefault: number | null;
  readonly autoRenewDefault: boolean | null;
  readonly leadDays: number;
  readonly excludeHidden: boolean;
  readonly excluded: readonly Json[];
  readonly fiscalYearStart: string;
  readonly rightSizing: JsonRow;
  /** Apps whose price is part of a suite's ("R7 bundled or allocated cost is not avoidable"). */
  readonly bundled: readonly Json[];
}

function row(value: Json): JsonRow {
  return isRow(value) ? value : {};
}

function countOr<T>(value: Json, other: T): number | T {
  return typeof value === 'number' ? value : other;
}

function bundledIn(suites: Json): Json[] {
  const all = Array.isArray(suites) ? (suites as readonly Json[]) : [];
  return all
    .flatMap((suite) =>
      isRow(suite) && Array.isArray(suite['includes']) ? (suite['includes'] as readonly Json[]) : [],
    )
    .flatMap((part) => (isRow(part) && part['pricedSeparately'] === false ? [part['appId'] ?? null] : []));
}

export function rulesOf(mapping: JsonRow): Rules {
  const autoRenew = at(mapping, 'defaults.autoRenew');
  const excluded = at(mapping, 'exclude.appIds');
  return {
    currency: textOf(at(mapping, 'tenant.currency')),
    fields: { app: row(at(mapping, 'fields.app')), contract: row(at(mapping, 'fields.contract')) },
    rates: row(at(mapping, 'rates.perUnit')),
    statuses: row(at(mapping, 'contractStatuses')),
    noticeDefault: countOr(at(mapping, 'defaults.noticeDays'), null),
    autoRenewDefault: typeof autoRenew === 'boolean' ? autoRenew : null,
    leadDays: countOr(at(mapping, 'defaults.leadDays'), 0),
    excludeHidden: at(mapping, 'exclude.hidden') !== false,
    excluded: Array.isArray(excluded) ? (excluded as readonly Json[]) : [],
    fiscalYearStart: textOf(at(mapping, 'tenant.fiscalYearStart') ?? '01-01'),
    rightSizing: row(at(mapping, 'rightSizing')),
    bundled: bundledIn(at(mapping, 'suites')),
  };
}

/**
 * "Currency: Torii's own conversion → dated rate from the mapping → left out and listed."
 * Null where there is no way to the tenant's currency.
 */
export function inTenantCurrency(money: Money, { currency, rates }: Rules): Fraction | null {
  if (money.currency === currency) return money.amount;
  if (money.converted !== null) return money.converted;
  const rate = rates[money.currency];
  return typeof rate === 'string' ? times(money.amount, fromDecimal(rate)) : null;
}

export function isNegative(amount: Fraction): boolean {
  return compare(amount, zero) < 0;
}

/** The first day of the fiscal year that follows the one in which `asOf` lies. */
export function nextFiscalYear(asOf: Day, start: string): Day {
  const [month = 1, day = 1] = start.split('-').map(Number);
  const { year } = partsOf(asOf);
  const thisYear = dayFrom({ year, month, day });
  return thisYear > asOf ? thisYear : dayFrom({ year: year + 1, month, day });
}
