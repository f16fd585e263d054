/** Small builders for records and mappings, so that a test states only what it is about. */
import {
  mappingSchema,
  type TenantMapping,
  type TenantMappingInput,
} from '../../skill/mapping/base/mapping.ts';
import type { JsonObject } from '../../skill/torii/base/json.ts';
import type { Completeness, FieldDefinition, Source, TenantRecords } from '../../skill/torii/base/records.ts';

export function recordsWith(part: Partial<TenantRecords> = {}): TenantRecords {
  return {
    apps: [],
    contracts: [],
    users: [],
    appUsers: new Map(),
    transactions: [],
    fields: [],
    organization: null,
    completeness: [],
    fingerprint: null,
    ...part,
  };
}

export function mappingInput(part: Partial<TenantMappingInput> = {}): TenantMappingInput {
  return {
    schemaVersion: 1,
    tenant: { name: 'Brindle', currency: 'USD' },
    status: 'draft',
    fields: { app: {}, contract: {} },
    ...part,
  };
}

export function mappingWith(part: Partial<TenantMappingInput> = {}): TenantMapping {
  return mappingSchema.parse(mappingInput(part));
}

export function complete(source: Source, rows: number): Completeness {
  return {
    source,
    tool: null,
    rows,
    total: rows,
    pages: 1,
    dropped: 0,
    droppedReasons: [],
    status: 'complete',
    reason: null,
    fetchedAt: '2026-11-22T08:00:00.000Z',
    hash: 'h',
    control: null,
  };
}

export function definition(
  entity: FieldDefinition['entity'],
  key: string,
  label: string,
  type = 'singleLine',
  sourceIdApp: number | null = null,
): FieldDefinition {
  return { entity, key, label, type, sourceIdApp, options: [] };
}

/** Rows made from their number, counting from 0. */
export function rows(count: number, make: (index: number) => JsonObject): JsonObject[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
