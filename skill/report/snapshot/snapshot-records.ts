/** The records inside a snapshot, and the snapshot that a page may carry. */
import type { TenantRecords } from '../../torii/read.ts';
import type { Problem } from '../../mapping/mapping.ts';
import { parseSnapshot, type ParsedSnapshot, type Snapshot } from './snapshot.ts';

/** The records as they were when the snapshot was taken. */
export function recordsOf(snapshot: Snapshot): TenantRecords {
  const { apps, contracts, users, transactions, fields, organization, completeness, fingerprint } = snapshot;
  const appUsers = new Map(snapshot.appUsers.map((entry) => [entry.appId, entry.users]));
  return { apps, contracts, users, appUsers, transactions, fields, organization, completeness, fingerprint };
}

/** The snapshot without any row of a person, safe to share. */
export function aggregatesOf(snapshot: Snapshot): Snapshot {
  const completeness = snapshot.completeness.filter(
    ({ source }) => source !== 'users' && source !== 'appUsers',
  );
  return { ...snapshot, people: false, users: [], appUsers: [], completeness };
}

/** A snapshot as a page may carry it: only aggregates, and never the names of people. */
export function sharedSnapshot(json: unknown): ParsedSnapshot {
  const parsed = parseSnapshot(json);
  if (!parsed.ok) return parsed;
  return parsed.snapshot.people
    ? { ok: false, problems: [withPeople] }
    : { ok: true, snapshot: aggregatesOf(parsed.snapshot) };
}

const withPeople: Problem = {
  path: '(file)',
  message: 'This snapshot holds names of people, and a page that is shared must not.',
  remedy: 'Take the snapshot again without --with-people.',
};
