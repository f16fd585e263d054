import type { ReactNode } from 'react';
import { date } from '../parts/date.ts';
import { Tag } from '../parts/tag.tsx';
import type { Session } from '../session/session.ts';
import type { SessionState } from '../session/state.ts';

/** Whose figures these are, as of when, on what mapping; and the one button that reads again. */
export function Masthead({ session, state }: { session: Session; state: SessionState }): ReactNode {
  const mapping = state.picture?.mapping;
  return (
    <div className="frame masthead">
      <h1>SaaS rationalization</h1>
      {mapping && (
        <p className="masthead-state dotted">
          <span>{mapping.tenant.name}</span> <span className="nowrap">as of {date(state.asOf)}</span>{' '}
          {mapping.status === 'draft' && <Tag tone="caution">draft mapping</Tag>}
        </p>
      )}
      <div>
        {state.phase === 'reading' && (
          <button type="button" className="button button-quiet" onClick={() => session.cancel()}>
            Stop reading
          </button>
        )}
        {state.phase === 'ready' && state.picture && (
          <button type="button" className="button button-quiet" onClick={() => void session.refresh()}>
            Refresh
          </button>
        )}
      </div>
    </div>
  );
}
