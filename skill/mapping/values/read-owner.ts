/**
 * An owner as Torii sends it: a user object, an id, a name or e-mail as text, or a list of these, of
 * which the first counts. Names and e-mails become tokens, so no result carries them.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../torii/json.ts';
import { fold } from '../base/fold.ts';
import { personToken } from '../base/person-token.ts';
import type { Owner, Value } from '../base/portfolio.ts';
import { isSet } from './read-truth.ts';
import { unwrapped } from './unwrapped.ts';
import { invalid, known, missing } from '../base/value.ts';

/** A person is an object of its own, so nothing is unwrapped before the reader has seen it. */
export function ownerOf(raw: JsonValue | undefined, without: Value<Owner> = missing('absent')): Value<Owner> {
  return raw === undefined || raw === null ? without : readOwner(raw);
}

export function readOwner(raw: JsonValue): Value<Owner> {
  if (Array.isArray(raw)) return readFirst(raw);
  if (isJsonObject(raw)) return readPerson(raw);
  if (typeof raw === 'boolean' || raw === null) return invalid(raw);
  const text = String(raw).trim();
  if (text === '') return missing('empty');
  return known({ id: /^\d+$/.test(text) ? text : personToken(text), departed: null });
}

function readFirst(raw: readonly JsonValue[]): Value<Owner> {
  const [first] = raw;
  if (first === undefined || first === null) return missing('empty');
  return Array.isArray(first) ? invalid(raw) : readOwner(first);
}

function readPerson(raw: JsonObject): Value<Owner> {
  const stated = personId(raw);
  if (stated === null) {
    const inner = unwrapped(raw);
    return isJsonObject(inner) && inner === raw ? invalid(raw) : ownerOf(inner, missing('empty'));
  }
  const owner = readOwner(stated);
  return owner.kind === 'known' ? known({ ...owner.value, departed: departedOf(raw) }) : owner;
}

/** What tells one person object from another: an id, else an e-mail, else a name. */
export function personId(raw: JsonObject): string | number | null {
  const stated = raw.id ?? raw.idUser ?? raw.email ?? raw.fullName ?? raw.name ?? bothNames(raw);
  return (typeof stated === 'string' && stated !== '') || typeof stated === 'number' ? stated : null;
}

export function bothNames({ firstName, lastName }: JsonObject): string {
  return [firstName, lastName].filter((name) => typeof name === 'string').join(' ');
}

/** True only when the record says so; null when it says nothing. */
function departedOf(raw: JsonObject): boolean | null {
  if (isSet(raw.isDeletedInIdentitySources)) return true;
  const lifecycle = raw.lifecycleStatus;
  return typeof lifecycle === 'string' ? fold(lifecycle) === 'offboarded' : null;
}
