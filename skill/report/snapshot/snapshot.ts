/**
 * A snapshot: the records of one reading, as a file that gives the same analysis later and offline.
 *
 * Taken after decoding and before mapping. Names and e-mails are left out unless asked for. Equal
 * records give equal bytes, whatever their order. Parsing names what is wrong; nothing throws.
 */
import * as z from 'zod/mini';
import { readTools } from '../../torii/catalog.ts';
import { isDeeperThan, isJsonObject, type JsonObject } from '../../torii/json.ts';
import { sources, type TenantRecords } from '../../torii/read.ts';
import { checkFile, FILE_VERSION } from '../../mapping/tenant-files.ts';
import type { Problem } from '../../mapping/mapping.ts';
import { sortedJson } from '../base/sorted-json.ts';

import { withoutPeople } from './without-people.ts';

const KIND = 'saas-rationalization-snapshot';

const row = z.custom<JsonObject>((value) => isJsonObject(value) && !isDeeperThan(value), 'an object');
const rows = z.array(row);
const count = z.number().check(z.int(), z.gte(0));
const text = z.nullable(z.string());
const amounts = z.record(z.string(), z.number());
const source = z.enum(sources);

export const completenessSchema = z.strictObject({
  source,
  tool: z.nullable(z.enum(readTools)),
  rows: count,
  total: z.nullable(count),
  pages: count,
  dropped: count,
  droppedReasons: z.array(z.string()),
  status: z.enum(['complete', 'partial', 'possibly-capped', 'denied', 'not-offered', 'failed', 'not-read']),
  reason: text,
  fetchedAt: text,
  hash: text,
  control: z.nullable(z.strictObject({ theirs: amounts, ours: amounts, equal: z.boolean() })),
  copied: z.optional(count),
});

const field = z.strictObject({
  entity: z.enum(['app', 'contract', 'user']),
  key: z.string(),
  label: z.string(),
  type: z.string(),
  sourceIdApp: z.nullable(z.number()),
  options: z.array(z.string()),
});

export const snapshotSchema = z.strictObject({
  $schema: z.optional(z.string()),
  kind: z.literal(KIND),
  schemaVersion: z.literal(FILE_VERSION),
  /** When the oldest part of the data left Torii (ISO instant); null when no host said. */
  fetchedAt: text,
  /** True when names and e-mails were kept. */
  people: z.boolean(),
  /** Names and schemas of the tools as offered, reduced to one string. */
  fingerprint: text,
  organization: z.nullable(row),
  completeness: z.array(completenessSchema),
  fields: z.array(field),
  apps: rows,
  contracts: rows,
  users: rows,
  appUsers: z.array(z.strictObject({ appId: z.number().check(z.int()), users: rows })),
  transactions: rows,
});

export type Snapshot = z.output<typeof snapshotSchema>;

export type ParsedSnapshot =
  | { readonly ok: true; readonly snapshot: Snapshot }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A snapshot of records; people are left out unless `withPeople`. */
export function takeSnapshot(records: TenantRecords, { withPeople = false } = {}): Snapshot {
  const kept = withPeople ? records : withoutPeople(records);
  const { fingerprint, organization } = kept;
  const read = kept.completeness.flatMap(({ fetchedAt }) => fetchedAt ?? []).toSorted();
  return {
    kind: KIND,
    schemaVersion: FILE_VERSION,
    fetchedAt: read[0] ?? null,
    people: withPeople,
    fingerprint,
    organization,
    completeness: sortedBy(kept.completeness, ({ source }) => [source]).map(completenessOf),
    fields: sortedBy(kept.fields, (entry) => [entry.entity, entry.key, entry.sourceIdApp ?? -1]).map(
      (entry) => ({ ...entry, options: [...entry.options] }),
    ),
    apps: sortedRows(kept.apps),
    contracts: sortedRows(kept.contracts),
    users: sortedRows(kept.users),
    appUsers: [...kept.appUsers]
      .toSorted(([a], [b]) => a - b)
      .map(([appId, users]) => ({ appId, users: sortedRows(users) })),
    transactions: sortedRows(kept.transactions),
  };
}

/** The bytes of a snapshot: equal snapshots give equal text. */
export function snapshotText(snapshot: Snapshot): string {
  return `${sortedJson(snapshot)}\n`;
}

export function parseSnapshot(json: unknown): ParsedSnapshot {
  const checked = checkFile(snapshotSchema, json, {
    name: 'snapshot',
    otherRemedy: 'Take a new snapshot. Or: ',
  });
  return checked.ok ? { ok: true, snapshot: checked.value } : checked;
}

/** Without the parts that other rooms may hang on a certificate. */
function completenessOf(entry: TenantRecords['completeness'][number]): Snapshot['completeness'][number] {
  const { source, tool, total, pages, dropped, status, reason, fetchedAt, hash, control } = entry;
  const droppedReasons = [...entry.droppedReasons];
  const totals = control && {
    theirs: { ...control.theirs },
    ours: { ...control.ours },
    equal: control.equal,
  };
  return {
    source,
    tool,
    rows: entry.rows,
    total,
    pages,
    dropped,
    droppedReasons,
    status,
    reason,
    fetchedAt,
    hash,
    control: totals,
    ...(entry.copied !== undefined && { copied: entry.copied }),
  };
}

/** By id. Rows of one id, or without one, are ordered by their whole text, which is made for them alone. */
function sortedRows(rows: readonly JsonObject[]): JsonObject[] {
  const keyed = rows.map((value) => ({ value, id: idOf(value) }));
  return keyed
    .toSorted((a, b) => (a.id === b.id ? compareTexts(a.value, b.value) : a.id < b.id ? -1 : 1))
    .map(({ value }) => value);
}

function idOf(entry: JsonObject): number {
  const id = entry.id ?? entry.idUser;
  const known = typeof id === 'number' || typeof id === 'string' ? Number(id) : Number.NaN;
  return Number.isNaN(known) ? Infinity : known;
}

function compareTexts(a: JsonObject, b: JsonObject): number {
  const [left, right] = [sortedJson(a), sortedJson(b)];
  return left === right ? 0 : left < right ? -1 : 1;
}

/** Ordered by the parts of a key, the first difference deciding. */
function sortedBy<T>(values: readonly T[], keyOf: (value: T) => readonly (string | number)[]): T[] {
  const keyed = values.map((value) => ({ value, key: keyOf(value) }));
  return keyed.toSorted((a, b) => compare(a.key, b.key)).map(({ value }) => value);
}

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const at = a.findIndex((part, index) => part !== b[index]);
  const [left = '', right = ''] = [a[at], b[at]];
  return at < 0 ? 0 : left < right ? -1 : 1;
}
