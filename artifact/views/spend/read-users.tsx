import { useState, type ReactNode } from 'react';
import { explain } from '../../../skill/torii/failure.ts';
import { formatCounted } from '../../parts/text.ts';
import { estimateDetailCost } from '../../session/detail.ts';
import { useSession, useSessionState } from '../../session/session.ts';
import { isSnapshot } from '../../session/state.ts';
import type { OverlapGroup } from './overlap-groups.ts';
import { useResults } from '../page-context.ts';

/** Reads who uses the apps of a group, so that shared people can confirm or clear it. */
export function ReadUsers({ apps }: Pick<OverlapGroup, 'apps'>): ReactNode {
  const session = useSession();
  const results = useResults();
  const { host, isFixed, isBusy } = useSessionState((state) => ({
    host: state.host,
    isFixed: isSnapshot(state),
    isBusy: state.detail !== null || state.phase !== 'ready',
  }));
  const [said, setSaid] = useState('');
  const unread = apps.filter(({ id }) => !results.portfolio.appUsers.has(id));
  if (isFixed || unread.length === 0) return null;
  const { calls } = estimateDetailCost(unread, results, host);
  const read = async (): Promise<void> => {
    setSaid('Reading…');
    const failure = await session.readDetail(unread.map(({ id }) => id));
    setSaid(failure === null ? '' : explain(failure.kind).sentence);
  };
  const which = unread.length === 1 ? 'this 1 app' : `these ${unread.length} apps`;
  return (
    <p className="actions">
      <button type="button" className="button" disabled={isBusy} onClick={() => void read()}>
        Read the users of {which} ({formatCounted(calls, 'call')})
      </button>
      <output>{said}</output>
    </p>
  );
}
