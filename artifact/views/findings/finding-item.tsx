import type { ReactNode } from 'react';
import type { Analysis, Confidence } from '../../../skill/analysis/contract.ts';
import { blockerSentences, findingSentence } from '../../../skill/report/texts.ts';
import { Tag, type Tone } from '../../parts/layout.ts';
import { AppLink } from '../app/app-link.tsx';
import { Amount } from '../amount.tsx';
import { SentenceText } from '../sentence-text.tsx';
import { Evidence } from './evidence.tsx';

export type ListedFinding = Analysis['findings'][number];

export interface FindingItemProps {
  readonly finding: ListedFinding;
  readonly analysis: Analysis;
  /** What the list is about, so that its name need not be repeated; null = name it. */
  readonly about: string | null;
  readonly children?: ReactNode;
}

const tones: Readonly<Record<Confidence, Tone>> = { high: 'good', medium: 'neutral', low: 'caution' };

export function ConfidenceTag({ level }: { level: Confidence }): ReactNode {
  return <Tag tone={tones[level]}>{`${level} confidence`}</Tag>;
}

/** One finding: what to consider, what speaks for it and what against, and how far it can be trusted. */
export function FindingItem({ finding, analysis, about, children }: FindingItemProps): ReactNode {
  const { id, appId, amount, confidence, evidence } = finding;
  const { currency, asOf } = analysis;
  const subject = about ?? subjectOf(finding, analysis);
  return (
    <li className="finding">
      <p className="finding-head">
        {about === null && subject !== '' && (
          <strong>
            <AppLink id={isListed(appId, analysis) ? appId : null}>{subject}</AppLink>{' '}
          </strong>
        )}
        <SentenceText sentence={findingSentence(finding)} currency={currency} asOf={asOf} />
      </p>
      <p className="finding-money">
        {amount !== null && (
          <Amount minor={amount} currency={currency} unknown="" fact={`finding/${id}/amount`} stop />
        )}
      </p>
      <ul className="reasons dotted">
        <li>
          <ConfidenceTag level={confidence} />
        </li>
        <Evidence analysis={analysis} facts={evidence} subject={subject} />
      </ul>
      <Against finding={finding} analysis={analysis} subject={subject} />
      {children}
    </li>
  );
}

interface AgainstProps extends Pick<FindingItemProps, 'finding' | 'analysis'> {
  readonly subject: string;
}

/** What speaks against a finding. */
function Against({ finding, analysis, subject }: AgainstProps): ReactNode {
  const { against, blockers } = finding;
  if (against.length + blockers.length === 0) return null;
  return (
    <ul className="reasons dotted">
      <li>
        <Tag tone="caution">against</Tag>
      </li>
      <Evidence analysis={analysis} facts={against} subject={subject} />
      {blockerSentences(finding).map((sentence, index) => (
        <li key={index}>
          <SentenceText sentence={sentence} currency={analysis.currency} asOf={analysis.asOf} />
        </li>
      ))}
    </ul>
  );
}

function isListed(appId: number | null, { apps }: Analysis): boolean {
  return apps.some(({ id }) => id === appId);
}

/** Name of the app or, where none is listed, of the contract. */
export function subjectOf({ appId, contractId }: ListedFinding, { apps, renewals }: Analysis): string {
  const app = apps.find(({ id }) => id === appId);
  return app?.name ?? renewals.find((renewal) => renewal.contractId === contractId)?.name ?? '';
}
