import { useMemo, type ReactNode } from 'react';
import type { Analysis } from '../../../../skill/analysis/contract.ts';
import { givingUp, type InboxItem as Item, type Sentence } from '../../../../skill/report/texts.ts';
import { Tag } from '../../../parts/layout.ts';
import { useOneStop } from '../../../parts/controls.ts';
import { AppLink } from '../../app/app-link.tsx';
import { Deadline } from '../../deadline.tsx';
import { Evidence } from '../../findings/evidence.tsx';
import { ConfidenceTag } from '../../findings/finding-item.tsx';
import { SentenceText } from '../../sentence-text.tsx';
import { ItemActs } from './item-acts.tsx';
import { ItemMoney } from './item-money.tsx';
import { undoneWords } from './undone-words.ts';

export interface DecisionItemProps {
  readonly item: Item;
  readonly analysis: Analysis;
  readonly isDated: boolean;
}

/** One decision: by when, what to consider, what it is worth, what happens if nothing is done, and why. */
export function DecisionItem({ item, analysis, isDated }: DecisionItemProps): ReactNode {
  const { appId, name } = item;
  const renewal = useMemo(
    () => analysis.renewals.find(({ contractId }) => contractId === item.contractId) ?? null,
    [analysis, item],
  );
  const undone = undoneWords(renewal);
  const isListed = appId !== null && analysis.apps.some(({ id }) => id === appId);
  return (
    <li className="finding dated">
      <p className="finding-date">
        <ItemDate item={item} asOf={analysis.asOf} isDated={isDated} />
      </p>
      <p className="finding-head">
        <strong>
          <AppLink id={isListed ? appId : null}>{name}</AppLink>
        </strong>{' '}
        <Text sentence={considered(item, analysis)} analysis={analysis} />
        {!isListed && ' Its app was not read, so it is in no total.'}
      </p>
      <ItemMoney item={item} analysis={analysis} />
      {undone !== null && (
        <p className="undone">
          <Text sentence={undone} analysis={analysis} />
        </p>
      )}
      <Reasons item={item} analysis={analysis} />
      <ItemActs item={item} analysis={analysis} />
    </li>
  );
}

/** Figures of a sentence: one stop of the tab key. */
function Text({ sentence, analysis }: { sentence: Sentence; analysis: Analysis }): ReactNode {
  const stop = useOneStop<HTMLSpanElement>();
  return (
    // oxlint-disable-next-line no-static-element-interactions -- the links inside hold the focus
    <span {...stop}>
      <SentenceText sentence={sentence} currency={analysis.currency} asOf={analysis.asOf} />
    </span>
  );
}

export function ItemDate({
  item: { lastSafeDate },
  asOf,
  isDated,
}: Pick<DecisionItemProps, 'item' | 'isDated'> & { readonly asOf: string }): ReactNode {
  if (lastSafeDate !== null) return <Deadline day={lastSafeDate} asOf={asOf} />;
  return <span className="quiet">{isDated ? 'any day' : 'date unknown'}</span>;
}

function considered({ appId, contractName, hardAnnual }: Item, analysis: Analysis): Sentence {
  return [
    ...(contractName === null ? [] : [{ name: contractName }, '. ']),
    ...(hardAnnual === null || appId === null
      ? ['Consider whether to renew.']
      : ['Consider ', ...givingUp(appId, analysis), contractName === null ? '.' : ' across its contracts.']),
  ];
}

/** What speaks for it and what against: one stop of the tab key. */
function Reasons({ item, analysis }: Pick<DecisionItemProps, 'item' | 'analysis'>): ReactNode {
  const stop = useOneStop<HTMLDivElement>();
  const { name, confidence } = item;
  const against = evidenceOf(item, analysis, 'against');
  return (
    // oxlint-disable-next-line no-static-element-interactions -- the links inside hold the focus
    <div className="reasons" {...stop}>
      <ul className="dotted">
        {confidence !== null && (
          <li>
            <ConfidenceTag level={confidence} />
          </li>
        )}
        <Evidence analysis={analysis} facts={evidenceOf(item, analysis, 'evidence')} subject={name} />
      </ul>
      {against.length > 0 && (
        <ul className="dotted">
          <li>
            <Tag tone="caution">against</Tag>
          </li>
          <Evidence analysis={analysis} facts={against} subject={name} />
        </ul>
      )}
    </div>
  );
}

function evidenceOf(
  { findingIds }: Item,
  { findings }: Analysis,
  side: 'evidence' | 'against',
): readonly string[] {
  const facts = findings.filter(({ id }) => findingIds.includes(id)).flatMap((finding) => finding[side]);
  return [...new Set(facts)];
}
