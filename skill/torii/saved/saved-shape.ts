/**
 * Recognizes what a saved tool result holds by its shape alone: people name files as they like.
 *
 * In: a body found in a file, and the file's name as a last hint. Out: the source, its rows and
 * counters; null when the body is no list of a tenant.
 */
import { findContainer, type Counters } from '../reply/container.ts';
import type { ReadTool } from '../base/catalog.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../base/json.ts';
import type { FieldEntity, Source } from '../base/records.ts';
import type { RecordedRequest } from './saved-file.ts';

export interface SavedList {
  readonly source: Source;
  readonly rows: readonly JsonValue[];
  readonly counters: Counters;
  /** Of app users: the app they belong to; null when neither rows, body nor file name say. */
  readonly idApp: number | null;
  /** Of field definitions: the entity they describe. */
  readonly entity: FieldEntity | null;
  /** The arguments it was asked with; null if unknown. */
  readonly input: JsonObject | null;
}

const shapes = [
  ['apps', 'list_apps'],
  ['contracts', 'list_contracts'],
  ['users', 'list_users'],
  ['transactions', 'list_transactions'],
  ['fields', 'get_app_fields'],
] as const satisfies readonly (readonly [Source, ReadTool])[];

function hasAny(row: JsonObject, keys: readonly string[]): boolean {
  return keys.some((key) => Object.hasOwn(row, key));
}

/** Keys that only one kind of row has, the most telling first. */
const tellingKeys: readonly (readonly [Source, readonly string[]])[] = [
  ['transactions', ['transactionDate', 'mappingStatus']],
  ['appUsers', ['idUser', 'isUserRemovedFromApp', 'numberOfInactiveLicenses']],
  ['fields', ['systemKey', 'sourceIdApp', 'idField']],
  ['users', ['lifecycleStatus', 'activeAppsCount', 'isDeletedInIdentitySources', 'idRole']],
  ['contracts', ['idApp', 'startDate', 'endDate', 'idContract']],
  [
    'apps',
    [
      'state',
      'primaryOwner',
      'activeUsersCount',
      'isHidden',
      'isCustom',
      'category',
      'vendor',
      'score',
      'sources',
    ],
  ],
];

function sourceOfRow(row: JsonObject): Source | null {
  const told = tellingKeys.find(([, keys]) => hasAny(row, keys))?.[0];
  if (told !== undefined) return told;
  if ('key' in row && 'type' in row) return 'fields';
  return 'email' in row ? 'users' : null;
}

function sourceOfRows(rows: readonly JsonValue[]): Source | null {
  for (const row of rows.slice(0, 20)) {
    const source = isJsonObject(row) ? sourceOfRow(row) : null;
    if (source !== null) return source;
  }
  return null;
}

function wholeNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : null;
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : null;
}

/** `app-users-123.json`, `list_app_users_idApp=123.txt`: the number after the words. */
function appIdInName(name: string): number | null {
  return wholeNumber(/(?:app|users?|idapp)[^a-z\d]*(\d+)\D*$/i.exec(name)?.[1]);
}

function appIdOf(body: unknown, rows: readonly JsonValue[], name: string): number | null {
  const row = rows.find(isJsonObject);
  const app = isJsonObject(body) ? body['app'] : undefined;
  return (
    wholeNumber(row?.['idApp']) ??
    (isJsonObject(body) ? wholeNumber(body['idApp']) : null) ??
    (isJsonObject(app) ? wholeNumber(app['id']) : null) ??
    appIdInName(name)
  );
}

const contractKeys = /^(?:startDate|endDate|amount|idApp|autoRenew)/;
const appKeys = /^(?:primaryOwner|lastVisitTime|activeUsersCount|category|expenses|vendor|isHidden|url)$/;
const userKeys = /^(?:lifecycleStatus|firstName|lastName|email|department|activeAppsCount)$/;

/** The built-in keys tell the entity; users are the ones whose definitions say `key`. */
function entityOf(rows: readonly JsonValue[], name: string): FieldEntity {
  const objects = rows.filter(isJsonObject);
  const keys = objects
    .flatMap((row) => [row['systemKey'], row['key']])
    .filter((key) => typeof key === 'string');
  if (keys.some((key) => contractKeys.test(key))) return 'contract';
  if (keys.some((key) => appKeys.test(key))) return 'app';
  if (keys.some((key) => userKeys.test(key))) return 'user';
  if (/contract/i.test(name)) return 'contract';
  if (/user/i.test(name)) return 'user';
  return objects.some((row) => 'key' in row && !('systemKey' in row)) ? 'user' : 'app';
}

function savedList(
  source: Source,
  rows: readonly JsonValue[],
  counters: Counters,
  body: unknown,
  name: string,
): SavedList {
  return {
    source,
    rows,
    counters,
    idApp: source === 'appUsers' ? appIdOf(body, rows, name) : null,
    entity: source === 'fields' ? entityOf(rows, name) : null,
    input: null,
  };
}

/** Search results come from Torii's catalog of all apps, not from the tenant. */
function isCatalog(rows: readonly JsonValue[], name: string): boolean {
  if (/search|match_|similar|user[-_ ]?apps/i.test(name)) return true;
  const objects = rows.filter(isJsonObject);
  const ours = ['state', 'primaryOwner', 'activeUsersCount', 'isHidden', 'expenses', 'lastVisitTime'];
  return objects.length > 0 && objects.every((row) => 'imageUrl' in row && !hasAny(row, ours));
}

/** A named container is believed unless its rows say that `users` are the users of an app. */
function namedList(body: JsonObject, name: string): SavedList | null {
  for (const [source, tool] of shapes) {
    const found = findContainer(body, tool);
    if (found === null || !Array.isArray(found.content)) continue;
    const told = sourceOfRows(found.content);
    const byName = source === 'users' && /app[-_ ]?users?/i.test(name) && found.content.length === 0;
    const isAppUsers = source === 'users' && (told === 'appUsers' || byName);
    const bare = !holdsKey(body, source);
    const actual = isAppUsers ? 'appUsers' : bare ? told : source;
    if (actual === 'apps' && isCatalog(found.content, name)) return null;
    if (actual !== null) return savedList(actual, found.content, found.counters, body, name);
  }
  return null;
}

/** Whether the list came under its own name, at any depth, and not under a mere wrapper's. */
function holdsKey(body: JsonObject, container: string, depth = 0): boolean {
  if (Object.hasOwn(body, container)) return true;
  if (
    container === 'fields' &&
    (Object.hasOwn(body, 'predefinedFields') || Object.hasOwn(body, 'customFields'))
  )
    return true;
  return (
    depth < 4 &&
    Object.values(body).some((value) => isJsonObject(value) && holdsKey(value, container, depth + 1))
  );
}

/** What a tool that was asked for lists, which is worth more than the look of its rows. */
const askedSources: Readonly<Partial<Record<ReadTool, Source>>> = {
  list_apps: 'apps',
  list_contracts: 'contracts',
  list_users: 'users',
  list_app_users: 'appUsers',
  list_transactions: 'transactions',
};

const askedEntities: Readonly<Partial<Record<ReadTool, FieldEntity>>> = {
  get_app_fields: 'app',
  get_contract_fields: 'contract',
  get_user_fields: 'user',
};

function asAsked(list: SavedList, { tool, input }: RecordedRequest): SavedList {
  const source = askedSources[tool] ?? list.source;
  const idApp = wholeNumber(input['idApp']) ?? wholeNumber(input['id']) ?? wholeNumber(input['appId']);
  return {
    ...list,
    source,
    input,
    idApp: source === 'appUsers' ? (list.idApp ?? idApp) : null,
    entity: source === 'fields' ? (askedEntities[tool] ?? list.entity) : null,
  };
}

/** The list in a body; null when there is none that belongs to a tenant. */
export function savedListIn(body: unknown, name: string, asked?: RecordedRequest): SavedList | null {
  const list = listIn(body, name);
  return list === null || asked === undefined ? list : asAsked(list, asked);
}

function listIn(body: unknown, name: string): SavedList | null {
  if (isJsonObject(body)) return namedList(body, name);
  if (!Array.isArray(body)) return null;
  const rows = body as readonly JsonValue[];
  const source = sourceOfRows(rows);
  return source === null ? null : savedList(source, rows, {}, body, name);
}
