import schema from '../../assets/tenant-mapping.schema.json' with { type: 'json' };
import { otherVersion } from '../base/file-version.ts';
import type { TenantMapping } from '../base/mapping.ts';
import type { Problem } from '../base/problem.ts';
import { checkAgainst } from './published-schema.ts';

export type ReadMapping =
  | { readonly ok: true; readonly mapping: TenantMapping }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** A mapping of the right shape with every default filled in; what makes sense together is not asked. */
export function readMapping(json: unknown): ReadMapping {
  const other = otherVersion(json, 'mapping');
  if (other !== null) return { ok: false, problems: [other] };
  const { value, problems } = checkAgainst(schema, json);
  return isWhole(value, problems) ? { ok: true, mapping: value } : { ok: false, problems };
}

/** The schema was written by the zod schema from which the type comes. */
function isWhole(value: unknown, { length }: readonly Problem[]): value is TenantMapping {
  return length === 0 && value !== undefined;
}
