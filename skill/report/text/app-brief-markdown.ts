import type { AppBrief } from './app-brief.ts';
import { advisory, headLines } from './brief-markdown.ts';
import { markdownOf, nameMarkdown, type Sentence, type Style } from '../base/sentence.ts';

/** The renewal brief of one app as Markdown. */
export function appBriefMarkdown(brief: AppBrief, style: Style): string {
  const say = (sentence: Sentence): string => markdownOf(sentence, brief.currency, style);
  const section = (title: string, sentences: readonly Sentence[]): string[] =>
    sentences.length === 0 ? [] : [`## ${title}`, '', ...sentences.map((one) => `- ${say(one)}`), ''];
  return `${[
    ...headLines(`Renewal brief: ${nameMarkdown(brief.name)}`, brief),
    `**Last safe date:** ${say(brief.lastSafeDate)}`,
    '',
    ...section('Cost', brief.cost),
    ...section('Seats', brief.seats),
    ...section('Usage', brief.usage),
    ...section('Contracts', brief.contracts),
    ...section('Ask', brief.ask),
    ...section('Walk away', brief.walkAway),
    ...section('What this takes for granted', brief.assumptions),
    advisory,
  ].join('\n')}\n`;
}
