/** One reading of a tenant with everything that follows from it, as the server holds it in memory. */
import type { Analysis, Decision, PlanEdit } from '../../analysis/contract.ts';
import type { OpenQuestion, TenantMapping } from '../../mapping/mapping.ts';
import type { Portfolio } from '../../mapping/portfolio.ts';

export interface HeldAnalysis {
  readonly portfolio: Portfolio;
  readonly mapping: TenantMapping;
  /** `discovered`: drafted on the spot; `draft`: a file without approval; `approved`: a person approved it. */
  readonly origin: 'discovered' | 'draft' | 'approved';
  readonly edits: readonly PlanEdit[];
  readonly decisions: readonly Decision[];
  readonly analysis: Analysis;
  /** When the reading ended (ISO instant). */
  readonly readAt: string;
  /** What only a person can answer about the mapping. */
  readonly questions: readonly OpenQuestion[];
  /** Why no figure may be said yet, such as a unit of money that other records contradict; empty = all may be. */
  readonly doubts: readonly string[];
}
