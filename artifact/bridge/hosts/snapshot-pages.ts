import type { ReadTool } from '../../../skill/torii/catalog.ts';
import { failure } from '../../../skill/torii/failure.ts';
import type { JsonObject, JsonValue } from '../../../skill/torii/json.ts';
import type { Completeness, FieldEntity, Source, TenantRecords } from '../../../skill/torii/read.ts';
import { HostFault } from '../base/host-fault.ts';

/** Torii's largest page, also ours. */
const LARGEST_PAGE = 1000;
/** Cursor that stands for the rows a partial snapshot never had. */
const MISSING_ROWS = 'missing';

/** The rows that a tool lists, under the key the reply uses. */
export interface Listing {
  readonly key: string;
  readonly rows: readonly JsonObject[];
  /** What is known of the completeness of exactly these rows; null when they are part of a source. */
  readonly certificate: Completeness | null;
}

type List = (records: TenantRecords, args: JsonObject) => Listing;

const lists: Readonly<Partial<Record<ReadTool, List>>> = {
  list_apps: (records) => wholeSource(records, 'apps', records.apps),
  list_contracts: (records) => wholeSource(records, 'contracts', records.contracts),
  list_users: (records) => wholeSource(records, 'users', records.users),
  list_app_users: (records, { idApp }) => appUsers(records, Number(idApp)),
  list_transactions: (records, { idApp }) => transactions(records, idApp),
  get_app_fields: (records) => fields(records, 'app'),
  get_contract_fields: (records) => fields(records, 'contract'),
  get_user_fields: (records) => fields(records, 'user'),
};

/** Null for tools a snapshot cannot answer; rejects where the reading had been refused. */
export function listingOf(records: TenantRecords, tool: ReadTool, args: JsonObject): Listing | null {
  return lists[tool]?.(records, args) ?? null;
}

/** One page in Torii's own envelope; rejects where the snapshot knows that rows are missing. */
export function pageOf({ key, rows, certificate }: Listing, args: JsonObject): JsonObject {
  if (args['cursor'] === MISSING_ROWS) throw missing(certificate);
  const asked = Number(args['size']);
  const size = asked >= 1 ? Math.min(Math.trunc(asked), LARGEST_PAGE) : LARGEST_PAGE;
  const from = Number(args['cursor'] ?? 0) || 0;
  const page = rows.slice(from, from + size);
  const last = certificate?.status === 'partial' ? MISSING_ROWS : null;
  const total = totalOf(rows, certificate);
  return {
    [key]: page,
    count: page.length,
    ...(total !== null && { total }),
    nextCursor: from + size < rows.length ? String(from + size) : last,
  };
}

function wholeSource(records: TenantRecords, source: Source, rows: readonly JsonObject[]): Listing {
  const certificate = certificateOf(records, source);
  refuseAbsent(certificate);
  return { key: source, rows, certificate };
}

function certificateOf({ completeness }: TenantRecords, source: Source): Completeness | null {
  return completeness.find((one) => one.source === source) ?? null;
}

/** Rows that were denied or never asked for are not an empty list. */
function refuseAbsent(certificate: Completeness | null): void {
  if (certificate === null || certificate.rows > 0) return;
  const reason = certificate.reason ?? 'The snapshot does not hold this source.';
  if (certificate.status === 'denied') throw new HostFault(failure('denied', null, reason));
  if (['not-offered', 'not-read', 'failed'].includes(certificate.status)) {
    throw new HostFault(failure('not-offered', null, reason));
  }
}

function totalOf(rows: readonly JsonObject[], certificate: Completeness | null): number | null {
  return certificate === null || certificate.status === 'complete' ? rows.length : certificate.total;
}

function missing(certificate: Completeness | null): HostFault {
  const reason = certificate?.reason ?? 'The snapshot was taken from a partial reading.';
  return new HostFault(failure('truncated', null, reason, { retryable: false }));
}

function appUsers(records: TenantRecords, idApp: number): Listing {
  const rows = records.appUsers.get(idApp);
  if (rows !== undefined) return { key: 'users', rows, certificate: null };
  throw new HostFault(failure('not-offered', null, `The snapshot holds no users of app ${idApp}.`));
}

function transactions(records: TenantRecords, idApp: JsonValue | undefined): Listing {
  const whole = wholeSource(records, 'transactions', records.transactions);
  if (idApp === undefined) return whole;
  const rows = whole.rows.filter((row) => Number(row['idApp']) === Number(idApp));
  return { ...whole, rows, certificate: null };
}

/** Back under the names Torii uses: `key` for users, `systemKey` for apps and contracts. */
function fields(records: TenantRecords, entity: FieldEntity): Listing {
  refuseAbsent(certificateOf(records, 'fields'));
  const rows = records.fields
    .filter((field) => field.entity === entity)
    .map(({ key, label, type, sourceIdApp, options }) => ({
      name: label,
      [entity === 'user' ? 'key' : 'systemKey']: key,
      type,
      sourceIdApp,
      options: [...options],
    }));
  return { key: 'fields', rows, certificate: null };
}
