import type { Value } from '../../../mapping/portfolio.ts';
import type { Completeness, TenantRecords } from '../../../torii/read.ts';
import type { TenantAnalysis } from '../../inputs/analysis-of.ts';
import type { SourceKind } from '../../inputs/source.ts';
import type { AskedField } from './mapped-field.ts';

/** All that a diagnosis may rest on. */
export interface Symptoms {
  readonly path: AskedField;
  /** The asked field of every record that was read. */
  readonly values: readonly Value<unknown>[];
  readonly certificate: Completeness | undefined;
  readonly kind: SourceKind;
  readonly records: TenantRecords;
  readonly result: TenantAnalysis;
}

export interface Diagnosis {
  readonly problem: string;
  readonly remedy: string;
}
