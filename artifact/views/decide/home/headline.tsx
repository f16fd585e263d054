import type { ReactNode } from 'react';
import type { Analysis } from '../../../../skill/analysis/contract.ts';
import { leadOf, type Sentence } from '../../../../skill/report/texts.ts';
import { useOneStop } from '../../../parts/controls.ts';
import { SentenceText } from '../../sentence-text.tsx';
import { useWeakestCompleteness } from '../../completeness-badge.tsx';
import { useResults } from '../../page-context.ts';
import { sentenceCase } from '../../../parts/text.ts';

/** The first line of the page: what can leave the bill by when. Its figures are one stop of the tab key. */
export function Headline(): ReactNode {
  const { shown: analysis } = useResults();
  const { tone, label } = useWeakestCompleteness(['apps', 'contracts']);
  const stop = useOneStop<HTMLParagraphElement>();
  const say = (sentence: Sentence): ReactNode => (
    <SentenceText sentence={sentence} currency={analysis.currency} asOf={analysis.asOf} compact />
  );
  const part = partSentence(analysis);
  return (
    // oxlint-disable-next-line no-noninteractive-element-interactions -- the links inside hold the focus
    <p className="headline" {...stop}>
      {part !== null && <>{say(part)} </>}
      {say(leadOf(analysis))}
      {tone !== 'good' && <span className="quiet">{` ${sentenceCase(label)}.`}</span>}
    </p>
  );
}

/** Whose part this is; all that follows is of whole apps where others have a part in them. */
function partSentence({ inputs: { view }, totals }: Analysis): Sentence | null {
  const { partAnnual, baselineAnnual } = totals;
  if (view === undefined || partAnnual === undefined) return null;
  const own: Sentence = [{ name: view }, '’s part is ', { money: partAnnual, fact: 'totals/partAnnual' }];
  if (partAnnual === baselineAnnual) return [...own, ' a year.'];
  return [
    ...own,
    ' of ',
    { money: baselineAnnual, fact: 'totals/baselineAnnual' },
    ' a year in the apps it shares. Of those apps as a whole:',
  ];
}
