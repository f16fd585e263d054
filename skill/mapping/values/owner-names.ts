/** What the owners of apps are called, for the few texts that may name people. Results carry their ids alone. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../torii/json.ts';
import type { TenantRecords } from '../../torii/read.ts';
import type { BoundMapping } from './bound.ts';
import { bothNames, readOwner } from './read-owner.ts';
import { mappedOwner, ownValue } from './read-field.ts';
import { unwrapped } from './unwrapped.ts';

/** Names by the id that an owner has in the results; nobody whose records hold no name. */
export function ownerNames(
  { apps, users }: Pick<TenantRecords, 'apps' | 'users'>,
  { app }: Pick<BoundMapping, 'app'>,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const user of users) addName(names, readOwner(user), user);
  for (const row of apps) {
    const raw = app.owner === undefined ? null : (ownValue(row, app.owner.key) ?? null);
    addName(names, mappedOwner(row, app.owner), raw);
  }
  return names;
}

function addName(names: Map<string, string>, owner: ReturnType<typeof readOwner>, raw: JsonValue): void {
  const name = personNameIn(raw);
  if (owner.kind === 'known' && name !== null) names.set(owner.value.id, name);
}

/** A person as a record names them: an object, a text, or a list whose first counts; null for a bare number. */
export function personNameIn(raw: JsonValue | undefined): string | null {
  if (Array.isArray(raw)) return personNameIn(raw[0]);
  if (isJsonObject(raw)) return nameInPerson(raw) ?? innerName(raw);
  return typeof raw === 'string' && /\D/.test(raw.trim()) ? raw.trim() : null;
}

function nameInPerson(person: JsonObject): string | null {
  const { fullName, name, email } = person;
  for (const stated of [fullName, bothNames(person), name, email])
    if (typeof stated === 'string' && stated.trim() !== '') return stated.trim();
  return null;
}

function innerName(raw: JsonObject): string | null {
  const inner = unwrapped(raw);
  return isJsonObject(inner) ? null : personNameIn(inner);
}
