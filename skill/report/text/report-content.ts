/**
 * The content of a report beyond its brief, as data: sections of sentences, lists and tables whose figures carry
 * their facts. Every surface renders it its own way, and all of them say the same.
 */
import type { Analysis } from '../../analysis/contract.ts';
import { briefOf } from './brief.ts';
import { figureSection } from './report-figures.ts';
import { listSections } from './report-lists.ts';
import { auditSection, completenessSection } from './report-proof.ts';
import type { Report } from './report-record.ts';
import { viewNotes } from './view-note.ts';

export function reportOf(analysis: Analysis): Report {
  const brief = briefOf(analysis);
  return {
    brief,
    notes: viewNotes(analysis),
    lists: brief.hasData ? [figureSection(analysis), ...listSections(analysis)] : [],
    proof: [completenessSection(analysis), auditSection(analysis)],
  };
}
