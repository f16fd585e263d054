/** What a finding says, as sentences whose figures are the facts that it cites. */
import type { Finding, Minor } from '../../analysis/contract.ts';
import type { Part, Sentence } from './sentence.ts';

type Said = Pick<Finding<Minor>, 'action' | 'blockers' | 'cites'>;

export function findingSentence({ action, cites }: Said): Sentence {
  return citedText(action, 'action', cites);
}

/** One sentence for each thing that blocks it. */
export function blockerSentences({ blockers, cites }: Said): Sentence[] {
  return blockers.map((text, index) => citedText(text, `blockers/${index}`, cites));
}

function citedText(whole: string, name: string, cites: Said['cites'] = []): Sentence {
  const parts: Part[] = [];
  let end = 0;
  for (const { within, at, text, fact } of cites) {
    if (within !== name) continue;
    if (at > end) parts.push(whole.slice(end, at));
    parts.push({ text, fact });
    end = at + text.length;
  }
  return end < whole.length ? [...parts, whole.slice(end)] : parts;
}
