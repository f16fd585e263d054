/** The forms in which a report leaves: what each needs, and what it is made of. */
import type { Analysis } from '../../analysis/contract.ts';
import { analysisConfig } from '../../mapping/portfolio.ts';
import { appsCsv, deadlinesIcs, explainerOf, workbook } from '../../report/files.ts';
import { analysisText } from '../../report/snapshot.ts';
import { renderCount } from '../../analysis/facts.ts';
import { reportMarkdown, viewNotes, type Style } from '../../report/texts.ts';
import type { Analyzed } from '../inputs/analyze-inputs.ts';
import { snapshotPage } from './snapshot-page.ts';

export interface Reported {
  readonly run: Analyzed;
  /** Of the run, or of the one slice of it that was asked for. */
  readonly analysis: Analysis;
  readonly style: Style;
  /** Says how far a long piece of writing is. */
  readonly onProgress: (text: string) => void;
}

type Content = string | Uint8Array;
type Form = (reported: Reported) => Content | Promise<Content>;

export const formats = {
  md: ({ run, analysis, style }) =>
    // An earlier run does not know a slice.
    reportMarkdown(analysis, style, analysis === run.analysis ? run.history : []),
  json: ({ analysis }) => analysisText(analysis),
  html: ({ run }) => snapshotPage(run),
  csv: ({ analysis }) => appsCsv(analysis),
  xlsx: ({ run: { portfolio, mapping }, analysis, onProgress }) =>
    workbook(
      analysis,
      explainerOf(analysis, portfolio, analysisConfig(mapping)),
      viewNotes(analysis),
      (rows) => onProgress(`Writing the workbook: ${renderCount(rows)} rows`),
    ),
  ics: ({ analysis }) => deadlinesIcs(analysis, viewNotes(analysis)),
} as const satisfies Readonly<Record<string, Form>>;

export type Format = keyof typeof formats;
