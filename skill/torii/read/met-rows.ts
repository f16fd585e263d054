/**
 * Which rows of one source have come, each with its hash. Holds ids and hashes, never rows.
 *
 * An account is found by its person: nearly everybody has one account in an app, so no text is made of
 * person and account until somebody has a second one.
 */
import type { JsonObject } from '../base/json.ts';
import type { Source } from '../base/records.ts';
import { accountHolder, ownAccount, rowId, type RowId } from '../reply/row-identity.ts';

export interface MetRows {
  /** The hash with which the same record came before; a new one is noted with its own, and undefined is returned. */
  before(row: JsonObject, id: RowId, own: number): number | undefined;
}

/** The id under which a row is looked for; null when no key holds a usable one. */
export function leadingId(source: Source, row: JsonObject): RowId | null {
  return source === 'appUsers' ? accountHolder(row) : rowId(source, row);
}

export function createMetRows(source: Source): MetRows {
  return source === 'appUsers' ? createMetAccounts() : createMetRecords();
}

function createMetRecords(): MetRows {
  const met = new Map<RowId, number>();
  return {
    before(_, id, own) {
      const before = met.get(id);
      if (before === undefined) met.set(id, own);
      return before;
    },
  };
}

function createMetAccounts(): MetRows {
  const places = new Map<RowId, number>();
  /** By place: the first account of a person, and its hash. */
  const accounts: (RowId | null)[] = [];
  const hashes: number[] = [];
  /** Accounts of people who were met with another one before. */
  const further = new Map<string, number>();
  return {
    before(row, person, own) {
      const account = ownAccount(row, person);
      const place = places.get(person);
      if (place === undefined) {
        places.set(person, hashes.length);
        accounts.push(account);
        hashes.push(own);
        return undefined;
      }
      if (accounts[place] === account) return hashes[place];
      const name = account === null ? `${place}` : `${place}/${account}`;
      const before = further.get(name);
      if (before === undefined) further.set(name, own);
      return before;
    },
  };
}
