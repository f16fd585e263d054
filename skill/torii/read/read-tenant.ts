/**
 * Reads a tenant: every source that is asked for, side by side within the budget.
 *
 * In: a bridge and `ReadOptions`. Out: `TenantRecords`, rows sorted by id, with a completeness
 * certificate for every source. Never rejects: a source that fails is a certificate, with the
 * failure kept in `failures`.
 */
import type { Clock, ToolBridge } from '../base/bridge.ts';
import { createBudget, type Budget, type BudgetLimits } from '../call/budget.ts';
import { notRead } from './certificate.ts';
import type { ToolFailure } from '../base/failure.ts';
import { fingerprintOf } from '../tools/fingerprint.ts';
import type { ReadProgress, ReadingContext } from './collect.ts';
import { readAppUsers } from './read-app-users.ts';
import { readFields, readOrganization } from './read-fields.ts';
import { readApps, readContracts, readTransactions, readUsers, type Control } from './read-sources.ts';
import type { Completeness, FieldEntity, Source, SourceFailure, TenantRecords } from '../base/records.ts';

export interface ReadOptions {
  readonly clock: Clock;
  readonly limits: BudgetLimits;
  /** Share one where several readings go through one host; made from `limits` when absent. */
  readonly budget?: Budget;
  readonly signal?: AbortSignal;
  /** Past the host's cache. */
  readonly fresh?: boolean;
  /** Keys to ask for; absent leaves it to the server. */
  readonly fields?: {
    readonly app?: readonly string[];
    readonly contract?: readonly string[];
    readonly user?: readonly string[];
  };
  /** Default: apps, contracts, fields. */
  readonly sources?: readonly Source[];
  /** Whose field definitions are read; default: of apps, contracts and users. */
  readonly fieldEntities?: readonly FieldEntity[];
  /** App ids whose users are read. */
  readonly userDetail?: readonly number[];
  /** Ask Torii for its own count, and for the sum of these keys. */
  readonly controlTotals?: boolean;
  readonly sumKeys?: { readonly apps?: string; readonly contracts?: string };
  /** Read the organization's record too; one more call. */
  readonly organization?: boolean;
  onProgress?(progress: ReadProgress): void;
  /** The records so far, as each source ends. */
  onSource?(partial: TenantRecords, source: Source): void;
  /**
   * The records so far, after each page of apps and contracts, both of them as far as they have come.
   * `whole` once all pages of the source have come and only Torii's own count is awaited: the certificate
   * then lacks nothing but that.
   */
  onRows?(partial: TenantRecords, source: Source, whole: boolean): void;
}

const allSources = [
  'apps',
  'contracts',
  'users',
  'appUsers',
  'transactions',
  'fields',
] as const satisfies readonly Source[];
const defaultSources: readonly Source[] = ['apps', 'contracts', 'fields'];

type Records = { -readonly [K in keyof TenantRecords]: TenantRecords[K] };

function emptyRecords(): Records {
  return {
    apps: [],
    contracts: [],
    users: [],
    appUsers: new Map(),
    transactions: [],
    fields: [],
    organization: null,
    completeness: allSources.map((source) => notRead(source)),
    fingerprint: null,
    failures: [],
  };
}

interface SourceEnd {
  /** The rows, under the name of the source. */
  readonly part: Partial<TenantRecords>;
  readonly certificate: Completeness;
  readonly failure: ToolFailure | null;
}

function controlOf(options: ReadOptions, source: 'apps' | 'contracts'): Control | null {
  return options.controlTotals === true ? { sumKey: options.sumKeys?.[source] ?? null } : null;
}

type SourceReader = (session: ReadingContext, options: ReadOptions) => Promise<SourceEnd>;

const readers: Readonly<Record<Source, SourceReader>> = {
  async apps(session, options) {
    const { rows, ...end } = await readApps(session, options.fields?.app, controlOf(options, 'apps'));
    return { part: { apps: rows }, ...end };
  },
  async contracts(session, options) {
    const keys = options.fields?.contract;
    const { rows, ...end } = await readContracts(session, keys, controlOf(options, 'contracts'));
    return { part: { contracts: rows }, ...end };
  },
  async users(session, options) {
    const { rows, ...end } = await readUsers(session, options.fields?.user);
    return { part: { users: rows }, ...end };
  },
  async appUsers(session, options) {
    const { byApp, ...end } = await readAppUsers(session, options.userDetail ?? []);
    return { part: { appUsers: byApp }, ...end };
  },
  async transactions(session) {
    const { rows, ...end } = await readTransactions(session);
    return { part: { transactions: rows }, ...end };
  },
  async fields(session, options) {
    const { fields, ...end } = await readFields(session, options.fieldEntities);
    return { part: { fields }, ...end };
  },
};

/** The users of apps are read on demand only: every app is a call. */
function sourcesOf({ sources = defaultSources, userDetail = [] }: ReadOptions): Source[] {
  const wanted = new Set(sources);
  if (userDetail.length > 0) wanted.add('appUsers');
  return allSources.filter((source) => wanted.has(source));
}

function replaced(all: readonly Completeness[], certificate: Completeness): Completeness[] {
  return all.map((one) => (one.source === certificate.source ? certificate : one));
}

/** What was copied stays so, however often it is read again. */
function marked(certificate: Completeness, { copied }: ToolBridge): Completeness {
  const totals = copied?.get(certificate.source);
  return totals === undefined ? certificate : { ...certificate, copied: totals };
}

function sessionOf(bridge: ToolBridge, options: ReadOptions, records: Records): ReadingContext {
  const { clock, limits, signal, fresh } = options;
  return {
    bridge,
    clock,
    budget: options.budget ?? createBudget(limits, clock),
    ...(signal !== undefined && { signal }),
    ...(fresh !== undefined && { fresh }),
    onProgress: (progress) => options.onProgress?.(progress),
    onRows(source, { rows, certificate }, whole) {
      Object.assign(records, {
        [source]: rows,
        completeness: replaced(records.completeness, marked(certificate, bridge)),
      });
      options.onRows?.({ ...records }, source, whole);
    },
  };
}

async function fingerprint(bridge: ToolBridge): Promise<string | null> {
  const offered = await bridge.listTools?.();
  return offered === undefined || 'ok' in offered ? null : fingerprintOf(offered);
}

/** Reads the tenant; see the head of this file. */
export async function readTenant(bridge: ToolBridge, options: ReadOptions): Promise<TenantRecords> {
  const records = emptyRecords();
  const session = sessionOf(bridge, options, records);
  const failures: SourceFailure[] = [];
  records.fingerprint = await fingerprint(bridge);

  async function read(source: Source): Promise<void> {
    const { part, certificate, failure } = await readers[source](session, options);
    if (failure !== null) failures.push({ source, failure });
    Object.assign(records, part, {
      completeness: replaced(records.completeness, marked(certificate, bridge)),
      failures: [...failures],
    });
    options.onSource?.({ ...records }, source);
  }

  const organization = options.organization === true ? readOrganization(session) : Promise.resolve(null);
  await Promise.all(sourcesOf(options).map(read));
  records.organization = await organization;
  return records;
}
