import type { Session } from '../session/session.ts';
import type { Picture, SessionState } from '../session/state.ts';
import type { Route, Router } from './router.ts';

/** What every view is given: the moment, and the one interpretation of records it shows. */
export interface ViewProps {
  readonly state: SessionState;
  readonly picture: Picture;
}

/** What a destination is given besides: what a person may do, and where to go. */
export interface DestinationProps extends ViewProps {
  readonly session: Session;
  readonly router: Router;
  readonly route: Route;
}
