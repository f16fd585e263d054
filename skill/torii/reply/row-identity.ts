/** What makes a row itself: the id under which it is kept once, however often it arrives. */
import type { JsonObject, JsonValue } from '../base/json.ts';
import type { Source } from '../base/records.ts';
import { hashOf } from '../base/row-hash.ts';

/** What tells the accounts of one person in one app apart. */
const accountKeys = ['id', 'email'] as const;

const idKeys: Readonly<Record<Source, readonly string[]>> = {
  apps: ['id', 'idApp'],
  contracts: ['id', 'idContract'],
  users: ['id', 'idUser'],
  // Accounts that match no person have no idUser, and still hold a seat.
  appUsers: ['idUser', ...accountKeys],
  transactions: ['id', 'idTransaction'],
  fields: ['systemKey', 'key'],
};

export type RowId = number | string;

/** Digits are one id whether they come as text or number; null when no key holds a usable id. */
export function rowId(source: Source, row: JsonObject): RowId | null {
  for (const key of idKeys[source]) {
    const id = idIn(row[key]);
    if (id === null) continue;
    if (source === 'fields') return fieldId(row, row[key]) ?? id;
    return source === 'appUsers' ? accountId(row, id) : id;
  }
  return null;
}

/** The person whose account a row of app users is, or else the account itself; null when it names neither. */
export function accountHolder(row: JsonObject): RowId | null {
  for (const key of idKeys.appUsers) {
    const id = idIn(row[key]);
    if (id !== null) return id;
  }
  return null;
}

/** What tells a person's account from that person's others; null when the row names nothing but the person. */
export function ownAccount(row: JsonObject, person: RowId): RowId | null {
  for (const key of accountKeys) {
    const account = idIn(row[key]);
    if (account !== null) return account === person ? null : account;
  }
  return null;
}

function idIn(value: JsonValue | undefined): RowId | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return null;
  return /^\d{1,15}$/.test(value) ? Number(value) : value.toLowerCase();
}

/** A person with a user and an admin account holds two seats: each account is a row of its own. */
function accountId(row: JsonObject, person: RowId): RowId {
  const account = ownAccount(row, person);
  return account === null ? person : `${person}/${account}`;
}

/** One key may be defined once per source app. */
function fieldId(row: JsonObject, key: JsonValue | undefined): string | null {
  if (typeof key !== 'string') return null;
  const source = row['sourceIdApp'];
  return typeof source === 'number' ? `${key}@${source}` : key;
}

/** Torii's published transactions carry no id: each row then counts on its own. */
export function needsId(source: Source): boolean {
  return source !== 'transactions';
}

function compare(a: RowId, b: RowId): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Rows by id, numbers before text; rows without an id by their contents. The order of pages does not
 * show in the result.
 */
export function sortedById(source: Source, rows: readonly JsonObject[]): JsonObject[] {
  const keyed = rows.map((row) => ({ row, key: rowId(source, row) ?? hashOf(row) }));
  return keyed.toSorted((a, b) => compare(a.key, b.key)).map(({ row }) => row);
}
