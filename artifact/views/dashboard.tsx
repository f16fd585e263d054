/**
 * The dashboard: one session, one router, four parts of a page around the destination in view.
 *
 * In: the configuration block and, for the demo, a way to open invented data. Out: the page. What
 * may go wrong is shown in place: a bad configuration, a missing host or grant, a failed source, a
 * fault of ours.
 */
import '../theme/theme.css';
import { useEffect, useLayoutEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { Paper } from '../exports/paper.tsx';
import { OfferContext, type Offer } from '../exports/offer.ts';
import { Patterns } from '../parts/bars.tsx';
import { AddressContext, FollowContext } from '../parts/link.tsx';
import { date } from '../parts/date.ts';
import { Watermark } from '../parts/watermark.tsx';
import { pageClock } from '../session/clock.ts';
import { parseConfiguration } from '../session/configuration.ts';
import { connectHost, type Connect } from '../session/connect.ts';
import { createSession, type Session } from '../session/session.ts';
import { isSnapshot, type SessionState } from '../session/state.ts';
import { useSession } from '../session/use-session.ts';
import { Content } from './content.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Masthead } from './masthead.tsx';
import { destinations } from './destinations.ts';
import { Navigation } from './navigation.tsx';
import { RouteContext } from './route-context.ts';
import { createRouter, type Router } from './router.ts';
import { useEscape } from './use-escape.ts';
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
  return (
    <div className="dashboard">
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
    return () => session.cancel();
  }, [session]);
  return <Frame session={session} router={router} />;
}

function Frame({ session, router }: { session: Session; router: Router }): ReactNode {
  const state = useSession(session);
  const route = useSyncExternalStore(router.subscribe, router.getRoute, router.getRoute);
  const push = usePush(router, route);
  useEscape(router);
  const { view = null } = route.parameters;
  useLayoutEffect(() => session.showSlice(view), [session, view]);
  const [offers] = useState(() => new Map<string, Offer>());
  return (
    <FollowContext value={push}>
      <AddressContext value={router.addressOf}>
        <RouteContext value={route}>
          <OfferContext value={offers}>
            <Patterns />
            <SkipLink />
            <header>
              {state.demo && <Watermark title="Demo data" note="invented company and people" />}
              {isSnapshot(state) && (
                <Watermark title={`Snapshot of ${date(state.asOf)}`} note="not live, aggregates only" />
              )}
              <Masthead session={session} state={state} />
            </header>
            {state.picture && <Navigation route={route} />}
            <main className="frame content" id="content" tabIndex={-1}>
              <Content session={session} state={state} router={router} route={route} />
            </main>
            <LiveRegion state={state} />
            {state.picture && <Paper state={state} picture={state.picture} />}
          </OfferContext>
        </RouteContext>
      </AddressContext>
    </FollowContext>
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
function LiveRegion({ state }: { state: SessionState }): ReactNode {
  return <output className="visually-hidden">{spoken(state)}</output>;
}

function spoken({ phase, picture, failures }: SessionState): string {
  if (phase === 'connecting') return 'Looking for Torii.';
  if (phase === 'reading') return 'Reading from Torii.';
  if (phase === 'setup') return 'Set-up is needed.';
  const failed = failures.length === 0 ? '' : ` ${failures.length} of the sources could not be read.`;
  return picture ? `Read ${picture.portfolio.apps.length} apps.${failed}` : 'Nothing could be read.';
}
