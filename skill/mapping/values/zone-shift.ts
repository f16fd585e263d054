/**
 * Finds out whether the instants of a date field are midnights of the place where the tenant is. A date
 * kept as midnight in Berlin reaches us as 23:00 in UTC of the day before, or as 22:00 in summer.
 */
import type { JsonObject, JsonValue } from '../../torii/json.ts';
import type { BoundField, BoundMapping } from './bound.ts';
import type { ShiftedDate } from '../base/portfolio.ts';
import { invalid } from '../base/value.ts';
import { DAY_MS, instantOf } from './instant.ts';
import { isLocalMidnight } from './read-day.ts';
import { unwrapped } from './unwrapped.ts';

const HOUR = 60;
const DAY = 24 * HOUR;
/** Fewer instants can share an hour by chance. */
const ENOUGH = 3;
/** East of UTC the local day begins while UTC counts the day before: from 11:00 (Auckland in summer) on. */
const firstEastern = 11 * HOUR;

/**
 * Minutes of the UTC day, one or two neighboring hours, on which all instants lie; empty where they do
 * not, where there are too few, and where the UTC date is the local one anyway. Noon alone is left as
 * it is: a tenant that stores dates as noon in UTC means the day that is written.
 */
export function localMidnights(raws: readonly JsonValue[]): readonly number[] {
  const instants = raws.flatMap((raw) => instantOf(raw) ?? []);
  const minutes = [...new Set(instants.map((instant) => (instant % DAY_MS) / 60_000))].toSorted(
    (a, b) => a - b,
  );
  const [first = 0, second = first] = minutes;
  const gap = second - first;
  const isOneZone = minutes.length <= 2 && (gap === 0 || gap === HOUR || gap === DAY - HOUR);
  if (instants.length < ENOUGH || !isOneZone || minutes.some((minute) => minute % 15 !== 0)) return [];
  const before = minutes.filter((minute) => minute >= firstEastern);
  const isWestern = minutes.some((minute) => minute > 0 && minute < firstEastern);
  return isWestern || (before.length === 1 && minutes.length === 1 && first === DAY / 2) ? [] : before;
}

const dateFields = ['termStart', 'termEnd', 'cancelBy'] as const satisfies readonly ShiftedDate['field'][];

type ContractFields = BoundMapping['contract'];

/**
 * The date fields of contracts, each with the midnights of its own instants. A field with too few of them
 * follows the others, where its instants lie on their hours, or on the one next to it (summer time).
 */
export function withLocalDays(fields: ContractFields, rows: readonly JsonObject[]): ContractFields {
  const dated = dateFields.flatMap((name) => {
    const field = fields[name];
    return field === undefined ? [] : [{ name, field, raws: rawsOf(rows, field.key) }];
  });
  const own = dated.map(({ raws }) => localMidnights(raws));
  const all = [...new Set(own.flat())];
  if (all.length === 0) return fields;
  const shifted = { ...fields };
  dated.forEach(({ name, field, raws }, index) => {
    const midnights = own[index] ?? [];
    shifted[name] = withMidnights(field, midnights.length === 0 ? followed(raws, all) : midnights);
  });
  return shifted;
}

function rawsOf(rows: readonly JsonObject[], key: string): JsonValue[] {
  return rows.flatMap((row) => (Object.hasOwn(row, key) ? unwrapped(row[key] ?? null) : null) ?? []);
}

function followed(raws: readonly JsonValue[], midnights: readonly number[]): readonly number[] {
  const minutes = raws.flatMap((raw) => instantOf(raw) ?? []).map((instant) => (instant % DAY_MS) / 60_000);
  if (minutes.length >= ENOUGH) return [];
  const together = [...new Set([...midnights, ...minutes])];
  const [first = 0, second = first] = together;
  const gap = Math.abs(second - first);
  const isOneZone = together.length <= 2 && (gap === 0 || gap === HOUR || gap === DAY - HOUR);
  return isOneZone && together.every((minute) => minute >= firstEastern) ? together : [];
}

function withMidnights(field: BoundField, midnights: readonly number[]): BoundField {
  return { ...field, day: { ...field.day, midnights } };
}

/** The dates of a contract that were shifted, with what is recorded; most tenants have none. */
export function shiftedDates(
  row: JsonObject,
  fields: ContractFields,
): { readonly shifted?: readonly ShiftedDate[] } {
  const shifted = dateFields.flatMap((name): ShiftedDate[] => {
    const field = fields[name];
    if (field === undefined || field.day.midnights.length === 0) return [];
    const raw = Object.hasOwn(row, field.key) ? unwrapped(row[field.key] ?? null) : null;
    return isLocalMidnight(raw, field.day.midnights) ? [{ field: name, raw: invalid(raw).raw }] : [];
  });
  return shifted.length === 0 ? {} : { shifted };
}
