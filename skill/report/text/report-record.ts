/** The content of a report: what its brief says, and sections of sentences, lists and tables. */
import type { Sentence } from '../base/sentence.ts';
import type { ReportTable } from '../base/report-table.ts';
import type { Brief } from './brief.ts';

export type ReportPart =
  | { readonly say: Sentence }
  | { readonly items: readonly Sentence[] }
  | { readonly table: ReportTable };

export interface ReportSection {
  readonly title: string;
  readonly parts: readonly ReportPart[];
}

export interface Report {
  readonly brief: Brief;
  /** What must be said of all figures of a slice. */
  readonly notes: readonly Sentence[];
  /** Figures and lists; none where the apps could not be read. */
  readonly lists: readonly ReportSection[];
  /** Completeness and self-audit. */
  readonly proof: readonly ReportSection[];
}
