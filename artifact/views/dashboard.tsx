/**
 * The dashboard: one session, one router, four parts of a page around the destination in view.
 *
 * In: the configuration block and, for the demo, a way to open invented data. Out: the page. What
 * may go wrong is shown in place: a bad configuration, a missing host or grant, a failed source, a
 * bug of the page.
 */
import '../theme/theme.css';
import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore, type ReactNode } from 'react';
import type { HostAround } from '../bridge/app-host.ts';
import { greetAppHost } from '../bridge/bridge.ts';
import { Paper } from '../exports/exports.ts';
import { SheetsContext, type MakeSheets } from '../parts/table.ts';
import { Patterns } from '../parts/charts.ts';
import { AddressContext, FollowContext, HandOverContext } from '../parts/controls.ts';
import { formatDate } from '../parts/text.ts';
import { Watermark } from '../parts/layout.ts';
import { connectHost, pageClock, parseConfiguration, type Connect } from '../session/connection.ts';
import { createSession, useSessionState, useSession, SessionContext } from '../session/session.ts';
import { isSnapshot, type SessionState } from '../session/state.ts';
import { Content } from './content.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Masthead } from './masthead.tsx';
import { destinations } from './destination-names.ts';
import { Navigation } from './navigation.tsx';
import { RouteContext, RouterContext, useRouter } from './page-context.ts';
import { createRouter } from './router.ts';
import { useEscape } from './use-escape.ts';
import { useSearchKeys } from './use-search-keys.ts';
import { InlineCard } from './host/inline-card.tsx';
import { isCard, useHost } from './host/use-host.ts';
import { useHostFrame } from './host/use-host-frame.ts';
import { useOpening } from './host/use-opening.ts';
import { useScreenWords } from './host/use-screen-words.ts';
import { usePush } from './use-push.ts';

export interface DashboardProps {
  /** The block as written; checked here, because a person may have edited it. */
  readonly configuration: unknown;
  readonly connect?: Connect;
  /** Opens a tenant of invented data; with it the set-up screen offers the demo. */
  readonly demo?: Connect;
  readonly startWithDemo?: boolean;
}

export function Dashboard(props: DashboardProps): ReactNode {
  const page = useRef<HTMLDivElement>(null);
  useHostFrame(useHost(), page);
  return (
    <div className="dashboard" ref={page}>
      <ErrorBoundary part="The page">
        <Page {...props} />
      </ErrorBoundary>
    </div>
  );
}

function Page({
  configuration,
  connect = connectHost,
  demo,
  startWithDemo = false,
}: DashboardProps): ReactNode {
  const [session] = useState(() =>
    createSession({
      parsed: parseConfiguration(configuration),
      clock: pageClock,
      connect,
      startWithDemo,
      ...(demo && { demo }),
    }),
  );
  const [router] = useState(() => createRouter(window, destinations));
  useEffect(() => {
    void session.load();
    if (session.getState().problems.length > 0) greetAppHost(window);
    return () => session.cancel();
  }, [session]);
  return (
    <SessionContext value={session}>
      <RouterContext value={router}>
        <Frame />
      </RouterContext>
    </SessionContext>
  );
}

function Frame(): ReactNode {
  const session = useSession();
  const router = useRouter();
  const route = useSyncExternalStore(router.subscribe, router.getRoute, router.getRoute);
  const push = usePush(router, route);
  useEscape(router);
  useSearchKeys(router);
  const { view = null } = route.parameters;
  useLayoutEffect(() => session.showSlice(view), [session, view]);
  const around = useHost();
  const host = around?.host ?? null;
  useScreenWords(around, route);
  useOpening(around, router);
  // A host that takes the page down waits for nothing more.
  useEffect(() => (host === null ? undefined : () => session.cancel()), [host, session]);
  const [sheets] = useState(() => new Map<string, MakeSheets>());
  return (
    <FollowContext value={push}>
      <AddressContext value={router.addressOf}>
        <RouteContext value={route}>
          <SheetsContext value={sheets}>
            <HandOverContext value={host?.offers('message') === true ? host.sayToClaude : null}>
              <Layout card={around !== null && isCard(around.context) ? around : null} />
            </HandOverContext>
          </SheetsContext>
        </RouteContext>
      </AddressContext>
    </FollowContext>
  );
}

/** @param card the host that shows no more than a card; null = the whole page */
function Layout({ card }: { readonly card: HostAround | null }): ReactNode {
  const hasResults = useSessionState(({ results }) => results !== null);
  const [staysInline, setStaysInline] = useState(false);
  if (card !== null && !staysInline) {
    return (
      <>
        <Patterns />
        <Watermarks />
        <InlineCard around={card} onStay={() => setStaysInline(true)} />
        <LiveRegion />
      </>
    );
  }
  return (
    <>
      <Patterns />
      <SkipLink />
      <header>
        <Watermarks />
        <Masthead />
      </header>
      {hasResults && <Navigation />}
      <main className="frame content" id="content" tabIndex={-1}>
        <Content />
      </main>
      <LiveRegion />
      {hasResults && <Paper />}
    </>
  );
}

function Watermarks(): ReactNode {
  const { demo, isFixed, asOf } = useSessionState((state) => ({
    demo: state.demo,
    isFixed: isSnapshot(state),
    asOf: state.asOf,
  }));
  return (
    <>
      {demo && <Watermark title="Demo data" note="invented company and people" />}
      {isFixed && <Watermark title={`Snapshot of ${formatDate(asOf)}`} note="not live, counts only" />}
    </>
  );
}

/** A button, because a link to an anchor would be taken for a destination. */
function SkipLink(): ReactNode {
  return (
    <button type="button" className="skip button" onClick={() => document.getElementById('content')?.focus()}>
      Skip to content
    </button>
  );
}

/** Says the few moments that matter; rows ticking by are not spoken. */
function LiveRegion(): ReactNode {
  return <output className="visually-hidden">{useSessionState(describeProgress)}</output>;
}

function describeProgress({ phase, results, failures }: SessionState): string {
  if (phase === 'connecting') return 'Looking for Torii.';
  if (phase === 'reading') return 'Reading from Torii.';
  if (phase === 'setup') return 'Set-up is needed.';
  const failed = failures.length === 0 ? '' : ` ${failures.length} of the sources could not be read.`;
  return results ? `Read ${results.portfolio.apps.length} apps.${failed}` : 'Nothing could be read.';
}
