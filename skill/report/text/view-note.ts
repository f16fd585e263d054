import type { Analysis } from '../../analysis/contract.ts';
import { plainText, type Sentence } from '../base/sentence.ts';

/**
 * What must be said beside the figures of one slice of the Organizational View, before any of them: what is its
 * own, and that all else is of whole apps. Nothing beside the whole.
 */
export function viewSentences({ inputs: { view }, totals }: Analysis): Sentence[] {
  const { partAnnual, baselineAnnual } = totals;
  if (view === undefined || partAnnual === undefined) return [];
  const own: Sentence = [
    'Only ',
    { name: view },
    ': its own part is ',
    { money: partAnnual, fact: 'totals/partAnnual' },
    ' a year',
  ];
  if (partAnnual === baselineAnnual) return [[...own, '.']];
  return [
    [
      ...own,
      ' of the ',
      { money: baselineAnnual, fact: 'totals/baselineAnnual' },
      ' that the apps it shares cost as a whole. Savings, seats and contracts are those of whole apps, not its own.',
    ],
  ];
}

/** The same as plain text, for files without citations. */
export function viewNotes(analysis: Analysis): string[] {
  return viewSentences(analysis).map((sentence) => plainText(sentence, analysis.currency));
}
