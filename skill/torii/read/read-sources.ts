/**
 * How each source of a tenant is read: its tool, its arguments, where its rows go.
 *
 * In: a session of reading. Out: rows with their certificate; a source that fails is a certificate
 * with the failure beside it.
 */
import { askOnce } from './ask.ts';
import type { ArgumentForms } from '../base/bridge.ts';
import type { ReadTool } from '../base/catalog.ts';
import { collect, type Asked, type ListedSource, type ReadingContext, type SourceRows } from './collect.ts';
import { aggregation, controlTotal, withControl, type ControlQuery } from './control-total.ts';
import { failure, type ToolFailure } from '../base/failure.ts';
import type { JsonObject } from '../base/json.ts';

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
