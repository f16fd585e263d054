import type { ReactNode } from 'react';
import { actionSentence, explain, type FailureKind, type ToolFailure } from '../../skill/torii/failure.ts';
import { Notice } from '../parts/notice.tsx';
import type { Session } from '../session/session.ts';
import type { SessionState } from '../session/state.ts';
import { AppPanel } from './app/app-panel.tsx';
import { AuditNotice } from './audit-notice.tsx';
import { Data } from './data/data.tsx';
import { views } from './destinations.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Failures } from './failures.tsx';
import { FIGURE_HINT } from './figure.tsx';
import { Lineage } from './lineage/lineage.tsx';
import { SliceNotice } from './organizational-view.tsx';
import { ReadingProgress } from './reading-progress.tsx';
import type { Route, Router } from './router.ts';
import { Search } from './search/search.tsx';
import { ConfigurationProblems } from './setup/configuration-problems.tsx';
import { Setup } from './setup/setup.tsx';
import type { DestinationProps } from './view-props.ts';

export interface ContentProps {
  readonly session: Session;
  readonly state: SessionState;
  readonly router: Router;
  readonly route: Route;
}

/** What fills the page: a destination, or why there is none yet. */
export function Content({ session, state, router, route }: ContentProps): ReactNode {
  const { picture, phase } = state;
  if (state.problems.length > 0) return <ConfigurationProblems session={session} state={state} />;
  if (state.need) return <Setup session={session} state={state} failure={null} />;
  if (picture) return <Shown {...{ session, state, picture, router, route }} />;
  if (phase !== 'ready') return <Loading state={state} />;
  return <Unread session={session} state={state} />;
}

function Shown(props: DestinationProps): ReactNode {
  const { state, picture, route } = props;
  return (
    <>
      <Failures state={state} />
      <SliceNotice state={state} picture={picture} />
      <AuditNotice selfAudit={picture.analysis.selfAudit} />
      {state.phase === 'reading' && <ReadingProgress state={state} />}
      {picture.portfolio.apps.length === 0 ? (
        <EmptyTenant {...props} />
      ) : (
        <InView key={route.destination} {...props} />
      )}
      <p id={FIGURE_HINT} hidden>
        Opens how the figure came about
      </p>
    </>
  );
}

/** A destination, or a panel in its place. It stays beneath as it was left, rows, sorting and all. */
function InView(props: DestinationProps): ReactNode {
  const { destination, parameters } = props.route;
  const { View } = views[destination] ?? views.decide;
  const { app } = parameters;
  return (
    <>
      <div hidden={app !== undefined}>
        <ErrorBoundary part="This destination">
          <View {...props} />
        </ErrorBoundary>
      </div>
      {app !== undefined && (
        <ErrorBoundary key={app} part="This panel">
          <AppPanel {...props} appId={Number(app)} />
        </ErrorBoundary>
      )}
      <ErrorBoundary key={`fact ${parameters['fact']}`} part="This explanation">
        <Lineage {...props} />
      </ErrorBoundary>
      <Search analysis={props.picture.analysis} route={props.route} router={props.router} />
    </>
  );
}

/** An empty list is an answer, and not the same as zero spend. */
function EmptyTenant(props: DestinationProps): ReactNode {
  return (
    <>
      <Notice
        tone="caution"
        sentence="Torii answered, but lists no apps for this account."
        action="Check in Torii that the signed-in person may see apps and that at least one integration has synced; then refresh."
      />
      <Data {...props} />
    </>
  );
}

function Loading({ state }: { state: SessionState }): ReactNode {
  return (
    <div aria-busy="true">
      <p className="headline quiet">
        {state.phase === 'connecting' ? 'Looking for Torii…' : 'Reading from Torii…'}
      </p>
      <ReadingProgress state={state} />
    </div>
  );
}

/** Failures of the connection that the set-up screen knows how to cure. */
const curedBySetup: readonly FailureKind[] = [
  'not-connected',
  'other-name',
  'consent-required',
  'not-granted',
  'not-torii',
  'not-offered',
  'approval-required',
  'needs-sign-in',
  'blocked',
];

/** Without the list of apps there is nothing to show; the failure that took it says what to do. */
function Unread({ session, state }: { session: Session; state: SessionState }): ReactNode {
  const failed = state.failures.find(({ source }) => source === 'apps') ?? state.failures[0];
  if (state.fault !== null) return <Fault message={state.fault} />;
  if (!failed) return <Stopped session={session} />;
  if (curedBySetup.includes(failed.failure.kind)) {
    return <Setup session={session} state={state} failure={failed.failure} />;
  }
  return <Failed failure={failed.failure} session={session} />;
}

function Failed({ failure, session }: { failure: ToolFailure; session: Session }): ReactNode {
  return (
    <Notice tone="serious" sentence={explain(failure.kind).sentence} action={actionSentence(failure.action)}>
      {failure.message !== '' && <p className="quiet">The answer was: {failure.message}</p>}
      <Again session={session} />
    </Notice>
  );
}

function Stopped({ session }: { session: Session }): ReactNode {
  return (
    <Notice tone="neutral" sentence="The reading was stopped before the list of apps had arrived.">
      <Again session={session} />
    </Notice>
  );
}

function Fault({ message }: { message: string }): ReactNode {
  return (
    <Notice
      tone="serious"
      sentence="The records were read, but this page could not make figures of them."
      action="This is a fault of the page, not of Torii. Report the text below."
    >
      <pre>{message}</pre>
    </Notice>
  );
}

function Again({ session }: { session: Session }): ReactNode {
  return (
    <p className="actions">
      <button type="button" className="button" onClick={() => void session.refresh()}>
        Refresh
      </button>
    </p>
  );
}
