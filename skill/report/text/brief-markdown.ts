import { renderDate } from '../../analysis/facts.ts';
import type { Step } from '../../analysis/analyze.ts';
import { dayOf } from '../../analysis/units.ts';
import type { Brief } from './brief.ts';
import type { Decisions, DecisionToTake } from '../decisions/decide.ts';
import {
  escaped,
  nameMarkdown,
  namesAreData,
  type Sentence,
  spokenMarkdown,
  type Style,
} from '../base/sentence.ts';
import { labelWords, type Label } from '../base/coverage.ts';
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
    ...unknownLines(brief.unknowns, say),
    '',
    '## What this takes for granted',
    '',
    ...brief.assumptions.map((sentence) => `- ${say(sentence)}`),
    '',
    advisory,
  ].join('\n')}\n`;
}

function moneyLines({ decisions, figures }: Brief, say: RenderSentence): string[] {
  return [
    '## Decisions to take',
    '',
    ...decisionLines(decisions, say),
    '',
    '## Money',
    '',
    ...figures.map(({ name, amount, meaning }) => `- ${name}: **${say(amount)}**, ${meaning}.`),
    '',
    'These are different kinds of money; they are never added up.',
    '',
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
    ...labels.flatMap((label) => [`> ${labelWords[label]}`, '']),
  ];
}

/** What must be said of all figures; a text of the tenant or a person is data. */
export function noteLines(notes: readonly string[]): string[] {
  return notes.flatMap((note) => [`> ${escaped(note)}`, '']);
}

/** In the order of the ranking, the sum of all before them and what is left out after them. */
export function decisionLines({ first, all, more, none }: Decisions, say: RenderSentence): string[] {
  if (first.length === 0) return [say(none)];
  const lines = first.map((decision, index) => {
    const isNew = decision.step !== first[index - 1]?.step;
    return `${index + 1}. ${isNew ? `_${stepNames[decision.step]}:_ ` : ''}${decisionLine(decision, say)}`;
  });
  return [
    ...(all === null ? [] : [say(all), '']),
    ...lines,
    ...(more === null ? [] : ['', `Not listed: ${say(more)}`]),
  ];
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

export function unknownLines(unknowns: readonly Unknown[], say: RenderSentence): string[] {
  if (unknowns.length === 0) return ['Nothing that would move these figures.'];
  return unknowns.map(({ what, remedy }) => `- ${say(what)} ${say(remedy)}`);
}
