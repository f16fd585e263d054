/** What the reads of every entity share. A read turns arguments into a REST body and throws RestErrors. */
import type { JsonObject, JsonValue } from '../../skill/torii/json.ts';
import type { FieldSets } from '../tenant/fields.ts';
import type { Tenant } from '../tenant/tenant.ts';
import { RestError } from './result.ts';
import type { RoleLimit } from './role.ts';
import { textOf } from './values.ts';

export interface ReadContext {
  readonly tenant: Tenant;
  readonly fields: FieldSets;
  readonly role: readonly RoleLimit[];
  readonly contracts: '1.0' | '1.1';
}

export type Read = (args: JsonObject) => JsonObject;
export type Reads = Readonly<Record<string, Read>>;

/** Keys that may be asked for: those with a definition and the built-in ones of the rows. */
export function keysOf(rows: readonly JsonObject[], fields: readonly JsonObject[]): Set<string> {
  const named = fields.map((field) => textOf(field['systemKey'] ?? field['key']));
  return new Set([...named, ...rows.slice(0, 50).flatMap((row) => Object.keys(row))]);
}

export function notFound(what: string, id: JsonValue | undefined): RestError {
  return new RestError(404, `${what} ${textOf(id)} was not found`);
}

export function find(rows: readonly JsonObject[], id: JsonValue | undefined, what: string): JsonObject {
  const row = rows.find((candidate) => candidate['id'] === id);
  if (row === undefined) throw notFound(what, id);
  return row;
}
