/** The forms in which a report leaves: what each needs, and what it is made of. */
import type { Analysis } from '../../analysis/contract.ts';
import { analysisConfig } from '../../mapping/portfolio.ts';
import { appsCsv, deadlinesIcs, explainerOf, workbook } from '../../report/files.ts';
import { analysisText } from '../../report/snapshot.ts';
import { reportMarkdown, viewNotes, type Style } from '../../report/texts.ts';
import type { Analyzed } from '../inputs/analyze-inputs.ts';
import { snapshotPage } from './snapshot-page.ts';

export interface Reported {
  readonly run: Analyzed;
  /** Of the run, or of the one slice of it that was asked for. */
  readonly analysis: Analysis;
  readonly style: Style;
}

type Form = (reported: Reported) => string | Promise<string | Uint8Array>;

export const formats = {
  md: ({ run, analysis, style }) =>
    // An earlier run does not know a slice.
    reportMarkdown(analysis, style, analysis === run.analysis ? run.history : []),
  json: ({ analysis }) => analysisText(analysis),
  html: ({ run }) => snapshotPage(run),
  csv: ({ analysis }) => appsCsv(analysis),
  xlsx: ({ run: { portfolio, mapping }, analysis }) =>
    workbook(analysis, explainerOf(analysis, portfolio, analysisConfig(mapping)), viewNotes(analysis)),
  ics: ({ analysis }) => deadlinesIcs(analysis, viewNotes(analysis)),
} as const satisfies Readonly<Record<string, Form>>;

export type Format = keyof typeof formats;
