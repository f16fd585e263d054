import { renderDate } from '../../analysis/facts.ts';
import { dayOf } from '../../analysis/units.ts';
import type { Brief } from './brief.ts';
import { noneToTake, type Decisions } from '../decisions/decide.ts';
import { escaped, markdownOf, type Sentence, type Style } from '../base/sentence.ts';
import { labelWords, type Label } from '../base/coverage.ts';
import type { Unknown } from './unknown.ts';

/** The brief as Markdown; `cited` passes the check of a narrative against its analysis. */
export function briefMarkdown(brief: Brief, style: Style): string {
  const say = (sentence: Sentence): string => markdownOf(sentence, brief.currency, style);
  return `${[
    ...headLines('SaaS rationalization brief', brief),
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

/** Title, whose figures these are and as of when, and the labels that must stand beside them. */
export function headLines(
  title: string,
  about: Pick<Brief, 'tenant' | 'asOf' | 'currency'> & { readonly labels: readonly Label[] },
): string[] {
  const { tenant, asOf, currency, labels } = about;
  return [
    `# ${title}`,
    '',
    `${escaped(tenant)}, as of ${renderDate(dayOf(asOf))}, amounts in ${currency}`,
    '',
    ...labels.flatMap((label) => [`> ${labelWords[label]}`, '']),
  ];
}

export function decisionLines(decisions: Decisions, say: RenderSentence, when = ''): string[] {
  const { first, more } = decisions;
  if (first.length === 0) return [noneToTake(decisions, when)];
  const lines = first.map(
    ({ name, sentence, source }, index) =>
      `${index + 1}. **${escaped(name)}**, ${say(sentence)}${source === 'person' ? ' Accepted by a person.' : ''}`,
  );
  return more ? [...lines, '', 'There is more to decide; these are the most pressing.'] : lines;
}

export function unknownLines(unknowns: readonly Unknown[], say: RenderSentence): string[] {
  if (unknowns.length === 0) return ['Nothing that would move these figures.'];
  return unknowns.map(({ what, remedy }) => `- ${say(what)} ${say(remedy)}`);
}
