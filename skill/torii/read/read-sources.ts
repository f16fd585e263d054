/**
 * How each source of a tenant is read: its tool, its arguments, where its rows go.
 *
 * In: a session of reading. Out: rows with their certificate; a source that fails is a certificate
 * with the failure beside it.
 */
import { askOnce } from './ask.ts';
import type { ArgumentForms, Clock, ToolBridge } from '../base/bridge.ts';
import type { Budget } from '../call/budget.ts';
import { entryOf, type ReadTool } from '../base/catalog.ts';
import { notRead } from './certificate.ts';
import { combined, type CertifiedPart } from './combine-certificates.ts';
import { aggregation, controlTotal, withControl, type ControlQuery } from './control-total.ts';
import { failure, type ToolFailure } from '../base/failure.ts';
import { fieldDefinition, sortedFields } from '../reply/field-definitions.ts';
import type { JsonObject } from '../base/json.ts';
import { readPages, type RecordPage, type PagesOptions } from './read-pages.ts';
import type { Completeness, FieldDefinition, FieldEntity, Source } from '../base/records.ts';
import { sortedById } from '../reply/row-identity.ts';

export interface ReadProgress {
  readonly source: Source;
  readonly pages: number;
  readonly rows: number;
  readonly total: number | null;
  /** Where the source is read app by app: how many are done. */
  readonly apps?: { readonly done: number; readonly of: number };
}

/** What every source of one reading shares. */
export interface ReadingContext {
  readonly bridge: ToolBridge;
  readonly clock: Clock;
  readonly budget: Budget;
  readonly signal?: AbortSignal;
  readonly fresh?: boolean;
  onProgress?(progress: ReadProgress): void;
  /** All rows of a list so far; `whole` once only Torii's own count of them is awaited. */
  onRows?(source: ListedSource, read: Pick<SourceRows, 'rows' | 'certificate'>, whole: boolean): void;
}

/** The sources whose rows are told as their pages come. */
export type ListedSource = 'apps' | 'contracts';

export interface SourceRows {
  readonly rows: readonly JsonObject[];
  readonly certificate: Completeness;
  readonly failure: ToolFailure | null;
}

type Asked = Pick<PagesOptions, 'fields' | 'optional'>;

function pagesOptions(
  { clock, budget, signal, fresh }: ReadingContext,
  source: Source,
  asked: Asked,
): PagesOptions {
  return {
    clock,
    budget,
    source,
    ...(signal !== undefined && { signal }),
    ...(fresh !== undefined && { fresh }),
    ...asked,
  };
}

/** Reads one list and sorts it by id: the order of pages does not show in the records. */
async function collect(
  session: ReadingContext,
  tool: ReadTool,
  source: Source,
  args: JsonObject,
  asked: Asked,
): Promise<SourceRows> {
  const rows: JsonObject[] = [];
  const pages = readPages(session.bridge, tool, args, pagesOptions(session, source, asked));
  for (;;) {
    const step = await pages.next();
    if (step.done === true) {
      const { certificate, failure } = step.value;
      return { rows: sortedById(source, rows), certificate, failure };
    }
    const { pages: count, kept, total } = step.value;
    for (const row of step.value.rows) rows.push(row);
    session.onProgress?.({ source, pages: count, rows: kept, total });
    if (isListed(source)) {
      // A copy: who looks at the rows so far must not see them grow.
      const soFar = { rows: [...rows], certificate: underWay(source, tool, step.value) };
      session.onRows?.(source, soFar, false);
    }
  }
}

function isListed(source: Source): source is ListedSource {
  return source === 'apps' || source === 'contracts';
}

/** What may be said of a source before its last page. */
function underWay(source: Source, tool: ReadTool, { pages, kept, total }: RecordPage): Completeness {
  const reading = notRead(source, 'Its last page has not come.');
  return { ...reading, tool, pages, rows: kept, total, status: 'partial' };
}

async function formsOf({ bridge }: ReadingContext, tool: ReadTool): Promise<ArgumentForms | null> {
  return (await bridge.argumentsOf?.(tool)) ?? null;
}

/** Where nothing is known of the arguments, those that help are tried and given up if refused. */
function offers(forms: ArgumentForms | null, key: string): boolean {
  return forms === null || Object.hasOwn(forms, key);
}

/** The keys to ask for: those that make a row usable at all, then the caller's. */
function fieldList(base: readonly string[], keys: readonly string[] | undefined): Asked {
  return keys === undefined ? {} : { fields: [...new Set([...base, ...keys])] };
}

/**
 * Asks Torii for its own count and sum; a server that cannot say leaves the certificate as it is. A
 * count alone is not worth a call where the pages already stated the total.
 */
async function checked(
  session: ReadingContext,
  source: ListedSource,
  tool: ReadTool,
  read: SourceRows,
  query: ControlQuery,
): Promise<SourceRows> {
  if (read.certificate.pages === 0 || !offers(await formsOf(session, tool), 'aggs')) return read;
  if (query.sumKey === null && read.certificate.total !== null) return read;
  const request = {
    tool,
    fixed: { aggs: aggregation(query) },
    optional: {},
    fields: null,
    size: 1,
    sizeable: false,
    notes: [],
  };
  const asking = askOnce(session, request, null);
  if (read.failure === null) session.onRows?.(source, read, true);
  const reply = await asking;
  if (!reply.ok) return read;
  return { ...read, certificate: withControl(read.certificate, controlTotal(read.rows, reply.body, query)) };
}

/** What to check a source against: null leaves the control query out. */
export type Control = Pick<ControlQuery, 'sumKey'>;

export async function readApps(
  session: ReadingContext,
  keys: readonly string[] | undefined,
  control: Control | null,
): Promise<SourceRows> {
  const licenses = offers(await formsOf(session, 'list_apps'), 'includeLicenses');
  const read = await collect(
    session,
    'list_apps',
    'apps',
    {},
    {
      ...fieldList(['id', 'name'], keys),
      optional: licenses ? { includeLicenses: true } : {},
    },
  );
  if (read.failure !== null && isAbsent(read.failure)) return { ...read, failure: notTorii(read.failure) };
  if (control === null) return read;
  return checked(session, 'apps', 'list_apps', read, { ...control, groupKey: 'state' });
}

function isAbsent({ kind }: ToolFailure): boolean {
  return kind === 'not-offered' || kind === 'not-found';
}

/** Hosts that hide the tool list only say that nothing is there; without a list of apps, no server is Torii. */
function notTorii({ tool, message }: ToolFailure): ToolFailure {
  return failure('not-torii', tool, message);
}

/** Torii does not promise an order of contracts: one is asked for if the tool says it takes one. */
function contractSort(forms: ArgumentForms | null): JsonObject {
  const form = forms?.['sort'];
  if (form === undefined) return {};
  const named = form.values.find((value) => /^id\b/i.test(value)) ?? form.values[0];
  return { sort: named ?? 'id' };
}

export async function readContracts(
  session: ReadingContext,
  keys: readonly string[] | undefined,
  control: Control | null,
): Promise<SourceRows> {
  const forms = await formsOf(session, 'list_contracts');
  const base = ['id', 'idApp', 'name', 'status', 'currency'];
  const asked = { ...fieldList(base, keys), optional: contractSort(forms) };
  const read = await collect(session, 'list_contracts', 'contracts', {}, asked);
  if (control === null) return read;
  return checked(session, 'contracts', 'list_contracts', read, { ...control, groupKey: 'status' });
}

const ALL_USERS = 'allUsers';

/** A view that includes people who left; its name is not published, so a listed one is preferred. */
function userView(forms: ArgumentForms | null): { readonly optional: JsonObject; readonly missing: boolean } {
  const form = forms?.['view'];
  if (forms !== null && form === undefined) return { optional: {}, missing: false };
  const listed = form?.values ?? [];
  const described = /["'`](all[a-z]*)["'`]/i.exec(form?.description ?? '')?.[1];
  const all = listed.find((value) => /^all/i.test(value)) ?? described;
  if (all !== undefined) return { optional: { view: all }, missing: false };
  return listed.length > 0
    ? { optional: {}, missing: true }
    : { optional: { view: ALL_USERS }, missing: false };
}

export async function readUsers(
  session: ReadingContext,
  keys: readonly string[] | undefined,
): Promise<SourceRows> {
  const { optional, missing } = userView(await formsOf(session, 'list_users'));
  const read = await collect(session, 'list_users', 'users', {}, { ...fieldList(['id'], keys), optional });
  if (!missing) return read;
  const note = 'Only the default view of users was read: people who left may be missing.';
  const reason = [read.certificate.reason, note].filter((text) => text !== null).join(' ');
  return { ...read, certificate: { ...read.certificate, reason } };
}

export function readTransactions(session: ReadingContext): Promise<SourceRows> {
  return collect(session, 'list_transactions', 'transactions', {}, {});
}

export interface AppUsersRead {
  readonly byApp: ReadonlyMap<number, readonly JsonObject[]>;
  readonly certificate: Completeness;
  readonly failure: ToolFailure | null;
}

/** The users of each app; an app that fails leaves the others as they are. */
export async function readAppUsers(
  session: ReadingContext,
  appIds: readonly number[],
): Promise<AppUsersRead> {
  const ids = [...new Set(appIds)].toSorted((a, b) => a - b);
  const tally = { source: 'appUsers' as const, pages: 0, rows: 0, total: null };
  let done = 0;
  // Pages of many apps come side by side: what is told is how many apps are done.
  const quiet = { ...session, onProgress: () => {} };
  const reads = await Promise.all(
    ids.map(async (idApp) => {
      const read = await collect(quiet, 'list_app_users', 'appUsers', { idApp }, {});
      tally.pages += read.certificate.pages;
      tally.rows += read.certificate.rows;
      done += 1;
      session.onProgress?.({ ...tally, apps: { done, of: ids.length } });
      return read;
    }),
  );
  const byApp = new Map<number, readonly JsonObject[]>();
  const parts: CertifiedPart[] = [];
  for (const [index, idApp] of ids.entries()) {
    const read = reads[index];
    if (read === undefined) continue;
    if (read.certificate.pages > 0) byApp.set(idApp, read.rows);
    parts.push({ label: `App ${idApp}`, certificate: read.certificate });
  }
  const failure = reads.find((read) => read.failure !== null)?.failure ?? null;
  return { byApp, certificate: combined('appUsers', 'list_app_users', parts), failure };
}

const fieldTools = {
  app: 'get_app_fields',
  contract: 'get_contract_fields',
  user: 'get_user_fields',
} as const satisfies Record<FieldEntity, ReadTool>;

export interface FieldsRead {
  readonly fields: readonly FieldDefinition[];
  readonly certificate: Completeness;
  readonly failure: ToolFailure | null;
}

export async function readFields(
  session: ReadingContext,
  entities: readonly FieldEntity[] = ['app', 'contract', 'user'],
): Promise<FieldsRead> {
  const reads = await Promise.all(
    entities.map(async (entity) => ({
      entity,
      ...(await collect(session, fieldTools[entity], 'fields', {}, {})),
    })),
  );
  const fields = reads.flatMap(({ entity, rows }) => rows.map((row) => fieldDefinition(entity, row)));
  const parts = reads.map(({ entity, certificate }) => ({ label: `Fields of ${entity}s`, certificate }));
  return {
    fields: sortedFields(fields.filter((field) => field !== null)),
    certificate: combined('fields', null, parts),
    failure: reads.find((read) => read.failure !== null)?.failure ?? null,
  };
}

/** The organization's own record; null when the server does not give it. */
export async function readOrganization(session: ReadingContext): Promise<JsonObject | null> {
  const request = {
    tool: 'get_organization',
    fixed: {},
    optional: {},
    fields: null,
    size: 1,
    sizeable: false,
    notes: [],
  } as const;
  const reply = await askOnce(session, request, null);
  const organization = reply.ok ? reply.body[entryOf('get_organization').container] : null;
  return typeof organization === 'object' && !Array.isArray(organization) ? (organization ?? null) : null;
}
