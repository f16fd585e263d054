import type { ReactNode } from 'react';
import type { Analysis } from '../../../skill/analysis/contract.ts';
import { headlineOf } from '../../../skill/report/outlook.ts';
import { plainText, type Part, type Sentence } from '../../../skill/report/sentence.ts';
import { nearDate } from '../../parts/date.ts';
import { compactMoney, exactMoney } from '../../parts/money.ts';
import type { SessionState } from '../../session/state.ts';
import { hasRead, weakest } from '../standing.tsx';

/** The first line of the page: what can still be decided, by when, and what cannot. */
export function Headline({ state, analysis }: { state: SessionState; analysis: Analysis }): ReactNode {
  const { tone, label } = weakest(state, ['apps', 'contracts']);
  const sentence = hasRead(state, 'contracts') ? headlineOf(analysis) : undatedHeadline(analysis);
  return (
    <p className="headline">
      {sentence.map((part, index) => (
        <Figure key={index} part={part} analysis={analysis} />
      ))}
      {tone !== 'good' && (
        <span className="quiet">{` ${label.charAt(0).toUpperCase()}${label.slice(1)}.`}</span>
      )}
    </p>
  );
}

/** Without contracts a saving can be sized, but not dated. */
function undatedHeadline(analysis: Analysis): Sentence {
  const { hardSavingAnnual } = analysis.totals;
  if (hardSavingAnnual <= 0) return headlineOf(analysis);
  const fate = ' a year could be saved; by when cannot be said without the contracts.';
  return [{ money: hardSavingAnnual, fact: 'totals/hardSavingAnnual' }, fate];
}

/** Amounts short for the eye, exact at hand; the rest as every surface says it. */
function Figure({ part, analysis }: { part: Part; analysis: Analysis }): ReactNode {
  const { currency, asOf } = analysis;
  if (typeof part === 'string') return part;
  if ('date' in part) return <span className="nowrap">{nearDate(part.date, asOf)}</span>;
  if (!('money' in part)) return plainText([part], currency);
  const own = part.currency ?? currency;
  return (
    <strong className="nowrap" title={exactMoney(part.money, own)}>
      {compactMoney(part.money, own)}
    </strong>
  );
}
