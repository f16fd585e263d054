/**
 * The way from records to figures, the same for every command that shows any.
 *
 * In: the records of a tenant, its mapping or null, and the date the figures are for. Out: the mapping
 * that was used and where it came from, the portfolio and the analysis. Without a mapping a draft is
 * discovered on the spot; nothing may go wrong, what is missing is labeled inside the analysis.
 */
import { analyze } from '../../analysis/analyze.ts';
import type { Analysis, Decision, Depth, IsoDate, PlanEdit } from '../../analysis/contract.ts';
import { applyMapping, analysisConfig, type Portfolio } from '../../mapping/portfolio.ts';
import { draftMapping } from '../../mapping/discover.ts';
import type { TenantMapping } from '../../mapping/mapping.ts';
import type { TenantRecords } from '../../torii/read.ts';

/** `discovered`: not reviewed yet; `draft`: a file without approval; `approved`: a person approved it. */
export type MappingOrigin = 'discovered' | 'draft' | 'approved';

export interface TenantAnalysis {
  readonly mapping: TenantMapping;
  readonly origin: MappingOrigin;
  readonly portfolio: Portfolio;
  readonly analysis: Analysis;
}

/** What a person adds to the records: plan edits, decisions on findings, and how deep to look. */
export interface Overlay {
  readonly edits?: readonly PlanEdit[];
  readonly depth?: Depth;
  readonly decisions?: readonly Decision[];
}

/** @throws RangeError when `asOf` is not an ISO calendar date. */
export function analysisOf(
  records: TenantRecords,
  given: TenantMapping | null,
  asOf: IsoDate,
  { edits, depth, decisions }: Overlay = {},
): TenantAnalysis {
  const mapping = given ?? draftMapping(records).mapping;
  const portfolio = applyMapping(records, mapping);
  const analysis = analyze(portfolio, analysisConfig(mapping), asOf, edits, depth, decisions);
  return { mapping, origin: given === null ? 'discovered' : given.status, portfolio, analysis };
}
