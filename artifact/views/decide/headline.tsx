import type { ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { headlineOf, type Sentence, withoutContracts } from '../../../skill/report/texts.ts';
import type { SessionState } from '../../session/state.ts';
import { SentenceText } from '../sentence-text.tsx';
import { hasRead, weakest } from '../standing.tsx';

/** The first line of the page: what can still be decided, by when, and what cannot. */
export function Headline({ state, analysis }: { state: SessionState; analysis: Analysis }): ReactNode {
  const { tone, label } = weakest(state, ['apps', 'contracts']);
  const sentence = hasRead(state, 'contracts') ? headlineOf(analysis) : undatedHeadline(analysis);
  return (
    <p className="headline">
      <SentenceText sentence={sentence} currency={analysis.currency} asOf={analysis.asOf} compact />
      {tone !== 'good' && (
        <span className="quiet">{` ${label.charAt(0).toUpperCase()}${label.slice(1)}.`}</span>
      )}
    </p>
  );
}

/** Without contracts a saving can be sized, but not dated. */
function undatedHeadline(analysis: Analysis): Sentence {
  const { hardSavingAnnual } = analysis.totals;
  if (hardSavingAnnual === null || hardSavingAnnual <= 0) return withoutContracts(analysis);
  const fate = ' a year could be saved; by when cannot be said without the contracts.';
  return [{ money: hardSavingAnnual, fact: 'totals/hardSavingAnnual' }, fate];
}
