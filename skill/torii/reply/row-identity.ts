/** What makes a row itself: the id under which it is kept once, however often it arrives. */
import type { JsonObject } from '../base/json.ts';
import type { Source } from '../base/records.ts';
import { hashOf } from '../base/row-hash.ts';

const idKeys: Readonly<Record<Source, readonly string[]>> = {
  apps: ['id', 'idApp'],
  contracts: ['id', 'idContract'],
  users: ['id', 'idUser'],
  // Accounts that match no person have no idUser, and still hold a seat.
  appUsers: ['idUser', 'id', 'email'],
  transactions: ['id', 'idTransaction'],
  fields: ['systemKey', 'key'],
};

export type RowId = number | string;

/** Digits are one id whether they come as text or number; null when no key holds a usable id. */
export function rowId(source: Source, row: JsonObject): RowId | null {
  for (const key of idKeys[source]) {
    const value = row[key];
    if (typeof value === 'number') return value;
    if (typeof value !== 'string' || value.trim() === '') continue;
    const id = /^\d{1,15}$/.test(value) ? Number(value) : value.toLowerCase();
    return source === 'fields' ? fieldId(row, value) : id;
  }
  return null;
}

/** One key may be defined once per source app. */
function fieldId(row: JsonObject, key: string): string {
  const source = row['sourceIdApp'];
  return typeof source === 'number' ? `${key}@${source}` : key;
}

/** Torii's published transactions carry no id: each row then stands for itself. */
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
