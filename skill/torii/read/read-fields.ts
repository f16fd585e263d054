/** What a tenant says of itself: the fields of its records, and its organization. */
import { askOnce } from './ask.ts';
import { entryOf, type ReadTool } from '../base/catalog.ts';
import type { ToolFailure } from '../base/failure.ts';
import type { JsonObject } from '../base/json.ts';
import type { Completeness, FieldDefinition, FieldEntity } from '../base/records.ts';
import { fieldDefinition, sortedFields } from '../reply/field-definitions.ts';
import { collect, type ReadingContext } from './collect.ts';
import { combined } from './combine-certificates.ts';

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
