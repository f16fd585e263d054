import { useSyncExternalStore } from 'react';
import type { Session } from './session.ts';
import type { SessionState } from './state.ts';

/** The state of a session in React; the store itself knows no framework. */
export function useSession(session: Session): SessionState {
  return useSyncExternalStore(session.subscribe, session.getState, session.getState);
}
