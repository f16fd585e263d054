/**
 * Brief, digest and report from a block that a page handed over: the same words and figures as from the records,
 * each text labeled with where it is from and when that was read.
 */
import { dayOf } from '../../analysis/units.ts';
import { renderDate } from '../../analysis/facts.ts';
import type { IsoDate } from '../../analysis/contract.ts';
import { changesBetween } from '../changes/changes-between.ts';
import { changeSentences } from '../changes/change-sentences.ts';
import type { Previous } from '../changes/changes.ts';
import type { Style } from '../base/sentence.ts';
import { briefMarkdown } from '../text/brief-markdown.ts';
import { digestMarkdown } from '../text/digest-markdown.ts';
import { type Digest, mostUnknowns, noData } from '../text/digest.ts';
import { reportText } from '../text/report-markdown.ts';
import type { Handover } from './handover.ts';

export function handedBrief(block: Handover, style: Style): string {
  return briefMarkdown(block.brief, style, notesIn(block));
}

export function handedReport(block: Handover, style: Style): string {
  return reportText({ brief: block.brief, notes: [], ...block.report }, style, notesIn(block));
}

export interface HandedContext {
  /** Compared by totals and the largest apps, which is what a block holds; null = what the page compared with. */
  readonly previous: Previous | null;
  readonly nextRun: IsoDate | null;
  readonly link: string | null;
}

export function handedDigest(block: Handover, style: Style, context: HandedContext): string {
  return digestMarkdown(digestIn(block, context), style, notesIn(block));
}

function digestIn(
  { brief, digest, run, about }: Handover,
  { previous, nextRun, link }: HandedContext,
): Digest {
  const { asOf, currency, labels, headline, unknowns, hasData } = brief;
  if (!hasData) return noData(asOf, 'The page could not read the apps.', { nextRun, link });
  const changes = previous === null ? null : changesBetween(run, previous);
  const told = changes === null ? digest.changes : changeSentences(changes, { apps: [], renewals: [] });
  return {
    kind: 'run',
    asOf,
    nextRun,
    link,
    tenant: about.tenant,
    currency,
    labels,
    headline,
    decisions: digest.decisions,
    since: changes?.since ?? digest.since,
    changes: told,
    history: digest.history,
    unknowns: unknowns.slice(0, mostUnknowns),
    drift: digest.drift,
    facts: changes?.facts ?? new Map(),
  };
}

/** What is above each text of a block: where it is from, then what the page said of its figures. */
export function notesIn({ about, hash }: Handover): string[] {
  const { readAt, notes, engine } = about;
  const when = readAt === null ? 'at a time that no host said' : `on ${instantWords(readAt)}`;
  return [
    `Source: handed over by the dashboard page, which read Torii ${when} and computed everything itself (release ${engine}, block ${hash}, unchanged).`,
    ...notes,
  ];
}

function instantWords(instant: string): string {
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(instant) ?? [];
  return day === undefined ? instant : `${renderDate(dayOf(day))}, ${time ?? ''} UTC`;
}
