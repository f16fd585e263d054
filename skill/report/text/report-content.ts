/**
 * The content of a report beyond its brief, as data: sections of sentences, lists and tables whose figures carry
 * their facts. Every surface renders it its own way, and all of them say the same.
 */
import type { Analysis } from '../../analysis/contract.ts';
import { historyTable } from '../history/history-table.ts';
import type { TimePoint } from '../history/over-time.ts';
import { briefOf } from './brief.ts';
import { figureSection } from './report-figures.ts';
import { listSections } from './report-lists.ts';
import { auditSection, completenessSection } from './report-proof.ts';
import type { Report, ReportSection } from './report-record.ts';
import { viewSentences } from './view-note.ts';

/** @param history the runs up to this one, to be shown as a table */
export function reportOf(analysis: Analysis, history: readonly TimePoint[] = []): Report {
  const brief = briefOf(analysis);
  return {
    brief,
    notes: viewSentences(analysis),
    lists: brief.hasData ? [figureSection(analysis), ...timeSection(history), ...listSections(analysis)] : [],
    proof: [completenessSection(analysis), auditSection(analysis)],
  };
}

const mostRuns = 12;

function timeSection(history: readonly TimePoint[]): ReportSection[] {
  const table = historyTable(history, mostRuns);
  return table === null ? [] : [{ title: 'Over time', parts: [{ table }] }];
}
