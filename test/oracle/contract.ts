/** One contract as the oracle understands it, before it is judged beside its neighbors. */
import type { Day } from './calendar.ts';
import { statusClass, type StatusClass } from './contract-status.ts';
import { type Fraction, fromDecimal } from './exact.ts';
import { isRow, type Json, type JsonRow, textOf } from './json.ts';
import type { Rules } from './mapping.ts';
import {
  type Duration,
  folded,
  invalid,
  known,
  mapRead,
  missing,
  type Read,
  readDuration,
  readTruth,
  translated,
  unwrapped,
} from './read.ts';
import { areLocalMidnights, localDay, type Moment, readMoment } from './read-date.ts';
import { type Money, readMoney } from './read-money.ts';

export interface Contract {
  readonly id: number;
  /** Null where no app is named. */
  readonly appId: number | null;
  readonly status: StatusClass;
  readonly start: Read<Day>;
  readonly end: Read<Day>;
  readonly cancelBy: Read<Day>;
  readonly notice: Read<Duration>;
  /** As recorded. */
  readonly autoRenew: Read<boolean>;
  /** After the mapping's default and the status class. */
  readonly renewsItself: Read<boolean>;
  /** Whole months of one renewal. */
  readonly renewal: Read<number>;
  readonly annual: Read<Money>;
  readonly whole: Read<Money>;
  readonly seats: Read<Fraction>;
  readonly seatPrice: Read<Money>;
  /** What tells two entries of one contract apart from two contracts. */
  readonly name: string | null;
  readonly owner: string | null;
}

type DateField = 'termStart' | 'termEnd' | 'cancelBy';
const dateFields: readonly DateField[] = ['termStart', 'termEnd', 'cancelBy'];

function fieldOf({ fields }: Rules, name: string): JsonRow | null {
  const field = fields.contract[name];
  return isRow(field) ? field : null;
}

/** The raw value under a mapped key, unwrapped and put through the tenant's table. */
function rawOf(row: JsonRow, name: string, rules: Rules): Json {
  const field = fieldOf(rules, name);
  if (field === null) return null;
  return translated(unwrapped(row[textOf(field['key'])]), field['values']);
}

function momentOf(row: JsonRow, name: DateField, rules: Rules): Read<Moment> {
  return readMoment(rawOf(row, name, rules), fieldOf(rules, name)?.['format'] ?? null);
}

function moneyOf(row: JsonRow, name: string, rules: Rules): Read<Money> {
  const field = fieldOf(rules, name);
  if (field === null) return missing;
  const context = { unit: field['unit'] ?? null, currency: row['currency'], tenant: rules.currency };
  return readMoney(row[textOf(field['key'])], context);
}

/**
 * "In the JSON it is `autoRenew`, after the status class": what is ending does not renew. A default
 * stands in for Missing only.
 */
function renews(status: StatusClass, recorded: Read<boolean>, { autoRenewDefault }: Rules): Read<boolean> {
  if (status === 'ending') return known(false);
  return recorded.is === 'missing' && autoRenewDefault !== null ? known(autoRenewDefault) : recorded;
}

function countOf(raw: Json): Read<Fraction> {
  if (raw === null) return missing;
  return /^\d+$/.test(textOf(raw).trim()) ? known(fromDecimal(textOf(raw).trim())) : invalid(raw);
}

/** A renewal term in days has no whole months. */
function monthsOf(read: Read<Duration>): Read<number> {
  if (read.is !== 'known') return read;
  const { unit, count } = read.value;
  return unit === 'month' && count > 0 ? known(count) : invalid(`${count} ${unit}s`);
}

/** What cannot be read as a person is no blank: it agrees with what is written the same alone. */
function ownerOf(raw: Json | undefined): string | null {
  const inner = isRow(raw) && raw['id'] !== undefined ? raw['id'] : unwrapped(raw);
  if (inner === null || (isRow(inner) && Object.keys(inner).length === 0)) return null;
  return typeof inner === 'object' ? JSON.stringify(inner) : textOf(inner);
}

function nameOf(raw: Json | undefined): string | null {
  const inner = unwrapped(raw);
  return inner === null ? null : folded(textOf(inner));
}

function idOf(raw: Json | undefined): number | null {
  const inner = unwrapped(raw);
  return inner === null || !/^\d+$/.test(textOf(inner)) ? null : Number(inner);
}

/**
 * The date keys whose instants, over every contract of the tenant, are local midnights. Reading: a key
 * with too few instants of its own follows one that has enough, where all lie on the same hours.
 */
export function shiftedKeys(rows: readonly JsonRow[], rules: Rules): ReadonlySet<DateField> {
  const instants = dateFields.map((name) => ({
    name,
    found: rows.flatMap((row) => {
      const read = momentOf(row, name, rules);
      return read.is === 'known' && read.value.minute !== null ? [read.value] : [];
    }),
  }));
  const sure = instants.filter(({ found }) => areLocalMidnights(found));
  const shifted = instants.filter((one) => {
    if (sure.includes(one)) return true;
    const few = one.found.length > 0 && one.found.length < 3;
    return few && sure.some(({ found }) => areLocalMidnights([...found, ...one.found]));
  });
  return new Set(shifted.map(({ name }) => name));
}

export function contractsOf(rows: readonly JsonRow[], rules: Rules): Contract[] {
  const shifted = shiftedKeys(rows, rules);
  return rows.map((row) => {
    const day = (name: DateField) =>
      mapRead(momentOf(row, name, rules), (moment) => localDay(moment, shifted.has(name)));
    const status = statusClass(row['status'], rules.statuses);
    const autoRenew = readTruth(rawOf(row, 'autoRenew', rules));
    return {
      id: Number(row['id']),
      appId: idOf(row['idApp']),
      status,
      start: day('termStart'),
      end: day('termEnd'),
      cancelBy: day('cancelBy'),
      notice: readDuration(rawOf(row, 'noticeDays', rules), 'day'),
      autoRenew,
      renewsItself: renews(status, autoRenew, rules),
      renewal: monthsOf(readDuration(rawOf(row, 'renewalTermMonths', rules), 'month')),
      annual: moneyOf(row, 'annualValue', rules),
      whole: moneyOf(row, 'totalValue', rules),
      seats: countOf(rawOf(row, 'seats', rules)),
      seatPrice: moneyOf(row, 'unitPrice', rules),
      name: nameOf(row['name']),
      owner: ownerOf(row['owner']),
    };
  });
}
