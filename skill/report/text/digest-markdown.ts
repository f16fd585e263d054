import { dayOf } from '../../analysis/units.ts';
import { renderDate } from '../../analysis/facts.ts';
import { decisionLines, headLines, noteLines, unknownLines } from './brief-markdown.ts';
import { tableLines } from './table-lines.ts';
import type { Digest, NoData, RunDigest } from './digest.ts';
import { escaped, type Sentence, spokenMarkdown, type Style } from '../base/sentence.ts';

/** The digest as Markdown, one screen; `cited` passes the check of a narrative. */
export function digestMarkdown(digest: Digest, style: Style, notes: readonly string[] = []): string {
  const lines = digest.kind === 'no-data' ? noDataLines(digest) : runLines(digest, style, notes);
  return `${[...lines, ...closingLines(digest)].join('\n')}\n`;
}

function noDataLines({ asOf, reason }: NoData): string[] {
  return [
    '# SaaS digest: no data',
    '',
    `As of ${renderDate(dayOf(asOf))} nothing could be read, so there is no figure to report.`,
    '',
    escaped(reason),
  ];
}

function runLines(digest: RunDigest, style: Style, notes: readonly string[]): string[] {
  const say = (sentence: Sentence): string => spokenMarkdown(sentence, digest.currency, style);
  const { headline, decisions, changes, unknowns, since, history } = digest;
  return [
    ...headLines('SaaS digest', digest),
    ...noteLines(notes),
    say(headline),
    '',
    '## Decide',
    '',
    ...decisionLines(decisions, say),
    '',
    since === null ? '## What changed' : `## What changed since ${renderDate(dayOf(since))}`,
    '',
    ...changes.map((sentence) => `- ${say(sentence)}`),
    ...(history === null ? [] : ['', ...tableLines(history, say)]),
    '',
    '## What is not known',
    '',
    ...unknownLines(unknowns, say),
    ...driftLines(digest.drift),
  ];
}

/** More would not fit on one screen; the command lists them all. */
const mostDrift = 3;

function driftLines(drift: RunDigest['drift']): string[] {
  if (drift === null) return [];
  const places = drift.slice(0, mostDrift).map((path) => `\`${path.replace(/[^\w. -]/g, '_')}\``);
  const others = drift.length > mostDrift ? ' and other places' : '';
  const sentence =
    drift.length === 0
      ? 'It still fits the tenant.'
      : `It may no longer fit in ${places.join(', ')}${others}: compare it with \`mapping drift\`.`;
  return ['', '## The mapping', '', `- ${sentence}`];
}

function closingLines({ nextRun, link }: Digest): string[] {
  return [
    ...(nextRun === null ? [] : ['', `Next run expected on ${renderDate(dayOf(nextRun))}.`]),
    ...(link === null ? [] : ['', `[Open the dashboard](${address(link)})`]),
  ];
}

/** An address that cannot end the link around it. */
function address(link: string): string {
  return encodeURI(link)
    .replace(/%25/g, '%')
    .replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));
}
