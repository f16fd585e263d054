/** Settles the unit of every money field of a draft, each against the best independent figure. */
import type { JsonObject } from '../../torii/json.ts';
import type { TenantRecords } from '../../torii/read.ts';
import { fieldPath } from '../base/canonical-fields.ts';
import type { ChosenField } from './choose-keys.ts';
import { appReferences, type AppReference } from './money-references.ts';
import { moneyUnit, type Reference, type UnitVerdict } from './money-unit.ts';
import { pricePeriod } from '../base/price-period.ts';
import { readDay } from '../values/read-day.ts';
import { idOf } from '../base/row-id.ts';

export function draftMoney(
  chosen: readonly ChosenField[],
  records: TenantRecords,
  currency: string,
): ReadonlyMap<string, UnitVerdict> {
  const references = appReferences(records, currency);
  const yearsOf = termYears(chosen);
  const units = new Map<string, UnitVerdict>();
  for (const { field, candidate } of chosen) {
    if (field.form !== 'money') continue;
    const rows = field.entity === 'app' ? records.apps : records.contracts;
    const monthly = field.field === 'unitPrice' && pricePeriod(candidate) === 'month';
    const referenceOf = (row: JsonObject): Reference | null => {
      const reference = references.get(idOf(field.entity === 'app' ? row.id : row.idApp) ?? -1);
      return reference ? figureFor(field.field, reference, yearsOf(row)) : null;
    };
    units.set(fieldPath(field), moneyUnit(rows, candidate.key, currency, referenceOf, monthly ? 12 : 1));
  }
  return units;
}

/** The part of an app's yearly figure that the field should show. */
function figureFor(field: string, reference: AppReference, years: number): Reference | null {
  if (field === 'totalValue') return { ...reference, minor: reference.minor * years };
  if (field !== 'unitPrice') return reference;
  return reference.perSeat === null
    ? null
    : { ...reference, minor: reference.perSeat, from: `${reference.from} of one seat` };
}

/** Length of a contract in years, 1 where its dates do not say. */
function termYears(chosen: readonly ChosenField[]): (row: JsonObject) => number {
  const keyOf = (name: string): string =>
    chosen.find(({ field }) => field.field === name)?.candidate.key ?? '';
  const start = keyOf('termStart');
  const end = keyOf('termEnd');
  return (row) => {
    const from = readDay(row[start] ?? null);
    const to = readDay(row[end] ?? null);
    const days = from.kind === 'known' && to.kind === 'known' ? to.value - from.value + 1 : 0;
    return days > 0 ? days / 365 : 1;
  };
}
