import { createContext, useContext, useState, useSyncExternalStore } from 'react';
import type { SessionState } from '../model/state.ts';
import type { Session } from './create-session.ts';

/**
 * What a component needs of the state, and nothing else: it renders again only when that has changed.
 * A selection made of several values is the same as the last one while each of its values is.
 */
export function useSelector<Selected>(
  { getState, subscribe }: Pick<Session, 'getState' | 'subscribe'>,
  select: (state: SessionState) => Selected,
): Selected {
  // A selector written in place is another function at each render; what it selected last outlives it.
  const [keep] = useState(() => createSelectionCache<Selected>());
  const getSelected = (): Selected => keep(getState(), select);
  return useSyncExternalStore(subscribe, getSelected, getSelected);
}

type Select<Selected> = (state: SessionState) => Selected;

/** Selects once for each state, and hands out the last selection again while nothing in it has changed. */
function createSelectionCache<Selected>(): (state: SessionState, select: Select<Selected>) => Selected {
  let kept: {
    readonly state: SessionState;
    readonly select: Select<Selected>;
    readonly value: Selected;
  } | null = null;
  return (state, select) => {
    if (kept?.state === state && kept.select === select) return kept.value;
    const value = select(state);
    kept = { state, select, value: kept !== null && isSame(kept.value, value) ? kept.value : value };
    return kept.value;
  };
}

/** The session of the page, for the views. */
export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('No session around this part of the page.');
  return session;
}

/** The part of the page's state that a view shows. */
export function useSessionState<Selected>(select: (state: SessionState) => Selected): Selected {
  return useSelector(useSession(), select);
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (!isPlain(a) || !isPlain(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && Object.is(a[key], b[key]))
  );
}

/** A selection put together in place; arrays and records of the state are compared as they are. */
function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
