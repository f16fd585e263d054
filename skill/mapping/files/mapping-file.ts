import { mappingSchema, type TenantMapping } from '../base/mapping.ts';
import { checkFile, type Checked } from './checked.ts';

/** A mapping of the right shape with every default filled in; what makes sense together is not asked. */
export function readMapping(json: unknown): Checked<TenantMapping> {
  return checkFile(mappingSchema, json, { name: 'mapping' });
}
