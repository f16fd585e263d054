import { renderDate } from '../../analysis/facts.ts';
import type { Step } from '../../analysis/analyze.ts';
import { dayOf } from '../../analysis/units.ts';
import type { Brief } from './brief.ts';
import { markdownTable } from './markdown-table.ts';
import type { Decisions, DecisionToTake } from '../decisions/decide.ts';
import {
  escaped,
  nameMarkdown,
  namesAreData,
  type Sentence,
  spokenMarkdown,
  type Style,
} from '../base/sentence.ts';
import { labelSentence, type Label } from '../base/coverage.ts';
import type { Unknown } from './unknown.ts';

/**
 * The brief as Markdown; `cited` passes the check of a narrative against its analysis.
 *
 * @param notes what must be said of all its figures, such as where they are from
 */
export function briefMarkdown(brief: Brief, style: Style, notes: readonly string[] = []): string {
  const say = (sentence: Sentence): string => spokenMarkdown(sentence, brief.currency, style);
  return `${[
    ...headLines('SaaS rationalization brief', brief),
    ...noteLines(notes),
    say(brief.headline),
    '',
    ...(brief.hasData ? moneyLines(brief, say) : []),
    '## What is not known',
    '',
    ...unknownLines(brief.unknowns, say, mostUnknowns),
    '',
    '## What this takes for granted',
    '',
    ...brief.assumptions.map((sentence) => `- ${say(sentence)}`),
    '',
    advisory,
  ].join('\n')}\n`;
}

function moneyLines({ byWhen, decisions, figures }: Brief, say: RenderSentence): string[] {
  return [
    ...(byWhen.length === 0 ? [] : ['## When money can leave the bill', '', ...barLines(byWhen, say), '']),
    '## Decisions to take',
    '',
    ...tableLines(decisions, say),
    '',
    '## Money',
    '',
    ...figures.map(({ name, amount, meaning }) => `- ${name}: **${say(amount)}**, ${meaning}.`),
    '',
    'These are different kinds of money; they are never added up.',
    '',
  ];
}

/** Signs in the longest bar. */
const longestBar = 24;

function barLines(byWhen: Brief['byWhen'], say: RenderSentence): string[] {
  const rows = byWhen.map(({ name, amount, size }) => [
    name,
    say(amount),
    '█'.repeat(Math.max(1, Math.round(size * longestBar))),
  ]);
  return markdownTable(['When', 'A year', ''], rows, [1]);
}

function tableLines({ first, all, more, moreSoon, none }: Decisions, say: RenderSentence): string[] {
  if (first.length === 0) return [say(none)];
  const rows = first.map(({ name, source, row }) => [
    nameMarkdown(name),
    `${say(row.does)}${source === 'person' ? '. Accepted by a person.' : ''}`,
    say(row.by),
    say(row.saves),
    say(row.who),
  ]);
  return [
    ...(all === null ? [] : [say(all), '']),
    ...markdownTable(['App', 'Consider', 'By', 'Saves a year', 'Ask'], rows, [3]),
    ...moreLines(more, moreSoon, say),
  ];
}

export const advisory = '_Advisory only: nothing was changed in Torii, and nothing here is a decision._';

export type RenderSentence = (sentence: Sentence) => string;

/** Title, whose figures these are and as of when, that names are data, and the labels of the figures. */
export function headLines(
  title: string,
  about: Pick<Brief, 'tenant' | 'asOf' | 'currency'> & { readonly labels: readonly Label[] },
): string[] {
  const { tenant, asOf, currency, labels } = about;
  return [
    `# ${title}`,
    '',
    `${nameMarkdown(tenant)}, as of ${renderDate(dayOf(asOf))}, amounts in ${currency}`,
    '',
    `_${namesAreData}_`,
    '',
    ...labels.flatMap((label) => [`> ${labelSentence(label)}`, '']),
  ];
}

/** A text whose lines of these notes are empty: what is said of all figures is no figure itself. */
export function withoutNotes(markdown: string, notes: readonly string[]): string {
  const lines = new Set(notes.flatMap((note) => [`> ${note}`, `> ${escaped(note)}`]));
  return markdown
    .split('\n')
    .map((line) => (lines.has(line.trimEnd()) ? '' : line))
    .join('\n');
}

/** What must be said of all figures; a text of the tenant or a person is data. */
export function noteLines(notes: readonly string[]): string[] {
  return notes.flatMap((note) => [`> ${escaped(note)}`, '']);
}

/** In the order of the ranking, the sum of all before them and what is left out after them. */
export function decisionLines(
  { first, all, more, moreSoon, none }: Decisions,
  say: RenderSentence,
): string[] {
  if (first.length === 0) return [say(none)];
  const lines = first.map((decision, index) => {
    const isNew = decision.step !== first[index - 1]?.step;
    return `${index + 1}. ${isNew ? `_${stepNames[decision.step]}:_ ` : ''}${decisionLine(decision, say)}`;
  });
  return [...(all === null ? [] : [say(all), '']), ...lines, ...moreLines(more, moreSoon, say)];
}

function moreLines(more: Sentence | null, moreSoon: Sentence | null, say: RenderSentence): string[] {
  if (more === null) return [];
  const soon = moreSoon === null ? '' : ` Of these within a month: ${say(moreSoon)}`;
  return ['', `Not listed: ${say(more)}${soon}`];
}

function decisionLine({ name, sentence, source }: DecisionToTake, say: RenderSentence): string {
  const accepted = source === 'person' ? ' Accepted by a person.' : '';
  return `**${nameMarkdown(name)}**, ${say(sentence)}${accepted}`;
}

/** Counts of days are no figures of the tenant, and a check of the text would ask where they are from. */
const stepNames: Readonly<Record<Step, string>> = {
  week: 'Within a week',
  month: 'Within a month',
  quarter: 'In the months after',
  later: 'Later',
  any: 'Can start any day',
};

/** A page has no room for more; those with money come first. */
const mostUnknowns = 6;

export function unknownLines(
  unknowns: readonly Unknown[],
  say: RenderSentence,
  most = unknowns.length,
): string[] {
  if (unknowns.length === 0) return ['Nothing that would move these figures.'];
  return [
    ...unknowns.slice(0, most).map(({ what, remedy }) => `- ${say(what)} ${say(remedy)}`),
    ...(unknowns.length > most ? ['- There is more; the report lists it.'] : []),
  ];
}
