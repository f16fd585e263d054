/** Reads one field of one row: absent, empty and hidden are told apart before any form is read. */
import type { JsonObject, JsonValue } from '../../torii/json.ts';
import type { BoundField, BoundView } from './bind.ts';
import type { Money, Span, Value } from '../base/portfolio.ts';
import { readCount, type CountUnit } from './read-count.ts';
import { readMoney, type MoneyForm } from './read-money.ts';
import { readTags, readText } from './read-text.ts';
import { known, missing } from '../base/value.ts';

export function read<T>(raw: JsonValue | undefined, reader: (raw: JsonValue) => Value<T>): Value<T> {
  if (raw === undefined || raw === null) return missing('absent');
  return raw === '' ? missing('empty') : reader(raw);
}

/** The raw value of a mapped field, or what its absence means. */
export function mapped<T>(
  row: JsonObject,
  field: BoundField | undefined,
  reader: (raw: JsonValue) => Value<T>,
): Value<T> {
  if (field === undefined) return missing('not-mapped');
  const raw = ownValue(row, field.key);
  if (raw === undefined || raw === null) return field.without;
  return isBlank(raw) ? missing('empty') : reader(raw);
}

export function mappedCount(row: JsonObject, field: BoundField | undefined, unit: CountUnit): Value<number> {
  return mapped(row, field, (raw) => readCount(raw, unit));
}

/** A span in the unit that the field is kept in; words may name another one. */
export function mappedSpan(row: JsonObject, field: BoundField | undefined, unit: Span['unit']): Value<Span> {
  const count = mappedCount(row, field, unit);
  return count.kind === 'known' ? known({ amount: count.value, unit }) : count;
}

export function mappedMoney(row: JsonObject, field: BoundField | undefined, currency: string): Value<Money> {
  if (field === undefined) return missing('not-mapped');
  return readMoneyAt(row, field.key, field.money, currency, field.without);
}

export function readMoneyAt(
  row: JsonObject,
  key: string,
  form: MoneyForm,
  tenantCurrency: string,
  without: Value<Money>,
): Value<Money> {
  const raw = ownValue(row, key);
  if (raw === undefined || raw === null) return without;
  if (isBlank(raw)) return missing('empty');
  const converted = row[`${key}InOrgCurrency`];
  return readMoney(raw, form, { tenantCurrency, recordCurrency: row.currency, converted });
}

/** A label may read like a member of every object, such as "constructor". */
function ownValue(row: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(row, key) ? row[key] : undefined;
}

function isBlank(raw: JsonValue): boolean {
  return typeof raw === 'string' && raw.trim() === '';
}

export function viewOf(row: JsonObject, view: BoundView | null, entity: BoundView['entity']): Value<string> {
  if (view === null || view.entity !== entity) return missing('not-mapped');
  const value = mapped(row, view, view.key === 'tags' ? readTags : readText);
  return value.kind === 'known' ? known(view.names.get(value.value) ?? value.value) : value;
}
