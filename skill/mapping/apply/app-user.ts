/** One row of the users of an app: whose account it is, whether it is used, and whether the person has left. */
import type { JsonObject, JsonValue } from '../../torii/json.ts';
import { fold } from '../base/fold.ts';
import type { AppUser } from '../base/portfolio.ts';
import { idOf } from '../base/row-id.ts';
import { read } from '../values/read-field.ts';
import { isSet } from '../values/read-truth.ts';
import { readUse } from '../values/read-use.ts';
import { unwrapped } from '../values/unwrapped.ts';

/** Null when the row does not say whose account it is. */
export function appUserOf(row: JsonObject, appId: number): AppUser | null {
  const personId = idOf(row.idUser);
  if (personId === null) return null;
  const said = unwrapped(row.lifecycleStatus ?? null);
  const lifecycle = typeof said === 'string' ? fold(said) : '';
  const deleted = isSet(row.isDeletedInIdentitySources);
  return {
    appId,
    personId,
    status: accountStatus(row),
    lastUsedAt: read(row.lastVisitTime ?? row.lastUsageTime, readUse),
    createdInApp: read(row.creationTimeInApp, readUse),
    isExternal: isSet(row.isExternal),
    departed: deleted || lifecycle === 'offboarded',
    present: !deleted && lifecycle === 'active',
    licenses: licenseNames(row.licenses),
  };
}

function accountStatus(row: JsonObject): AppUser['status'] {
  if (isSet(row.isUserRemovedFromApp)) return 'deleted';
  const raw = unwrapped(row.status ?? null);
  const status = typeof raw === 'string' ? fold(raw) : '';
  return status === 'active' || status === 'deleted' || status === 'managed' ? status : 'unknown';
}

const noLicenses: readonly string[] = [];
/** Most accounts have one license, and thousands the same one: they share a list, which is never changed. */
const single = new Map<string, readonly string[]>();
/** Hostile rows must not fill the memory. */
const MOST_SINGLE = 1000;

function only(name: string): readonly string[] {
  const met = single.get(name);
  if (met !== undefined) return met;
  const made = [name];
  if (single.size < MOST_SINGLE) single.set(name, made);
  return made;
}

function licenseNames(raw: JsonValue | undefined): readonly string[] {
  if (!Array.isArray(raw) || raw.length === 0) return noLicenses;
  if (raw.length === 1) {
    const name = unwrapped(raw[0] ?? null);
    return typeof name === 'string' && name !== '' ? only(name) : noLicenses;
  }
  const names: string[] = [];
  for (const item of raw) {
    const name = unwrapped(item);
    if (typeof name === 'string' && name !== '') names.push(name);
  }
  return names;
}
