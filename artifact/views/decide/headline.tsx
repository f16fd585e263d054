import type { ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { headlineOf, type Sentence } from '../../../skill/report/texts.ts';
import { SentenceText } from '../sentence-text.tsx';
import { hasRead, useWeakestCompleteness } from '../completeness-badge.tsx';
import { useResults } from '../page-context.ts';
import { sentenceCase } from '../../parts/text.ts';

/** The first line of the page: what can still be decided, by when, and what cannot. */
export function Headline(): ReactNode {
  const results = useResults();
  const { shown: analysis } = results;
  const { tone, label } = useWeakestCompleteness(['apps', 'contracts']);
  const sentence = hasRead(results, 'contracts') ? headlineOf(analysis) : undatedHeadline(analysis);
  return (
    <p className="headline">
      <SentenceText sentence={sentence} currency={analysis.currency} asOf={analysis.asOf} compact />
      {tone !== 'good' && <span className="quiet">{` ${sentenceCase(label)}.`}</span>}
    </p>
  );
}

/** Without contracts a saving can be sized, but not dated. */
function undatedHeadline(analysis: Analysis): Sentence {
  const { hardSavingAnnual } = analysis.totals;
  if (hardSavingAnnual === null || hardSavingAnnual <= 0) return headlineOf(analysis);
  const fate = ' a year could be saved; by when cannot be said without the contracts.';
  return [{ money: hardSavingAnnual, fact: 'totals/hardSavingAnnual' }, fate];
}
