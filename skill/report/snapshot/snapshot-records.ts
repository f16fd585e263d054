/**
 * A snapshot as the page carries it: checked by hand, because a page has no room for a schema.
 *
 * In: what a configuration holds. Out: records to show, or what is wrong. Only aggregates are taken:
 * rows of people stay out, whatever the file holds.
 */
import { isJsonObject, type JsonObject } from '../../torii/json.ts';
import type { TenantRecords } from '../../torii/read.ts';
import type { Problem } from '../../mapping/mapping.ts';
import type { Snapshot } from './snapshot.ts';

/** The records as they were when the snapshot was taken. */
export function recordsOf(snapshot: Snapshot): TenantRecords {
  const { apps, contracts, users, transactions, fields, organization, completeness, fingerprint } = snapshot;
  const appUsers = new Map(snapshot.appUsers.map((entry) => [entry.appId, entry.users]));
  return { apps, contracts, users, appUsers, transactions, fields, organization, completeness, fingerprint };
}

/** The snapshot without any row of a person, for whoever it is shared with. */
export function aggregatesOf(snapshot: Snapshot): Snapshot {
  const completeness = snapshot.completeness.filter(
    ({ source }) => source !== 'users' && source !== 'appUsers',
  );
  return { ...snapshot, people: false, users: [], appUsers: [], completeness };
}

export type HeldSnapshot =
  | { readonly ok: true; readonly snapshot: Snapshot }
  | { readonly ok: false; readonly problem: Problem };

export function heldSnapshot(json: unknown): HeldSnapshot {
  if (!isSnapshot(json)) return { ok: false, problem: notASnapshot };
  return json.people ? { ok: false, problem: withPeople } : { ok: true, snapshot: aggregatesOf(json) };
}

const lists = ['completeness', 'fields', 'apps', 'contracts', 'users', 'appUsers', 'transactions'];

/** What `report --save-snapshot` wrote; its rows are judged one by one later, as Torii's own are. */
function isSnapshot(json: unknown): json is Snapshot {
  if (!isJsonObject(json)) return false;
  const { kind, schemaVersion, fetchedAt } = json;
  const isDated =
    fetchedAt === null || (typeof fetchedAt === 'string' && !Number.isNaN(Date.parse(fetchedAt)));
  return (
    kind === 'saas-rationalization-snapshot' &&
    schemaVersion === 1 &&
    isDated &&
    lists.every((key) => isListOfObjects(json[key]))
  );
}

function isListOfObjects(value: JsonObject[string] | undefined): boolean {
  return Array.isArray(value) && value.every(isJsonObject);
}

const notASnapshot: Problem = {
  path: 'snapshot',
  message: 'This is not a snapshot of version 1.',
  remedy: 'Put in the content of a file written by “report --save-snapshot”, unchanged.',
};

const withPeople: Problem = {
  path: 'snapshot',
  message: 'This snapshot holds names of people, and a page that is shared must not.',
  remedy: 'Take the snapshot again without --with-people.',
};
