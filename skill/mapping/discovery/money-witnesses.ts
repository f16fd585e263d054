/**
 * All that tells of the money of an app or a contract, in minor units a year: license cost, transactions,
 * the 12-month spend, and what contracts state as total, yearly value or price. A field whose unit is
 * not known yet is no witness; one whose values say their own unit is.
 */
import { isJsonObject, type JsonObject } from '../../torii/json.ts';
import type { TenantRecords } from '../../torii/read.ts';
import { idOf, linkedAppId } from '../base/row-id.ts';
import { readLicenses } from '../values/licenses.ts';
import { readDay } from '../values/read-day.ts';
import { readMoney } from '../values/read-money.ts';
import { unwrapped } from '../values/unwrapped.ts';
import { bareAmountOf, type MoneyUnit, type Witness } from './money-unit.ts';

/** A mapped money field, with its unit where that is settled. */
export interface MoneyColumn {
  readonly field: string;
  readonly entity: 'app' | 'contract';
  readonly key: string;
  readonly perYear: number;
  unit: MoneyUnit | null;
}

export interface AppWitness extends Witness {
  readonly perSeat: number | null;
}

/** License cost of each app that has one, and the transactions of the last 365 days that were read. */
export function appWitnesses(
  records: Pick<TenantRecords, 'apps' | 'transactions'>,
  tenantCurrency: string,
): ReadonlyMap<number, readonly AppWitness[]> {
  const witnesses = new Map<number, AppWitness[]>();
  for (const row of records.apps) {
    const id = idOf(row.id);
    const witness = licenseWitness(row, tenantCurrency);
    if (id !== null && witness !== null) witnesses.set(id, [witness]);
  }
  for (const [id, witness] of spentByApp(records.transactions)) {
    witnesses.set(id, [...(witnesses.get(id) ?? []), witness]);
  }
  return witnesses;
}

function licenseWitness(row: JsonObject, tenantCurrency: string): AppWitness | null {
  const licenses = readLicenses(row.licenses, tenantCurrency);
  if (licenses.kind !== 'known' || licenses.value.annualCost.kind !== 'known') return null;
  const { annualCost, purchased } = licenses.value;
  const seats = purchased.kind === 'known' && purchased.value > 0 ? purchased.value : null;
  const { minor, currency } = annualCost.value;
  return { minor, currency, from: 'license cost', perSeat: seats === null ? null : minor / seats };
}

function spentByApp(rows: readonly JsonObject[]): Map<number, AppWitness> {
  const dated = rows.flatMap((row) => {
    const id = linkedAppId(row);
    const day = readDay(unwrapped(row.transactionDate ?? null));
    const { value, currency } = isJsonObject(row.amount) ? row.amount : {};
    if (id === null || day.kind !== 'known' || typeof value !== 'number') return [];
    return typeof currency === 'string' ? [{ id, day: day.value, value, currency }] : [];
  });
  const newest = dated.reduce((latest, { day }) => Math.max(latest, day), 0);
  const sums = new Map<number, AppWitness>();
  for (const { id, day, value, currency } of dated) {
    const before = sums.get(id);
    if (day <= newest - 365 || (before && before.currency !== currency)) continue;
    const minor = (before?.minor ?? 0) + value;
    sums.set(id, { minor, currency, from: 'sum of transactions', perSeat: null });
  }
  return sums;
}

/** What a field says of one record, a year in minor units; null where its unit is open. */
export function figureOf(
  row: JsonObject,
  column: MoneyColumn,
  tenantCurrency: string,
): Omit<Witness, 'from'> | null {
  const raw = Object.hasOwn(row, column.key) ? (row[column.key] ?? null) : null;
  if (raw === null || (column.unit === null && bareAmountOf(row, column.key, tenantCurrency) !== null))
    return null;
  const form = { unit: column.unit ?? 'minor', times: 1, mayBeNegative: false } as const;
  const money = readMoney(raw, form, { tenantCurrency, recordCurrency: row.currency, converted: null });
  if (money.kind !== 'known') return null;
  return { minor: money.value.minor * column.perYear, currency: money.value.currency };
}
