/** The word that goes before an amount that is not the whole of what it names. */
import type { CostComplete, Minor } from '../../analysis/contract.ts';
import type { Part, Sentence } from './sentence.ts';

export const boundWords: Readonly<Record<CostComplete, string>> = {
  whole: '',
  unknown: '',
  'at-least': 'at least ',
  'at-most': 'at most ',
  uncertain: 'an uncertain ',
};

/** An amount with its bound: "at least $14,000"; "unknown" where there is none. */
export function boundedMoney(minor: Minor | null, fact: string, complete: CostComplete): Sentence {
  if (minor === null) return ['unknown'];
  const money: Part = { money: minor, fact };
  return boundWords[complete] === '' ? [money] : [boundWords[complete], money];
}
