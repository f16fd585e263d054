/** What makes a row itself: the id under which it is kept once, however often it arrives. */
import type { JsonObject } from './json.ts';
import type { Source } from './records.ts';

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

/** Orders rows by id, numbers before text, so that the order of pages does not show. */
export function byId(source: Source): (a: JsonObject, b: JsonObject) => number {
  return (a, b) => {
    const left = rowId(source, a) ?? '';
    const right = rowId(source, b) ?? '';
    if (typeof left === 'number' && typeof right === 'number') return left - right;
    if (typeof left !== typeof right) return typeof left === 'number' ? -1 : 1;
    return left < right ? -1 : left > right ? 1 : 0;
  };
}
