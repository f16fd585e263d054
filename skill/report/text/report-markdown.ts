/**
 * The whole analysis for a reader: what the brief says, and the lists behind it. Every figure cites its
 * fact, so the text can be checked against the analysis; `plain` leaves the citations out.
 */
import type { Analysis } from '../../analysis/contract.ts';
import { markdownOf, spokenMarkdown, type Style } from '../base/sentence.ts';
import type { TimePoint } from '../history/over-time.ts';
import {
  advisory,
  decisionLines,
  headLines,
  noteLines,
  unknownLines,
  type RenderSentence,
} from './brief-markdown.ts';
import { tableLines } from './table-lines.ts';
import { reportOf } from './report-content.ts';
import type { Report, ReportPart, ReportSection } from './report-record.ts';

export function reportMarkdown(analysis: Analysis, style: Style, history: readonly TimePoint[] = []): string {
  return reportText(reportOf(analysis, history), style);
}

/** The content of a report as Markdown. @param said further notes, such as where it is from */
export function reportText(
  { brief, notes, lists, proof }: Report,
  style: Style,
  said: readonly string[] = [],
): string {
  const say: RenderSentence = (sentence) => markdownOf(sentence, brief.currency, style);
  const rendered = (sections: readonly ReportSection[]): string[] =>
    sections.flatMap(({ title, parts }) => section(title, partLines(parts, say)));
  return `${[
    ...headLines('SaaS rationalization report', brief),
    ...noteLines(said),
    ...notes.flatMap((sentence) => [`> ${say(sentence)}`, '']),
    spokenMarkdown(brief.headline, brief.currency, style),
    '',
    ...(brief.hasData ? section('Decisions to take', decisionLines(brief.decisions, say)) : []),
    ...rendered(lists),
    ...section('What is not known', unknownLines(brief.unknowns, say)),
    ...section(
      'What this takes for granted',
      brief.assumptions.map((sentence) => `- ${say(sentence)}`),
    ),
    ...rendered(proof),
    advisory,
  ].join('\n')}\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return [`## ${title}`, '', ...lines, ''];
}

/** With an empty line between them. */
function partLines(parts: readonly ReportPart[], say: RenderSentence): string[] {
  return parts.flatMap((part, index) => [...(index === 0 ? [] : ['']), ...linesOf(part, say)]);
}

function linesOf(part: ReportPart, say: RenderSentence): string[] {
  if ('say' in part) return [say(part.say)];
  if ('items' in part) return part.items.map((item) => `- ${say(item)}`);
  return tableLines(part.table, say);
}
