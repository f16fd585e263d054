/** Independent yearly figures per app, against which the unit of a money field can be checked. */
import { isJsonObject, type JsonObject } from '../../torii/json.ts';
import type { TenantRecords } from '../../torii/read.ts';
import type { Reference } from './money-unit.ts';
import { readDay } from '../values/read-day.ts';
import { readLicenses } from '../values/licenses.ts';
import { idOf } from '../base/row-id.ts';

export interface AppReference extends Reference {
  readonly perSeat: number | null;
}

/** License cost where an app has it, else the transactions of the last 365 days that were read. */
export function appReferences(
  records: Pick<TenantRecords, 'apps' | 'transactions'>,
  tenantCurrency: string,
): ReadonlyMap<number, AppReference> {
  const references = spentByApp(records.transactions);
  for (const row of records.apps) {
    const id = idOf(row.id);
    const reference = licenseReference(row, tenantCurrency);
    if (id !== null && reference !== null) references.set(id, reference);
  }
  return references;
}

function licenseReference(row: JsonObject, tenantCurrency: string): AppReference | null {
  const licenses = readLicenses(row.licenses, tenantCurrency);
  if (licenses.kind !== 'known' || licenses.value.annualCost.kind !== 'known') return null;
  const { annualCost, purchased } = licenses.value;
  const seats = purchased.kind === 'known' && purchased.value > 0 ? purchased.value : null;
  const { minor, currency } = annualCost.value;
  return { minor, currency, from: 'license cost', perSeat: seats === null ? null : minor / seats };
}

function spentByApp(rows: readonly JsonObject[]): Map<number, AppReference> {
  const dated = rows.flatMap((row) => {
    const id = idOf(row.idApp);
    const day = readDay(row.transactionDate ?? null);
    const amount = isJsonObject(row.amount) ? row.amount : {};
    const { value, currency } = amount;
    if (id === null || day.kind !== 'known' || typeof value !== 'number') return [];
    return typeof currency === 'string' ? [{ id, day: day.value, value, currency }] : [];
  });
  const newest = dated.reduce((latest, { day }) => Math.max(latest, day), 0);
  const sums = new Map<number, AppReference>();
  for (const { id, day, value, currency } of dated) {
    const before = sums.get(id);
    if (day <= newest - 365 || (before && before.currency !== currency)) continue;
    const minor = (before?.minor ?? 0) + value;
    sums.set(id, { minor, currency, from: 'sum of transactions', perSeat: null });
  }
  return sums;
}
