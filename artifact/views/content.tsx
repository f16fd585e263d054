import type { ReactNode } from 'react';
import { actionSentence, explain, type FailureKind, type ToolFailure } from '../../skill/torii/failure.ts';
import { NoticeBox } from '../parts/layout.ts';
import type { SessionState } from '../session/state.ts';
import { AppPanel } from './app/app-panel.tsx';
import { AuditNotice } from './audit-notice.tsx';
import { Data } from './data/data.tsx';
import { destinationViews } from './destinations.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Failures } from './failures.tsx';
import { FIGURE_HINT } from './figure.tsx';
import { Lineage } from './lineage/lineage.tsx';
import { SliceNotice } from './organizational-view.tsx';
import { ReadingProgress, SoFar } from './reading-progress.tsx';
import { Search } from './search/search.tsx';
import { ConfigurationProblems } from './setup/configuration-problems.tsx';
import { Setup } from './setup/setup.tsx';
import { useResults, useRoute, ResultsContext } from './page-context.ts';
import { useSession, useSessionState } from '../session/session.ts';

/** What fills the page: a destination, or why there is none yet. @param figures in place of the destination */
export function Content({ figures = <InPlace /> }: { readonly figures?: ReactNode }): ReactNode {
  const results = useSessionState((state) => state.results);
  const screen = useSessionState(chooseScreen);
  if (screen !== 'figures') return screens[screen]();
  return (
    <ResultsContext value={results}>
      <Shown figures={figures} />
    </ResultsContext>
  );
}

type ScreenWithoutFigures = 'problems' | 'setup' | 'doubts' | 'unread' | 'loading';

const screens: Readonly<Record<ScreenWithoutFigures, () => ReactNode>> = {
  problems: () => <ConfigurationProblems />,
  setup: () => <Setup failure={null} />,
  doubts: () => <Doubts />,
  unread: () => <Unread />,
  loading: () => <Loading />,
};

/** A name, so that a new phase alone renders no figure again. */
function chooseScreen({
  problems,
  need,
  doubts,
  results,
  phase,
}: SessionState): ScreenWithoutFigures | 'figures' {
  if (problems.length > 0) return 'problems';
  if (need) return 'setup';
  if (doubts.length > 0) return 'doubts';
  if (results) return 'figures';
  return phase === 'ready' ? 'unread' : 'loading';
}

function Shown({ figures }: { readonly figures: ReactNode }): ReactNode {
  const { shown, portfolio } = useResults();
  return (
    <>
      <Failures />
      <SliceNotice />
      <AuditNotice analysis={shown} />
      <SoFar />
      <ProgressWhileReading />
      {portfolio.apps.length === 0 ? <EmptyTenant /> : figures}
      <p id={FIGURE_HINT} hidden>
        Opens how the figure came about
      </p>
    </>
  );
}

function InPlace(): ReactNode {
  return <InView key={useRoute().destination} />;
}

function ProgressWhileReading(): ReactNode {
  return useSessionState(({ phase }) => phase === 'reading') && <ReadingProgress />;
}

/** A destination, or a panel in its place. The destination stays below as it was left, rows, sorting and all. */
function InView(): ReactNode {
  const { destination, parameters } = useRoute();
  const View = destinationViews[destination];
  const { app } = parameters;
  return (
    <>
      <div hidden={app !== undefined}>
        <ErrorBoundary part="This destination">
          <View />
        </ErrorBoundary>
      </div>
      {app !== undefined && (
        <ErrorBoundary key={app} part="This panel">
          <AppPanel appId={Number(app)} />
        </ErrorBoundary>
      )}
      <ErrorBoundary key={`fact ${parameters['fact']}`} part="This explanation">
        <Lineage />
      </ErrorBoundary>
      <Search />
    </>
  );
}

/** An empty list is an answer, and not the same as zero spend. */
function EmptyTenant(): ReactNode {
  return (
    <>
      <NoticeBox
        tone="caution"
        sentence="Torii answered, but lists no apps for this account."
        action="Check in Torii that the signed-in person may see apps and that at least one integration has synced; then refresh."
      />
      <Data />
    </>
  );
}

function Loading(): ReactNode {
  const phase = useSessionState((state) => state.phase);
  return (
    <div aria-busy="true">
      <p className="headline quiet">
        {phase === 'connecting' ? 'Looking for Torii…' : 'Reading from Torii…'}
      </p>
      <ReadingProgress />
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
function Unread(): ReactNode {
  const failures = useSessionState((state) => state.failures);
  const fault = useSessionState((state) => state.fault);
  const failed = failures.find(({ source }) => source === 'apps') ?? failures[0];
  if (fault !== null) return <Fault message={fault} />;
  if (!failed) return <Stopped />;
  if (curedBySetup.includes(failed.failure.kind)) return <Setup failure={failed.failure} />;
  return <Failed failure={failed.failure} />;
}

/** As every answer of the same server says it: a figure in doubt is asked, not shown. */
function Doubts(): ReactNode {
  const doubts = useSessionState((state) => state.doubts);
  return (
    <NoticeBox
      tone="caution"
      sentence="No figure can be said yet: the unit of money is in doubt."
      action="Ask Claude to review the mapping: it asks you to compare one figure with Torii or an invoice. Then refresh."
    >
      <ul className="quiet">
        {doubts.map((doubt) => (
          <li key={doubt}>{doubt}</li>
        ))}
      </ul>
      <Again />
    </NoticeBox>
  );
}

function Failed({ failure }: { failure: ToolFailure }): ReactNode {
  return (
    <NoticeBox
      tone="serious"
      sentence={explain(failure.kind).sentence}
      action={actionSentence(failure.action)}
    >
      {failure.message !== '' && <p className="quiet">The answer was: {failure.message}</p>}
      <Again />
    </NoticeBox>
  );
}

function Stopped(): ReactNode {
  return (
    <NoticeBox tone="neutral" sentence="The reading was stopped before the list of apps had arrived.">
      <Again />
    </NoticeBox>
  );
}

function Fault({ message }: { message: string }): ReactNode {
  return (
    <NoticeBox
      tone="serious"
      sentence="The records were read, but this page could not make figures of them."
      action="This is a fault of the page, not of Torii. Report the text below."
    >
      <pre>{message}</pre>
    </NoticeBox>
  );
}

function Again(): ReactNode {
  const session = useSession();
  return (
    <p className="actions">
      <button type="button" className="button" onClick={() => void session.refresh()}>
        Refresh
      </button>
    </p>
  );
}
