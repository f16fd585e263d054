import { markdownTable } from '../../report/texts.ts';
import { validationPrompts, vocabulary } from '../../surfaces/words.ts';

/** Words that only the person who runs the skill needs, in addition to those that every surface shares. */
const ofTheSkill: typeof vocabulary = [
  {
    word: 'tenant pack',
    means:
      '`tenant-mapping.json`, `decisions.json`, `baseline.json`, `history/`: the memory of a tenant. A personal skill carries it in `tenant/` beside this file; look there first, and work on a copy',
  },
  { word: 'one-time cost', means: 'paid once to get there; shown in its own column' },
  { word: 'last safe date', means: 'the day by which somebody must act so that a deadline is met' },
  { word: 'as of', means: 'the date that the figures are for; it is shown with them' },
  { word: 'partial, possibly capped', means: 'fewer rows than there are, or possibly fewer' },
];

export function vocabularyTable(): string[] {
  return markdownTable(
    ['Word', 'Means'],
    [...vocabulary, ...ofTheSkill].map(({ word, means }) => [word, means]),
  );
}

/** The prompts that prove a connection, word for word. */
export function validationPromptsList(): string[] {
  return validationPrompts.map((prompt, index) => `${index + 1}. ${prompt}`);
}
