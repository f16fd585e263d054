/**
 * What one reading of a tenant leaves behind: rows as Torii sent them (decoded, not yet mapped) and,
 * for each source, a certificate that says how much of it was read.
 */
import type { ReadTool } from './catalog.ts';
import type { ToolFailure } from './failure.ts';
import type { JsonObject } from './json.ts';

export const sources = ['apps', 'contracts', 'users', 'appUsers', 'transactions', 'fields'] as const;
export type Source = (typeof sources)[number];

export type SourceStatus =
  | 'complete' // every row, proven by a total or by the end of the cursor
  | 'partial' // rows are missing, and we know it
  | 'possibly-capped' // exactly one full page, with neither total nor cursor
  | 'denied' // the role may not see it
  | 'not-offered' // the server has no tool for it
  | 'failed' // nothing usable came back
  | 'not-read'; // not asked for yet

/** The completeness certificate of one source. Totals over anything but `complete` carry a label. */
export interface Completeness {
  readonly source: Source;
  readonly tool: ReadTool | null;
  readonly rows: number;
  /** Torii's own count, where it states one. */
  readonly total: number | null;
  readonly pages: number;
  /** Rows that could not be read, each with a reason. */
  readonly dropped: number;
  readonly droppedReasons: readonly string[];
  readonly status: SourceStatus;
  readonly reason: string | null;
  /** ISO instant of the oldest reply that went in. */
  readonly fetchedAt: string | null;
  /** Hash over the kept rows, independent of paging and order. */
  readonly hash: string | null;
  readonly control: ControlTotal | null;
  /** Of rows that a model copied into files: how many of Torii's own numbers confirm them. */
  readonly copied?: number;
}

/** Torii's own count and sums beside ours; amounts in the unit Torii uses. */
export interface ControlTotal {
  readonly theirs: Readonly<Record<string, number>>;
  readonly ours: Readonly<Record<string, number>>;
  readonly equal: boolean;
}

export type FieldEntity = 'app' | 'contract' | 'user';

/** A field definition, under one shape whatever the entity calls its key. */
export interface FieldDefinition {
  readonly entity: FieldEntity;
  readonly key: string;
  readonly label: string;
  readonly type: string;
  readonly sourceIdApp: number | null;
  readonly options: readonly string[];
}

/** Why a source could not be read, or not to its end. */
export interface SourceFailure {
  readonly source: Source;
  readonly failure: ToolFailure;
}

export interface TenantRecords {
  readonly apps: readonly JsonObject[];
  readonly contracts: readonly JsonObject[];
  readonly users: readonly JsonObject[];
  /** Only the apps whose users were read. */
  readonly appUsers: ReadonlyMap<number, readonly JsonObject[]>;
  readonly transactions: readonly JsonObject[];
  readonly fields: readonly FieldDefinition[];
  readonly organization: JsonObject | null;
  readonly completeness: readonly Completeness[];
  /** Names and schemas of the tools as offered, reduced to one string; null when the host shows none. */
  readonly fingerprint: string | null;
  /** Absent in records that were not read live. */
  readonly failures?: readonly SourceFailure[];
}
