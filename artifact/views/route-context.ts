import { createContext } from 'react';
import type { Route } from './router.ts';

/** Where the reader is, for links that push a panel onto that place. */
export const RouteContext = createContext<Route>({ destination: 'decide', segment: null, parameters: {} });
