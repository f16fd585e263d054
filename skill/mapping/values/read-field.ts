/** Reads one field of one row: absent, empty and hidden are told apart before any form is read. */
import type { JsonObject, JsonValue } from '../../torii/json.ts';
import type { BoundField, BoundView } from './bound.ts';
import { normalizeText } from '../base/plain-text.ts';
import type { ValueForm } from '../base/canonical-fields.ts';
import type { Day, Money, Owner, Span, Value } from '../base/portfolio.ts';
import { invalid, known, missing } from '../base/value.ts';
import { readCount, readSeats } from './read-count.ts';
import { readDay } from './read-day.ts';
import { readMoney, type MoneyForm } from './read-money.ts';
import { ownerOf } from './read-owner.ts';
import { readSpan, type SpanUnit } from './read-span.ts';
import { readTruth } from './read-truth.ts';
import { readTags, readText } from './read-text.ts';
import { readUse } from './read-use.ts';
import { secondReading, unwrapped } from './unwrapped.ts';

export function read<T>(raw: JsonValue | undefined, reader: (raw: JsonValue) => Value<T>): Value<T> {
  if (raw === undefined || raw === null) return missing('absent');
  return raw === '' ? missing('empty') : readWhole(raw, reader, null);
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
  return readWhole(raw, reader, field.meanings);
}

type Meanings = BoundField['meanings'];

/** Unwraps a value, lets the mapping say what it means, and reads it; what cannot be read is kept as it was. */
function readWhole<T>(raw: JsonValue, reader: (raw: JsonValue) => Value<T>, meanings: Meanings): Value<T> {
  const inner = typeof raw === 'object' ? unwrapped(raw) : raw;
  if (isBlank(inner)) return missing('empty');
  const meant = meantBy(inner, meanings);
  if (meant !== undefined) return meant === null ? missing('placeholder') : readAs(meant, inner, reader);
  const value = reader(inner);
  const second = value.kind === 'invalid' && typeof raw === 'object' ? secondReading(raw) : undefined;
  return second === undefined ? value : readAs(second, inner, reader);
}

/** A reading that fails shows the text of the record, not what was made of it. */
function readAs<T>(meant: JsonValue, raw: JsonValue, reader: (raw: JsonValue) => Value<T>): Value<T> {
  const value = reader(unwrapped(meant));
  return value.kind === 'invalid' ? invalid(raw) : value;
}

/** Undefined where the mapping says nothing of a value. */
function meantBy(raw: JsonValue, meanings: Meanings): JsonValue | undefined {
  if (meanings === null || typeof raw === 'object') return undefined;
  return meanings.get(normalizeText(String(raw)));
}

export function mappedOwner(row: JsonObject, field: BoundField | undefined): Value<Owner> {
  if (field === undefined) return missing('not-mapped');
  const raw = ownValue(row, field.key);
  const meant = typeof raw === 'string' ? meantBy(raw, field.meanings) : undefined;
  return ownerOf(meant ?? raw, field.without);
}

export function mappedCount(row: JsonObject, field: BoundField | undefined): Value<number> {
  return mapped(row, field, readCount);
}

/** A value that means "no limit" says nothing about the number of seats. */
export function mappedSeats(row: JsonObject, field: BoundField | undefined): Value<number> {
  return mapped(row, field, readSeats);
}

/** A bare number is in the unit that the field's name states, else in the given one. */
export function mappedSpan(row: JsonObject, field: BoundField | undefined, unit: SpanUnit): Value<Span> {
  return mapped(row, field, (raw) => readSpan(raw, field?.spanUnit ?? unit));
}

/** Nobody signs until then: the last day of 2099 is written where a form asks for an end and there is none. */
const farAway = 43_830;

/** A date of 1970 is the zero of a clock; no contract is as old. */
export function mappedDay(row: JsonObject, field: BoundField | undefined): Value<Day> {
  return mapped(row, field, (raw) => {
    const day = readDay(raw, field?.day);
    return day.kind === 'known' && (day.value <= 0 || day.value >= farAway) ? invalid(raw) : day;
  });
}

export function mappedUse(row: JsonObject, field: BoundField | undefined): Value<Day> {
  return mapped(row, field, (raw) => readUse(raw, field?.day));
}

export function mappedMoney(row: JsonObject, field: BoundField | undefined, currency: string): Value<Money> {
  if (field === undefined) return missing('not-mapped');
  const meant = meantBy(unwrapped(ownValue(row, field.key) ?? null), field.meanings);
  if (meant === null) return missing('placeholder');
  const said = meant === undefined ? row : { ...row, [field.key]: meant };
  return readMoneyAt(said, field.key, field.money, currency, field.without);
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
  const converted = row[`${key}InOrgCurrency`];
  return readMoney(raw, form, { tenantCurrency, recordCurrency: row.currency, converted });
}

/** A field read in the form that its canonical field has. */
export function readInForm(
  row: JsonObject,
  field: BoundField,
  form: ValueForm,
  currency: string,
): Value<unknown> {
  if (form === 'money') return mappedMoney(row, field, currency);
  if (form === 'owner') return mappedOwner(row, field);
  if (form === 'day') return mappedUse(row, field);
  if (form === 'each') return mappedSeats(row, field);
  if (form === 'truth') return mapped(row, field, readTruth);
  return form === 'text'
    ? mapped(row, field, readText)
    : mappedSpan(row, field, form === 'days' ? 'day' : 'month');
}

/** A label may read like a member of every object, such as "constructor". */
export function ownValue(row: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(row, key) ? row[key] : undefined;
}

function isBlank(raw: JsonValue): boolean {
  return raw === null || (typeof raw === 'string' && raw.trim() === '');
}

export function readView(
  row: JsonObject,
  view: BoundView | null,
  entity: BoundView['entity'],
): Value<string> {
  if (view === null || view.entity !== entity) return missing('not-mapped');
  const value = mapped(row, view, view.key === 'tags' ? readTags : readText);
  if (value.kind !== 'known' || view.names.size === 0) return value;
  return known(view.names.get(normalizeText(value.value)) ?? value.value);
}
