/** Schemas made from the field tables of the analysis. In: a table or a field. Out: a schema with its type. */
import * as z from 'zod/mini';
import type { Decimal, FieldTable, FieldValue, RecordField, RecordOf } from '../../analysis/contract.ts';
import { mappingSchema } from '../../mapping/mapping.ts';
import { countSchema, decimalSchema, idSchema, isoDate } from '../../mapping/tenant-files.ts';
import { completenessSchema } from './snapshot.ts';

export function recordSchema<Table extends FieldTable>(table: Table): z.ZodMiniType<RecordOf<Table, Decimal>>;
export function recordSchema(table: FieldTable): z.ZodMiniType {
  const entries = Object.entries(table).map(([name, field]) => [name, fieldSchema(field)] as const);
  return z.strictObject(Object.fromEntries(entries));
}

export function fieldSchema<Field extends RecordField>(
  field: Field,
): z.ZodMiniType<FieldValue<Field, Decimal>>;
export function fieldSchema(field: RecordField): z.ZodMiniType {
  const value = valueSchema(field);
  const stated = field.nullable === true ? z.nullable(value) : value;
  return field.optional === true ? z.optional(stated) : stated;
}

const text = z.string();

const plain = {
  money: decimalSchema,
  count: countSchema,
  share: z.number().check(z.gte(0), z.lte(1)),
  number: z.number(),
  flag: z.boolean(),
  date: isoDate,
  text,
  prose: text,
  id: idSchema,
  key: text,
  person: z.strictObject({ id: text }),
};

function valueSchema(field: RecordField): z.ZodMiniType {
  if (field.kind === 'enum') return z.enum([...field.values]);
  if (field.kind === 'literal') return z.literal(field.value);
  if (field.kind === 'list') return z.array(fieldSchema(field.of));
  if (field.kind === 'record') return recordSchema(field.fields);
  return field.kind === 'described' ? described[field.as] : plain[field.kind];
}

const { tenant, organizationalView, thresholds, rightSizing, defaults, rates } = mappingSchema.shape;
const { suites, aiTools, exempt, exclude, status, approval } = mappingSchema.shape;

const described = {
  completeness: completenessSchema,
  /** The assumptions the analysis was made with, as the mapping holds them. */
  config: z.strictObject({
    tenant,
    organizationalView,
    thresholds,
    rightSizing,
    defaults,
    rates,
    suites,
    aiTools,
    exempt,
    exclude,
    status,
    approval,
    spendWindow: z.enum(['trailing12m', 'fiscalYear', 'unknown']),
    spendConfirmed: z.boolean(),
  }),
};
