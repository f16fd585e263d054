import { mappingSchema } from '../../mapping/mapping.ts';

/** What a mapping says that says nothing: the schema's own defaults. */
export const defaultMapping = mappingSchema.parse({
  schemaVersion: 1,
  tenant: { name: 'No tenant', currency: 'USD' },
  status: 'draft',
  fields: { app: {}, contract: {} },
});
