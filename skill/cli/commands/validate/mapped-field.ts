import type { TenantMapping } from '../../../mapping/mapping.ts';

/** The fields that the three questions rest on, by their path in the mapping. */
export type AskedField = 'fields.app.activeUsers' | 'fields.contract.termEnd' | 'fields.app.spend12m';

export interface MappedField {
  readonly key: string;
  readonly confirmed?: boolean | undefined;
  /** Money fields alone have a unit. */
  readonly unit?: 'minor' | 'major';
  /** The spend field alone has a window. */
  readonly window?: 'trailing12m' | 'fiscalYear' | 'unknown';
}

export function mappedField({ fields }: TenantMapping, path: AskedField): MappedField | undefined {
  if (path === 'fields.contract.termEnd') return fields.contract.termEnd;
  return path === 'fields.app.activeUsers' ? fields.app.activeUsers : fields.app.spend12m;
}
