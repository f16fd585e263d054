/**
 * Where the reader is: `#spend-apps--q-figma` is destination, segment and parameters. The parameters
 * `app`, `fact` and `search` push a panel over the segment; taking them away goes back to it. `view` is
 * the slice of the Organizational View; it lasts wherever the reader goes.
 *
 * Kept in memory and mirrored to the address where the frame allows it: a sandboxed frame may refuse,
 * and then the page still works.
 */
import { formatRoute, parseRoute } from './address.ts';
import type { Destinations, Route } from './route.ts';

export type { Destinations, Route } from './route.ts';

/** The same place with some parameters changed; null takes one away. */
export function withParameters(route: Route, change: Readonly<Record<string, string | null>>): Route {
  const parameters = Object.entries({ ...route.parameters, ...change }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  return { ...route, parameters: Object.fromEntries(parameters) };
}

/** Parameters that push a panel, outermost first. */
const panels = ['app', 'fact', 'search'];

/** Without the innermost panel; null where there is none to leave. */
export function routeAbove(route: Route): Route | null {
  const innermost = panels.findLast((panel) => route.parameters[panel] !== undefined);
  return innermost === undefined ? null : withParameters(route, { [innermost]: null });
}

export interface Router {
  readonly getRoute: () => Route;
  readonly subscribe: (listener: () => void) => () => void;
  readonly go: (route: Partial<Route>) => void;
  /** Goes where an address such as `#spend-apps` leads. */
  readonly follow: (href: string) => void;
  /** Stays at the place and says more exactly what of it is shown: no step that Back would take. */
  readonly replace: (route: Route) => void;
  /** The address with the slice in view, unless it names one itself; an empty one takes it away. */
  readonly addressOf: (href: string) => string;
}

export function createRouter(
  page: Pick<Window, 'location' | 'addEventListener'> & Partial<Pick<Window, 'history'>>,
  destinations: Destinations,
): Router {
  const listeners = new Set<() => void>();
  let route = parseRoute(page.location.hash, destinations);
  const settle = (next: Route): void => {
    route = next;
    for (const listener of listeners) listener();
  };
  page.addEventListener('hashchange', () => {
    // The page's own step has been taken already.
    if (page.location.hash !== formatRoute(route)) settle(parseRoute(page.location.hash, destinations));
  });
  const addressOf = (href: string): string => {
    // A list has hundreds of links and is rendered with every key that filters it.
    if (!route.parameters['view'] && !/--view\b|\bview=/.test(href)) return href;
    const to = parseRoute(href, destinations);
    const { view = route.parameters['view'] } = to.parameters;
    return formatRoute(withParameters(to, { view: view || null }));
  };
  const follow = (address: string): void => {
    const href = addressOf(address);
    settle(parseRoute(href, destinations));
    try {
      if (page.location.hash !== href) page.location.hash = href;
    } catch {
      // The frame keeps its address; the route in memory is enough.
    }
  };
  return {
    getRoute: () => route,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    go: (next) => follow(formatRoute(next)),
    follow,
    replace(next) {
      settle(next);
      try {
        page.history?.replaceState(page.history.state, '', formatRoute(next));
      } catch {
        // The frame keeps its address.
      }
    },
    addressOf,
  };
}
