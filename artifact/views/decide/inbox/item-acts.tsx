import type { ReactNode } from 'react';
import { Tag } from '../../../parts/layout.ts';
import { useOneStop } from '../../../parts/controls.ts';
import { useSession } from '../../../session/session.ts';
import type { ItemMoneyProps } from './item-money.tsx';

/** What a reader may do on this page: nothing of it reaches Torii. */
export function ItemActs({ item, analysis }: ItemMoneyProps): ReactNode {
  const session = useSession();
  const stop = useOneStop<HTMLParagraphElement>();
  const { appId, contractName, hardAnnual, findingIds } = item;
  // Two contracts of one app have acts of their own.
  const name = contractName === null ? item.name : `${item.name}, ${contractName}`;
  const [finding] = findingIds;
  const source = analysis.plan.find((entry) => entry.appId === appId)?.source;
  const act = (label: string, onClick: () => void): ReactNode => (
    <button type="button" className="button button-quiet" aria-label={`${label}: ${name}`} onClick={onClick}>
      {label}
    </button>
  );
  if (hardAnnual === null) {
    return finding === undefined ? null : (
      <p className="actions">
        {act('Accept as risk', () => session.decide({ finding, verdict: 'accepted-risk' }))}
      </p>
    );
  }
  if (appId === null) return null;
  return (
    // oxlint-disable-next-line no-noninteractive-element-interactions -- the buttons inside hold the focus
    <p className="actions" {...stop}>
      <Tag tone={source === 'person' ? 'good' : 'neutral'}>
        {source === 'person' ? 'accepted' : 'proposed by rules'}
      </Tag>
      {source !== 'person' && act('Accept', () => session.planApp({ appId, action: 'keep' }))}
      {act('Dismiss', () => session.decide({ appId, verdict: 'rejected' }))}
    </p>
  );
}
