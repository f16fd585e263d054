import { isJsonObject, type JsonObject } from '../../skill/torii/json.ts';
import type { Completeness, FieldDefinition, Source, TenantRecords } from '../../skill/torii/read.ts';
import type { ReadTool } from '../../skill/torii/catalog.ts';

/** A tenant held in memory, in Torii's own form; the page itself never imports the one that makes it. */
export interface HeldTenant {
  readonly organization: JsonObject;
  readonly apps: readonly JsonObject[];
  readonly contracts: readonly JsonObject[];
  readonly users: readonly JsonObject[];
  readonly appUsers: ReadonlyMap<number, readonly JsonObject[]>;
  readonly transactions: readonly JsonObject[];
  readonly fields: Readonly<Record<FieldDefinition['entity'], readonly JsonObject[]>>;
}

/** The records a complete reading of the tenant would leave behind. */
export function demoRecordsOf(tenant: HeldTenant, fetchedAt: string): TenantRecords {
  const { organization, apps, contracts, users, appUsers, transactions } = tenant;
  const fields = (['app', 'contract', 'user'] as const).flatMap((entity) =>
    tenant.fields[entity].map((row) => fieldOf(entity, row)),
  );
  const whole = (source: Source, tool: ReadTool, rows: number): Completeness => ({
    source,
    tool,
    rows,
    total: rows,
    pages: 1,
    dropped: 0,
    droppedReasons: [],
    status: 'complete',
    reason: null,
    fetchedAt,
    hash: null,
    control: null,
  });
  const completeness = [
    whole('apps', 'list_apps', apps.length),
    whole('contracts', 'list_contracts', contracts.length),
    whole('users', 'list_users', users.length),
    whole('transactions', 'list_transactions', transactions.length),
    whole('fields', 'get_app_fields', fields.length),
  ];
  return {
    apps,
    contracts,
    users,
    appUsers,
    transactions,
    fields,
    organization,
    completeness,
    fingerprint: null,
  };
}

function fieldOf(entity: FieldDefinition['entity'], row: JsonObject): FieldDefinition {
  const { options } = row;
  return {
    entity,
    key: text(row['systemKey'] ?? row['key']),
    label: text(row['name']),
    type: text(row['type']),
    sourceIdApp: typeof row['sourceIdApp'] === 'number' ? row['sourceIdApp'] : null,
    options: Array.isArray(options)
      ? options.map((option) => text(isJsonObject(option) ? option['name'] : option))
      : [],
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
