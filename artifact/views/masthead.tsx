import type { ReactNode } from 'react';
import { copiedLabel } from '../../skill/report/texts.ts';
import { ExportMenu } from '../exports/exports.ts';
import { formatDate } from '../parts/text.ts';
import { Tag } from '../parts/layout.ts';
import { isSnapshot } from '../session/state.ts';
import { ReadingState } from './completeness-badge.tsx';
import { SliceChoice } from './organizational-view.tsx';
import { WhatIfTag } from './what-if-tag.tsx';
import { useRoute } from './page-context.ts';
import { useSession, useSessionState } from '../session/session.ts';

/** Whose figures these are, as of when, on what mapping; and the one button that reads again. */
export function Masthead(): ReactNode {
  return (
    <div className="frame masthead">
      <h1>SaaS rationalization</h1>
      <MastheadState>
        <SliceChoice /> <WhatIfTag />
      </MastheadState>
      <Buttons />
    </div>
  );
}

/** Nothing before a mapping is known. */
export function MastheadState({ children }: { readonly children?: ReactNode }): ReactNode {
  const { mapping, asOf } = useSessionState((state) => ({
    mapping: state.results?.mapping,
    asOf: state.asOf,
  }));
  const copied = useSessionState(({ results }) => results && copiedLabel(results.shown));
  if (!mapping) return null;
  return (
    <p className="masthead-state dotted">
      <span>{mapping.tenant.name}</span> <span className="nowrap">as of {formatDate(asOf)}</span>{' '}
      <span>
        <ReadingState />
      </span>{' '}
      {mapping.status === 'draft' && <Tag tone="caution">draft mapping</Tag>}{' '}
      {copied && <Tag tone="caution">{copied}</Tag>} {children}
    </p>
  );
}

function Buttons(): ReactNode {
  const { destination, segment } = useRoute();
  const hasResults = useSessionState(({ results }) => results !== null);
  if (!hasResults) {
    return (
      <div>
        <ReadingButton />
      </div>
    );
  }
  return (
    <ExportMenu key={`${destination} ${segment}`}>
      <ReadingButton />
    </ExportMenu>
  );
}

function ReadingButton(): ReactNode {
  const session = useSession();
  const { phase, canRefresh } = useSessionState((state) => ({
    phase: state.phase,
    canRefresh: state.phase === 'ready' && state.results !== null && !isSnapshot(state),
  }));
  if (phase === 'reading') {
    return (
      <button type="button" className="button button-quiet" onClick={() => session.cancel()}>
        Stop reading
      </button>
    );
  }
  if (!canRefresh) return null;
  return (
    <button type="button" className="button button-quiet" onClick={() => void session.refresh()}>
      Refresh
    </button>
  );
}
