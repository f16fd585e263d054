/** What every view can ask of the page around it: the figures, where the reader is, and how to go on. */
import { createContext, useContext } from 'react';
import type { Results } from '../session/state.ts';
import type { Route, Router } from './router.ts';

/** What is on screen; a panel may show other figures than the place below it. */
export const ResultsContext = createContext<Results | null>(null);

export function useResults(): Results {
  return required(useContext(ResultsContext), 'figures');
}

export const RouteContext = createContext<Route>({ destination: 'decide', segment: null, parameters: {} });

export function useRoute(): Route {
  return useContext(RouteContext);
}

export const RouterContext = createContext<Router | null>(null);

export function useRouter(): Router {
  return required(useContext(RouterContext), 'router');
}

function required<Value>(value: Value | null, name: string): Value {
  if (value === null) throw new Error(`No ${name} around this part of the page.`);
  return value;
}
