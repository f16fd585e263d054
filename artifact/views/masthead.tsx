import { useContext, type ReactNode } from 'react';
import { ExportMenu } from '../exports/export-menu.tsx';
import { date } from '../parts/date.ts';
import { Tag } from '../parts/tag.tsx';
import type { Session } from '../session/session.ts';
import { isSnapshot, type SessionState } from '../session/state.ts';
import { SliceChoice } from './organizational-view.tsx';
import { RouteContext } from './route-context.ts';
import { WhatIfTag } from './what-if-tag.tsx';

/** Whose figures these are, as of when, on what mapping; and the one button that reads again. */
export function Masthead({ session, state }: { session: Session; state: SessionState }): ReactNode {
  const mapping = state.picture?.mapping;
  return (
    <div className="frame masthead">
      <h1>SaaS rationalization</h1>
      {mapping && (
        <p className="masthead-state dotted">
          <span>{mapping.tenant.name}</span> <span className="nowrap">as of {date(state.asOf)}</span>{' '}
          {mapping.status === 'draft' && <Tag tone="caution">draft mapping</Tag>}{' '}
          <SliceChoice state={state} /> <WhatIfTag session={session} state={state} />
        </p>
      )}
      <Acts session={session} state={state} />
    </div>
  );
}

function Acts({ session, state }: { session: Session; state: SessionState }): ReactNode {
  const { destination, segment } = useContext(RouteContext);
  const { phase, picture } = state;
  const acts = (
    <>
      {phase === 'reading' && (
        <button type="button" className="button button-quiet" onClick={() => session.cancel()}>
          Stop reading
        </button>
      )}
      {phase === 'ready' && picture && !isSnapshot(state) && (
        <button type="button" className="button button-quiet" onClick={() => void session.refresh()}>
          Refresh
        </button>
      )}
    </>
  );
  if (picture === null) return <div>{acts}</div>;
  return (
    <ExportMenu key={`${destination} ${segment}`} state={state} picture={picture}>
      {acts}
    </ExportMenu>
  );
}
