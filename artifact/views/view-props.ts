import type { Picture, SessionState } from '../session/state.ts';

/** What every view is given: the moment, and the one interpretation of records it shows. */
export interface ViewProps {
  readonly state: SessionState;
  readonly picture: Picture;
}
