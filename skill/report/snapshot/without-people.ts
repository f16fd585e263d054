/**
 * Takes names and e-mails out of records. In: records as fetched. Out: the same records in which
 * people are ids or tokens; everything the analysis reads stays, so its result does not move.
 *
 * Names are found by their place (person objects, person fields) and by what they are (the names
 * and e-mails of the people in the records, in any text that repeats them).
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../torii/json.ts';
import type { FieldDefinition, FieldEntity, TenantRecords } from '../../torii/read.ts';
import { personToken, personId } from '../../mapping/portfolio.ts';
import { knownNames, withoutNames } from './known-names.ts';

export function withoutPeople(records: TenantRecords): TenantRecords {
  const names = knownNames(records);
  const scrubOf = (entity: FieldEntity | null): Scrub => ({
    names,
    keys: personKeys(entity, records.fields),
  });
  const [app, contract, user, other] = [scrubOf('app'), scrubOf('contract'), scrubOf('user'), scrubOf(null)];
  const accounts = [...records.appUsers].map(
    ([appId, rows]) => [appId, rows.map((row) => person(row, user))] as const,
  );
  return {
    ...records,
    apps: records.apps.map((row) => record(row, app)),
    contracts: records.contracts.map((row) => record(row, contract)),
    users: records.users.map((row) => person(row, user)),
    appUsers: new Map(accounts),
    transactions: records.transactions.map((row) => record(row, other)),
    fields: records.fields.map((field) => definition(field, names)),
    organization: records.organization && record(records.organization, other),
    completeness: records.completeness.map((entry) => ({
      ...entry,
      reason: entry.reason === null ? null : withoutNames(entry.reason, names),
      droppedReasons: entry.droppedReasons.map((reason) => withoutNames(reason, names)),
    })),
  };
}

interface Scrub {
  readonly names: ReadonlySet<string>;
  /** Keys whose values are people. */
  readonly keys: ReadonlySet<string>;
}

const ownPersonKeys = ['primaryOwner', 'appOwners', 'owner', 'owners', 'createdBy', 'updatedBy', 'addedBy'];
const personType = /^(user|usersDropdown|email)/i;
const personName = /owner|manager|approver|request(e|o)r|champion|assignee|responsible|contact/i;
const namelessType = /dropdown|number|date|bool|currency/i;

function personKeys(entity: FieldEntity | null, fields: readonly FieldDefinition[]): ReadonlySet<string> {
  const people = fields.filter((field) => field.entity === entity && holdsPeople(field));
  return new Set([...ownPersonKeys, ...people.map(({ key }) => key)]);
}

function holdsPeople({ key, label, type }: FieldDefinition): boolean {
  return personType.test(type) || (personName.test(`${key} ${label}`) && !namelessType.test(type));
}

function record(row: JsonObject, scrub: Scrub): JsonObject {
  return Object.fromEntries(
    Object.entries(row).map(([key, raw]) => [
      key,
      scrub.keys.has(key) || (personName.test(key) && isJsonObject(raw))
        ? someone(raw, scrub)
        : plain(raw, scrub),
    ]),
  );
}

const personalKey =
  /^((additional|secondary|personal|work)?e?_?mails?|(first|last|full|middle|preferred|display|user|nick|given|family)_?name|name|login|(phone|mobile|photo|avatar|picture|profilePic).*)$/i;

function person(row: JsonObject, scrub: Scrub): JsonObject {
  const kept = Object.entries(row).filter(([key]) => !personalKey.test(key));
  return record(Object.fromEntries(kept), scrub);
}

/** A value that names one person or several. */
function someone(raw: JsonValue, scrub: Scrub): JsonValue {
  if (Array.isArray(raw)) return raw.map((item) => someone(item, scrub));
  if (isJsonObject(raw)) return nested(raw, scrub);
  if (typeof raw !== 'string' || raw.trim() === '' || /^\d+$/.test(raw.trim())) return raw;
  return personToken(raw);
}

/** Without an id of its own, a person object gets the token that the analysis would give it. */
function nested(raw: JsonObject, scrub: Scrub): JsonObject {
  const id = personId(raw);
  const kept = person(raw, scrub);
  return id === null || 'id' in kept || 'idUser' in kept ? kept : { ...kept, id: personToken(String(id)) };
}

function plain(raw: JsonValue, scrub: Scrub): JsonValue {
  if (typeof raw === 'string') return withoutNames(raw, scrub.names);
  if (Array.isArray(raw)) return raw.map((item) => plain(item, scrub));
  if (!isJsonObject(raw)) return raw;
  return isPerson(raw) ? nested(raw, scrub) : record(raw, scrub);
}

function isPerson(raw: JsonObject): boolean {
  return ['email', 'firstName', 'lastName', 'fullName'].some((key) => Object.hasOwn(raw, key));
}

function definition(field: FieldDefinition, names: ReadonlySet<string>): FieldDefinition {
  const options = holdsPeople(field) ? [] : field.options.map((option) => withoutNames(option, names));
  return { ...field, options };
}
